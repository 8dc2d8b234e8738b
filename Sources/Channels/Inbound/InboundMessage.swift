package import HelpDesk
package import SwiftExtensions

/// One mail of a channel as the desk understands it: everything that storing it needs, and nothing
/// of how it was found. All texts are cleaned of control and direction characters.
package struct InboundMessage: Hashable, Sendable, Codable {
    /// What becomes of the raw mail. Read this first: `kind` counts only for `message`,
    /// `unparsed`, `ownCopy`, `notice` and `bounce`.
    package var outcome: IntakeOutcome
    package var kind: MessageKind
    /// Name of the rule that decided, such as `buyer-message`; shown beside the mail.
    package var rule: String
    package var marketplace: MarketplaceCode?
    package var marketplaceEvidence: MarketplaceEvidence
    /// The order that the mail's own template names, else the first one that its text names.
    package var order: OrderID?
    /// Further orders that the mail names; they are linked, the thread is not theirs.
    package var otherOrders: [OrderID]
    package var items: [InboundItem]
    package var buyerName: String?
    package var alias: RelayAlias?
    package var tokens: PlatformTokens
    package var dedupe: DedupeKey
    /// Equal for two copies of one message, whatever their headers say; holds no time.
    package var contentKey: String
    /// Threads that this mail may belong to, strongest evidence first.
    package var threadKeys: [ThreadKey]
    package var subject: String
    /// What the subject says without order number and buyer's name.
    package var topic: String
    package var body: String
    /// When the platform took the message; never later than `fetchedAt`.
    package var platformTime: Timestamp
    /// True when `platformTime` is only the time of fetching.
    package var isTimeEstimated: Bool
    package var fetchedAt: Timestamp
    package var internetMessageID: String?
    package var inReplyTo: [String]
    package var references: [String]
    package var attachments: [InboundAttachment]
    package var language: LanguageCode
    /// 0 to 1.
    package var languageConfidence: Double
    package var category: InquiryCategory
    /// Why the category is what it is; nil where nobody judged.
    package var judgement: CategoryJudgement?
    /// 0 to 1: how sure it is that the buyer only thanks. Nil when the mail is no buyer message.
    package var courtesyConfidence: Double?
    package var flags: [InboundFlag]
    package var spoofReasons: [SpoofReason]
    /// The receiving server vouches that the platform sent it.
    package var isAuthenticated: Bool
    package var warnings: [InboundWarning]
    /// Signed link behind "no response needed", to be opened verbatim in a browser.
    package var noResponseNeededURL: String?
    package var bounce: BounceNotice?
    package var ownCopy: OwnReplyCopy?
    package var notice: PlatformNotice?

    package init(
        outcome: IntakeOutcome, kind: MessageKind, rule: String, dedupe: DedupeKey,
        platformTime: Timestamp, isTimeEstimated: Bool, fetchedAt: Timestamp
    ) {
        self.outcome = outcome
        self.kind = kind
        self.rule = rule
        self.dedupe = dedupe
        self.platformTime = platformTime
        self.isTimeEstimated = isTimeEstimated
        self.fetchedAt = fetchedAt
        marketplaceEvidence = .none
        otherOrders = []
        items = []
        tokens = PlatformTokens()
        contentKey = ""
        threadKeys = []
        subject = ""
        topic = ""
        body = ""
        inReplyTo = []
        references = []
        attachments = []
        language = .undetermined
        languageConfidence = 0
        category = .other
        flags = []
        spoofReasons = []
        isAuthenticated = false
        warnings = []
    }
}

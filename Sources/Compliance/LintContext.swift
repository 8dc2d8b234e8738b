package import HelpDesk

/// What kind of text is checked; severities depend on it (compliance section 2).
package enum LintMessageKind: String, Sendable, Codable, CaseIterable {
    /// In a thread that the buyer started.
    case reply
    /// A message that the seller starts.
    case proactive
    /// A stored text with variables.
    case template
}

/// What the desk knows about a text besides its words.
package struct LintContext: Sendable {
    package var messageKind: LintMessageKind
    package var marketplace: MarketplaceCode?
    package var language: LanguageCode?
    package var orderID: OrderID?
    /// Order numbers of the thread besides `orderID`.
    package var knownOrderIDs: [OrderID]
    package var knownTrackingNumbers: [String]
    package var knownASINs: [String]
    /// Characters that the channel takes; nil when nobody said.
    package var characterLimit: Int?
    /// Names of the files that go with the text.
    package var attachments: [String] = []
    /// Requests for a review that the order has had before.
    package var earlierReviewRequests = 0
    /// Whole days since the order was completed; nil while it is not, or when nobody knows.
    package var daysSinceCompletion: Int?
    /// The buyer wants no message that the order does not need.
    package var hasOptedOut = false
    /// What the buyer wrote last, in whose words an answer may repeat a question.
    package var buyerWords: String?
    /// Today as `2026-12-31`, for what a team accepts until a day; nil lets nothing pass.
    package var today: String?

    package init(
        messageKind: LintMessageKind = .reply, marketplace: MarketplaceCode? = nil,
        language: LanguageCode? = nil, orderID: OrderID? = nil, knownOrderIDs: [OrderID] = [],
        knownTrackingNumbers: [String] = [], knownASINs: [String] = [],
        characterLimit: Int? = nil
    ) {
        self.messageKind = messageKind
        self.marketplace = marketplace
        self.language = language
        self.orderID = orderID
        self.knownOrderIDs = knownOrderIDs
        self.knownTrackingNumbers = knownTrackingNumbers
        self.knownASINs = knownASINs
        self.characterLimit = characterLimit
    }
}

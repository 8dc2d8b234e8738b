package import SwiftExtensions

package enum MessageDirection: String, Codable, Sendable {
    case inbound, outbound
    /// Seen by the team only.
    case note
}

/// What kind of item a thread holds (helpdesk section 3.2).
package enum MessageKind: String, Codable, Sendable, CaseIterable {
    case buyer
    case buyerAuto = "buyer-auto"
    /// A buyer message that only thanks. It still carries a debt.
    case courtesy
    /// Could not be understood; kept whole, with a provisional debt.
    case unparsed
    case bounce
    case platformNotice = "platform-notice"
    /// Our own answer, written in Seller Central and seen as a copy.
    case agentExternal = "agent-external"
    case agentReply = "agent-reply"
    case note
    case system
}

/// One item of a thread, without its words: those are kept apart, as personal data.
package struct Message: Hashable, Sendable, Codable {
    package var id: MessageID
    package var ticket: TicketID
    package var direction: MessageDirection
    package var kind: MessageKind
    /// When the platform took it; starts the clock of a buyer message.
    package var platformTime: Timestamp
    /// True when `platformTime` is only the time we fetched it.
    package var isTimeEstimated: Bool
    package var fetchedAt: Timestamp?
    package var storedAt: Timestamp
    package var language: LanguageCode
    /// 0 to 1; how sure the detection is.
    package var languageConfidence: Double
    package var category: InquiryCategory
    package var joinedBy: ThreadEvidence?
    package var author: PersonID?
    package var rawMail: RawMailID?
    package var outbox: OutboxID?
    /// SHA-256 of the body in lower-case hex; binds this row to its words.
    package var bodyDigest: String
    package var sequence: EventSequence
    /// Why it has its category; nil for ours, and for those from before the desk kept it. Stands
    /// in a table of its own.
    package var judgement: CategoryJudgement?

    package init(
        id: MessageID, ticket: TicketID, direction: MessageDirection, kind: MessageKind,
        platformTime: Timestamp, isTimeEstimated: Bool = false, fetchedAt: Timestamp? = nil,
        storedAt: Timestamp, language: LanguageCode = .undetermined,
        languageConfidence: Double = 0, category: InquiryCategory = .other,
        joinedBy: ThreadEvidence? = nil, author: PersonID? = nil, rawMail: RawMailID? = nil,
        outbox: OutboxID? = nil, bodyDigest: String = "", sequence: EventSequence = .zero
    ) {
        self.id = id
        self.ticket = ticket
        self.direction = direction
        self.kind = kind
        self.platformTime = platformTime
        self.isTimeEstimated = isTimeEstimated
        self.fetchedAt = fetchedAt
        self.storedAt = storedAt
        self.language = language
        self.languageConfidence = languageConfidence
        self.category = category
        self.joinedBy = joinedBy
        self.author = author
        self.rawMail = rawMail
        self.outbox = outbox
        self.bodyDigest = bodyDigest
        self.sequence = sequence
    }
}

/// The words of a message: personal data, erased when retention says so.
package struct MessageContent: Hashable, Sendable, Codable {
    package var subject: String
    package var body: String
    /// The buyer's Message-ID header, for threading our answer.
    package var internetMessageID: String?
    /// The full relay alias as received, the address an answer goes to.
    package var replyAddress: String?
    package var warnings: [String]
    /// The platform's signed link behind "no response needed": opened as it is, or not at all.
    package var noResponseURL: String?

    package init(
        subject: String, body: String, internetMessageID: String? = nil,
        replyAddress: String? = nil, warnings: [String] = [], noResponseURL: String? = nil
    ) {
        self.subject = subject
        self.body = body
        self.internetMessageID = internetMessageID
        self.replyAddress = replyAddress
        self.warnings = warnings
        self.noResponseURL = noResponseURL
    }
}

/// A file that came with a message. Its name is personal data and stands in its content.
package struct Attachment: Hashable, Sendable, Codable {
    package var id: AttachmentID
    package var message: MessageID
    package var mediaType: String
    package var byteCount: Int
    /// SHA-256 of the bytes in lower-case hex.
    package var digest: String
    /// What the bytes are, whatever `mediaType`, the sender's claim, says; nil in old records.
    package var kind: FileKind?

    package init(
        id: AttachmentID, message: MessageID, mediaType: String, byteCount: Int, digest: String,
        kind: FileKind? = nil
    ) {
        self.id = id
        self.message = message
        self.mediaType = mediaType
        self.byteCount = byteCount
        self.digest = digest
        self.kind = kind
    }
}

/// What became of a raw mail.
package enum IntakeOutcome: String, Codable, Sendable, CaseIterable {
    /// Stored, not looked at yet.
    case stored
    case message
    case duplicate
    case notice
    case bounce
    case ownCopy = "own-copy"
    case quarantined
    case unparsed
    case ignored
}

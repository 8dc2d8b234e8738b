import HelpDesk
package import SwiftExtensions

/// Why a mail is taken for a forgery.
package enum SpoofReason: String, Hashable, Codable, Sendable, CaseIterable {
    case lookAlikeSender = "look-alike-sender"
    case lookAlikeReplyTo = "look-alike-reply-to"
    case displayName = "display-name"
    case spfFailed = "spf-failed"
    case dkimFailed = "dkim-failed"
    case dmarcFailed = "dmarc-failed"
    /// Claims a platform's notice from a host that is not the platform's.
    case foreignNotice = "foreign-notice"
    /// A copy of an answer that nothing proves: believed, it would end debts.
    case unprovenCopy = "unproven-copy"
    /// A notice that would end a case's clock or shut a channel, and that nothing proves.
    case unprovenNotice = "unproven-notice"
}

/// Something about a mail that a person should know. Codes only; words are made at the edge.
package struct InboundWarning: DeskName {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }

    package static let markersMissing: Self = "unparsed-no-markers"
    package static let endMarkerMissing: Self = "end-marker-missing"
    package static let startMarkerMissing: Self = "start-marker-missing"
    /// A start marker stands behind an end marker, so no link below is believed.
    package static let markersRepeated: Self = "markers-repeated"
    package static let severalTextBlocks: Self = "several-text-blocks"
    package static let emptyBody: Self = "empty-body"
    package static let dateMissing: Self = "date-missing"
    package static let dateInFuture: Self = "date-in-future"
    package static let marketplaceUnknown: Self = "marketplace-unknown"
    package static let marketplaceConflict: Self = "marketplace-conflict"
    package static let severalOrders: Self = "several-orders"
    package static let orderFromText: Self = "order-from-text"
    package static let aliasUnusual: Self = "alias-unusual"
    package static let aliasMissing: Self = "alias-missing"
    package static let severalAliases: Self = "several-aliases"
    package static let senderNotPlatform: Self = "sender-not-platform"
    package static let unknownNoticeType: Self = "unknown-notice-type"
    package static let linkNotPlatform: Self = "link-not-platform"
    package static let senderLooksForged: Self = "sender-looks-forged"
    package static let authenticationFailed: Self = "authentication-failed"
    package static let textCut: Self = "text-cut"
    package static let senderMissing: Self = "sender-missing"
    package static let recipientUnknown: Self = "recipient-unknown"
}

/// A report that a mail of ours was not, or not yet, delivered.
package struct BounceNotice: Hashable, Sendable, Codable {
    package enum Effect: String, Codable, Sendable {
        /// The reply did not arrive; its debt is owed again.
        case permanent
        /// Still being tried.
        case delay
        /// The platform refused it because this buyer takes no unsolicited messages.
        case buyerOptedOut = "buyer-opted-out"
    }

    package var effect: Effect
    /// Message-ID of our mail, without angle brackets.
    package var originalMessageID: String?
    package var recipient: String?
    /// RFC 3463 status such as `5.1.1`.
    package var status: String?

    package init(
        effect: Effect, originalMessageID: String? = nil, recipient: String? = nil,
        status: String? = nil
    ) {
        self.effect = effect
        self.originalMessageID = originalMessageID
        self.recipient = recipient
        self.status = status
    }
}

/// The platform's copy of an answer that somebody wrote in its own inbox.
package struct OwnReplyCopy: Hashable, Sendable, Codable {
    package var recipientName: String?
    package var text: String

    package init(recipientName: String?, text: String) {
        self.recipientName = recipientName
        self.text = text
    }
}

/// A platform's notice: a type from the table, such as `return-request` or `a-to-z-claim`.
package struct PlatformNotice: Hashable, Sendable, Codable {
    package struct Kind: DeskName {
        package let rawValue: String
        package init(rawValue: String) { self.rawValue = rawValue }

        package static let other: Self = "other"
        package static let buyerOptedOut: Self = "buyer-opted-out"
        package static let sellerRestricted: Self = "seller-restricted"
    }

    package var kind: Kind
    /// The platform's own name of the type, if the mail has one.
    package var platformType: String?
    /// True when it opens a case that somebody must look at: return, refund, claim, chargeback.
    package var isCaseEvent: Bool
    /// When somebody must have acted; nil when it only tells something.
    package var reviewDue: Timestamp?
    /// The time that such a notice gives where it names none.
    package var usualDue: Timestamp?
    /// The text itself names the deadline.
    package var isDeadlineNamed: Bool
    /// Waiting makes it worse.
    package var isProminent: Bool
    /// Kinds of cases that it ends.
    package var closes: [Kind]

    package init(
        kind: Kind, platformType: String? = nil, isCaseEvent: Bool, reviewDue: Timestamp? = nil,
        usualDue: Timestamp? = nil, isDeadlineNamed: Bool = false, isProminent: Bool = false,
        closes: [Kind] = []
    ) {
        self.kind = kind
        self.platformType = platformType
        self.isCaseEvent = isCaseEvent
        self.reviewDue = reviewDue
        self.usualDue = usualDue
        self.isDeadlineNamed = isDeadlineNamed
        self.isProminent = isProminent
        self.closes = closes
    }
}

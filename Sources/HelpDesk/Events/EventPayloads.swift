package import SwiftExtensions

/// A mail as it came, before anybody looked at it. The bytes are content, found by the digest.
package struct RawMail: Hashable, Sendable, Codable {
    package var id: RawMailID
    package var mailbox: MailboxName
    /// Where it lay: `uid 17:4021` for IMAP, the file name for a Maildir.
    package var origin: String
    /// SHA-256 of the bytes in lower-case hex.
    package var digest: String
    package var byteCount: Int
    package var fetchedAt: Timestamp
    package var outcome: IntakeOutcome
    package var ticket: TicketID?
    package var message: MessageID?
    package var store: StoreID?
    /// Machine words for the outcome, such as `host-look-alike`; no personal data.
    package var reason: String?
    /// When and by whom it was let in after it was set aside, and why it had been.
    package var releasedAt: Timestamp?
    package var releasedBy: PersonID?
    package var heldReason: String?

    package init(
        id: RawMailID, mailbox: MailboxName, origin: String, digest: String, byteCount: Int,
        fetchedAt: Timestamp, outcome: IntakeOutcome = .stored, ticket: TicketID? = nil,
        message: MessageID? = nil, store: StoreID? = nil, reason: String? = nil
    ) {
        self.id = id
        self.mailbox = mailbox
        self.origin = origin
        self.digest = digest
        self.byteCount = byteCount
        self.fetchedAt = fetchedAt
        self.outcome = outcome
        self.ticket = ticket
        self.message = message
        self.store = store
        self.reason = reason
    }
}

/// What became of a raw mail once it was read. `dedupeKey` is unique among settled mails of a
/// store with outcome `message`, so the schema itself refuses a second copy.
package struct RawMailSettlement: Hashable, Sendable, Codable {
    package var rawMail: RawMailID
    package var outcome: IntakeOutcome
    package var store: StoreID?
    package var ticket: TicketID?
    package var message: MessageID?
    /// A digest of the platform's token, Message-ID or text (helpdesk section 3.1).
    package var dedupeKey: String?
    package var reason: String?

    package init(
        rawMail: RawMailID, outcome: IntakeOutcome, store: StoreID? = nil,
        ticket: TicketID? = nil, message: MessageID? = nil, dedupeKey: String? = nil,
        reason: String? = nil
    ) {
        self.rawMail = rawMail
        self.outcome = outcome
        self.store = store
        self.ticket = ticket
        self.message = message
        self.dedupeKey = dedupeKey
        self.reason = reason
    }
}

/// A buyer as the record knows one: a keyed digest of the alias, never the alias.
package struct Buyer: Hashable, Sendable, Codable {
    package var id: BuyerID
    package var store: StoreID
    package var aliasDigest: String
    package var firstSeen: Timestamp

    package init(id: BuyerID, store: StoreID, aliasDigest: String, firstSeen: Timestamp) {
        self.id = id
        self.store = store
        self.aliasDigest = aliasDigest
        self.firstSeen = firstSeen
    }
}

/// Name and alias of a buyer: personal data.
package struct BuyerContent: Hashable, Sendable, Codable {
    package var name: String
    /// Local part of the alias, which stays the same for one buyer of one seller.
    package var alias: String

    package init(name: String, alias: String) {
        self.name = name
        self.alias = alias
    }
}

/// How far a mailbox or a platform has been read. `value` is the channel's own JSON.
package struct SyncCursor: Hashable, Sendable, Codable {
    /// `mailbox:desk-eu`, `orders:nova-eu`, …
    package var name: String
    package var value: String

    package init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

package struct TicketOpening: Hashable, Sendable, Codable {
    package var id: TicketID
    package var store: StoreID
    package var marketplace: MarketplaceCode?
    package var buyer: BuyerID?
    package var order: OrderID?
    package var language: LanguageCode
    package var category: InquiryCategory
    package var openedAt: Timestamp
    /// Digests of the platform's thread token and case id, for later joins; empty when none.
    package var threadKeys: [String]
    /// An earlier ticket of the same buyer that this one continues (helpdesk section 5.6).
    package var follows: TicketID?

    package init(
        id: TicketID, store: StoreID, marketplace: MarketplaceCode?, buyer: BuyerID?,
        order: OrderID?, language: LanguageCode, category: InquiryCategory,
        openedAt: Timestamp, threadKeys: [String] = [], follows: TicketID? = nil
    ) {
        self.id = id
        self.store = store
        self.marketplace = marketplace
        self.buyer = buyer
        self.order = order
        self.language = language
        self.category = category
        self.openedAt = openedAt
        self.threadKeys = threadKeys
        self.follows = follows
    }
}

package struct TicketAssignment: Hashable, Sendable, Codable {
    package enum Cause: String, Codable, Sendable {
        case claim, assign, release
        /// By the rules.
        case route
        /// Its owner gave it back, or did not begin in time.
        case giveBack = "return"
        /// Taken over from somebody's hand-over list.
        case handOver = "hand-over"
    }

    package var ticket: TicketID
    package var from: PersonID?
    package var to: PersonID?
    package var cause: Cause

    package init(ticket: TicketID, from: PersonID?, to: PersonID?, cause: Cause) {
        self.ticket = ticket
        self.from = from
        self.to = to
        self.cause = cause
    }
}

package struct TicketStateChange: Hashable, Sendable, Codable {
    package var ticket: TicketID
    package var from: TicketState
    package var to: TicketState
    package var holdReason: String?
    package var reviewAt: Timestamp?
    /// When a snoozed ticket wakes.
    package var wakeAt: Timestamp?
    /// The hold or snooze that the change interrupts.
    package var suspends: Suspension?
    /// A counted reopening starts a new cycle (helpdesk section 5.7).
    package var startsCycle: Bool

    package init(
        ticket: TicketID, from: TicketState, to: TicketState, holdReason: String? = nil,
        reviewAt: Timestamp? = nil, wakeAt: Timestamp? = nil, suspends: Suspension? = nil,
        startsCycle: Bool = false
    ) {
        self.ticket = ticket
        self.from = from
        self.to = to
        self.holdReason = holdReason
        self.reviewAt = reviewAt
        self.wakeAt = wakeAt
        self.suspends = suspends
        self.startsCycle = startsCycle
    }
}

package struct DebtMove: Hashable, Sendable, Codable {
    package var debt: DebtID
    package var from: DebtState
    package var to: DebtState
    package var at: Timestamp
    package var proof: DebtProof

    package init(debt: DebtID, from: DebtState, to: DebtState, at: Timestamp, proof: DebtProof) {
        self.debt = debt
        self.from = from
        self.to = to
        self.at = at
        self.proof = proof
    }
}

package struct OutboxMove: Hashable, Sendable, Codable {
    package var item: OutboxID
    package var from: OutboxState
    package var to: OutboxState
    package var at: Timestamp
    /// Server code and words or an error code; no personal data.
    package var evidence: String?
    /// New instant of release, when the move sets one (a retry or an approval).
    package var releaseAt: Timestamp?

    package init(
        item: OutboxID, from: OutboxState, to: OutboxState, at: Timestamp,
        evidence: String? = nil, releaseAt: Timestamp? = nil
    ) {
        self.item = item
        self.from = from
        self.to = to
        self.at = at
        self.evidence = evidence
        self.releaseAt = releaseAt
    }
}

package struct DraftMark: Hashable, Sendable, Codable {
    package var ticket: TicketID
    package var person: PersonID
    package var basis: EventSequence
    /// SHA-256 of the draft's text; nil removes the draft.
    package var digest: String?
    package var at: Timestamp

    package init(
        ticket: TicketID, person: PersonID, basis: EventSequence, digest: String?, at: Timestamp
    ) {
        self.ticket = ticket
        self.person = person
        self.basis = basis
        self.digest = digest
        self.at = at
    }
}

/// A template as the team keeps it. Templates hold no personal data.
package struct TemplateRecord: Hashable, Sendable, Codable {
    package var key: TemplateKey
    package var title: String
    package var language: LanguageCode
    package var category: InquiryCategory
    package var body: String
    package var version: Int

    package init(
        key: TemplateKey, title: String, language: LanguageCode, category: InquiryCategory,
        body: String, version: Int
    ) {
        self.key = key
        self.title = title
        self.language = language
        self.category = category
        self.body = body
        self.version = version
    }
}

package import SwiftExtensions

/// Where a reply stands on its way out (helpdesk section 9).
package enum OutboxState: String, Codable, Sendable, CaseIterable {
    /// Waits for another person's release.
    case held
    /// The undo countdown runs until `releaseAt`.
    case queued
    /// Handed to the transport; a crash here leaves `unknown`.
    case sending
    case accepted
    /// The transport's answer never came. Shown with evidence, never repeated by itself.
    case unknown
    case failed
    case confirmed
    case bounced
    /// Taken back by its author before release, or refused in review; the text is a draft again.
    case withdrawn
}

/// One reply on its way out. Its words and address are kept apart.
package struct OutboxItem: Hashable, Sendable, Codable {
    package var id: OutboxID
    package var ticket: TicketID
    package var store: StoreID
    package var author: PersonID
    /// Newest thread item the author had on screen.
    package var basis: EventSequence
    /// What the author had really read, where they sent past newer items with a reason; nil when that
    /// is the basis.
    package var readThrough: EventSequence?
    package var state: OutboxState
    package var queuedAt: Timestamp
    package var releaseAt: Timestamp
    /// SHA-256 over ticket, basis and text; one key leaves the house at most once.
    package var idempotencyKey: String
    package var attempts: Int
    /// Ticket state to apply when the transport has accepted the reply.
    package var stateAfter: TicketState
    package var template: TemplateKey?
    /// The version of the template; nil for letters without one, and of earlier days.
    package var templateVersion: Int?
    /// How far the author changed what the template had filled in, in thousandths of the longer
    /// text.
    package var templateEdit: Int?
    package var override: LintOverride?
    package var acceptedAt: Timestamp?
    /// The server's words or the error code; no personal data.
    package var evidence: String?

    package init(
        id: OutboxID, ticket: TicketID, store: StoreID, author: PersonID, basis: EventSequence,
        state: OutboxState, queuedAt: Timestamp, releaseAt: Timestamp, idempotencyKey: String,
        attempts: Int = 0, stateAfter: TicketState = .pending, template: TemplateKey? = nil,
        override: LintOverride? = nil, acceptedAt: Timestamp? = nil, evidence: String? = nil,
        readThrough: EventSequence? = nil
    ) {
        self.id = id
        self.ticket = ticket
        self.store = store
        self.author = author
        self.basis = basis
        self.state = state
        self.queuedAt = queuedAt
        self.releaseAt = releaseAt
        self.idempotencyKey = idempotencyKey
        self.attempts = attempts
        self.stateAfter = stateAfter
        self.template = template
        self.override = override
        self.acceptedAt = acceptedAt
        self.evidence = evidence
        self.readThrough = readThrough
    }
}

/// What is put on the wire: personal data, kept apart from the item.
package struct OutboxContent: Hashable, Sendable, Codable {
    package var from: String
    /// The buyer's alias exactly as received.
    package var to: String
    package var subject: String
    package var body: String
    /// Our own Message-ID header, chosen when queued, so that a bounce can be matched.
    package var internetMessageID: String
    package var inReplyTo: String?

    package init(
        from: String, to: String, subject: String, body: String, internetMessageID: String,
        inReplyTo: String?
    ) {
        self.from = from
        self.to = to
        self.subject = subject
        self.body = body
        self.internetMessageID = internetMessageID
        self.inReplyTo = inReplyTo
    }
}

package import HelpDesk

/// The linter on a text, as the composer shows it. The same function runs again at send.
package struct LintReply: RemoteCall {
    package static let method = "reply.lint"
    package var ticket: TicketID
    package var text: String
    /// Set for a typed message about this order of the ticket's store, which has rules of its own.
    package var typedFor: OrderID?
    /// The template that the text was begun with.
    package var template: TemplateKey?
    /// The version of it that was filled in; nil for the one in use.
    package var templateVersion: Int?
    package init(
        ticket: TicketID, text: String, typedFor: OrderID? = nil, template: TemplateKey? = nil,
        templateVersion: Int? = nil
    ) {
        self.ticket = ticket
        self.text = text
        self.typedFor = typedFor
        self.template = template
        self.templateVersion = templateVersion
    }

    package struct Reply: Codable, Sendable, Hashable {
        package var findings: [Finding]
        package init(findings: [Finding]) { self.findings = findings }
    }
}

/// Queues a reply. The outcome is a reply, not an error, where the author must act:
/// `blocked` (findings), `unconfirmed` (warnings to confirm), `stale` (newer items) and `answered`
/// (the buyer got an answer within the last two minutes).
/// Errors: `replyEmpty`, `nothingToAnswer` (no buyer address), `notAllowed`, `composeHeld` (somebody
/// else writes the answer; arguments `holder`, `minutes`).
package struct SendReply: RemoteCall {
    package static let method = "reply.send"
    package var ticket: TicketID
    package var basis: EventSequence
    package var text: String
    package var template: TemplateKey?
    /// The version that was filled in; nil for the one in use.
    package var templateVersion: Int?
    /// Ticket state once the transport has accepted the reply: pending, hold, open or resolved.
    package var stateAfter: TicketState
    /// Rules whose warnings the author has confirmed one by one.
    package var confirmedRules: [String]
    /// Send although newer items exist, with the author's reason.
    package var staleReason: String?
    /// Newest item that the reason is about; what came after it is shown again. Nil means whatever
    /// there is.
    package var staleThrough: EventSequence?
    /// Recent answers to the buyer that the author knows of, and sends nevertheless.
    package var knownAnswers: [AnswerMark]?
    /// Ask another person to release a blocked reply, with the author's reason.
    package var reviewReason: String?
    /// Digests of those files of the author's draft that go with it; nil for none.
    package var files: [String]?

    package init(
        ticket: TicketID, basis: EventSequence, text: String, template: TemplateKey? = nil,
        stateAfter: TicketState = .pending, confirmedRules: [String] = [],
        staleReason: String? = nil, reviewReason: String? = nil, files: [String]? = nil,
        staleThrough: EventSequence? = nil, knownAnswers: [AnswerMark]? = nil
    ) {
        self.ticket = ticket
        self.basis = basis
        self.text = text
        self.template = template
        self.stateAfter = stateAfter
        self.confirmedRules = confirmedRules
        self.staleReason = staleReason
        self.reviewReason = reviewReason
        self.files = files
        self.staleThrough = staleThrough
        self.knownAnswers = knownAnswers
    }

    package enum Reply: Codable, Sendable, Hashable {
        case queued(OutboxView)
        /// Waits for a supervisor.
        case held(OutboxView)
        case blocked([Finding])
        case unconfirmed([Finding])
        case stale([MessageView])
        case answered([RecentAnswer])
    }
}

/// Takes a queued reply back; its text is the draft again. Error `outboxTooLate` once it is released.
package struct UndoReply: RemoteCall {
    package static let method = "reply.undo"
    package typealias Reply = DraftView
    package var item: OutboxID
    package init(item: OutboxID) { self.item = item }
}

/// A supervisor's answer to a held reply. Errors: `notAllowed`, `sameApprover`, `outboxTooLate`.
package struct ReviewReply: RemoteCall {
    package static let method = "reply.review"
    package typealias Reply = OutboxView
    package var item: OutboxID
    package var isApproved: Bool
    package var reason: String
    package init(item: OutboxID, isApproved: Bool, reason: String) {
        self.item = item
        self.isApproved = isApproved
        self.reason = reason
    }
}

/// A person's word on a reply whose delivery is unknown or failed: it arrived, or it did not and
/// goes out again as a new item after a fresh lint (never by itself).
package struct SettleReply: RemoteCall {
    package static let method = "reply.settle"
    package typealias Reply = OutboxView
    package var item: OutboxID
    package var hasArrived: Bool
    package var reason: String
    package init(item: OutboxID, hasArrived: Bool, reason: String) {
        self.item = item
        self.hasArrived = hasArrived
        self.reason = reason
    }
}

/// Replies that wait, failed or are unknown, within scope; newest first.
package struct ListOutbox: RemoteCall {
    package static let method = "outbox.list"
    /// Empty means held, queued, sending, unknown, failed and bounced.
    package var states: [OutboxState]
    package init(states: [OutboxState] = []) { self.states = states }

    package struct Reply: Codable, Sendable, Hashable {
        package var items: [OutboxView]
        package init(items: [OutboxView]) { self.items = items }
    }
}

/// Keeps the caller's draft; an empty text discards it.
package struct SaveDraft: RemoteCall {
    package static let method = "draft.save"
    package typealias Reply = Done
    package var ticket: TicketID
    package var basis: EventSequence
    package var text: String
    package init(ticket: TicketID, basis: EventSequence, text: String) {
        self.ticket = ticket
        self.basis = basis
        self.text = text
    }
}

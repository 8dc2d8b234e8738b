package import SwiftExtensions

/// Where a debt stands (helpdesk section 4.2). Every move is an event with a proof.
package enum DebtState: String, Codable, Sendable, CaseIterable {
    case owed
    case answerPending = "answer-pending"
    case answered
    case excusePending = "excuse-pending"
    case excused
    case void
}

/// The obligation that one buyer message creates: an answer within the platform's time.
package struct Debt: Hashable, Sendable, Codable {
    package var id: DebtID
    package var message: MessageID
    package var ticket: TicketID
    package var store: StoreID
    package var start: Timestamp
    package var platformDue: Timestamp
    package var state: DebtState
    /// The message could not be read, so the debt waits for a person to confirm or void it.
    package var isProvisional: Bool
    package var isStartEstimated: Bool
    /// Already late when we first saw the message.
    package var isBornLate: Bool
    package var dischargedAt: Timestamp?
    package var outbox: OutboxID?
    /// Whether its message was answered by a reply whose author sent past it with a reason (helpdesk
    /// sections 4.3 and 8.4); nil for no.
    package var isUnseenAtReply: Bool?

    package init(
        id: DebtID, message: MessageID, ticket: TicketID, store: StoreID, start: Timestamp,
        platformDue: Timestamp, state: DebtState = .owed, isProvisional: Bool = false,
        isStartEstimated: Bool = false, isBornLate: Bool = false,
        dischargedAt: Timestamp? = nil, outbox: OutboxID? = nil, isUnseenAtReply: Bool? = nil
    ) {
        self.id = id
        self.message = message
        self.ticket = ticket
        self.store = store
        self.start = start
        self.platformDue = platformDue
        self.state = state
        self.isProvisional = isProvisional
        self.isStartEstimated = isStartEstimated
        self.isBornLate = isBornLate
        self.dischargedAt = dischargedAt
        self.outbox = outbox
        self.isUnseenAtReply = isUnseenAtReply
    }
}

/// What proves a debt's move: the outbox item, a bounce, a copy seen, or a person's word.
package enum DebtProof: Hashable, Sendable, Codable {
    case accepted(OutboxID)
    /// The reply's author had not read the message and sent past it with a reason.
    case acceptedUnseen(OutboxID)
    case confirmed(OutboxID)
    case bounced(OutboxID)
    case externalReply(MessageID)
    case bounceWindowPassed(OutboxID)
    case person(PersonID, reason: String)
    case excuseExpired
    /// The platform took the message before the desk was responsible for its mailbox.
    case beforeGoLive
}

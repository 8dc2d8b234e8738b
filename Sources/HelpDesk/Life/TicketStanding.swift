package import SwiftExtensions

/// All that a state change decides about a ticket.
package struct TicketStanding: Hashable, Sendable, Codable {
    package var state: TicketState
    package var holdReason: String?
    package var reviewAt: Timestamp?
    package var wakeAt: Timestamp?
    package var resolvedAt: Timestamp?
    package var suspension: Suspension?

    package init(
        state: TicketState = .new, holdReason: String? = nil, reviewAt: Timestamp? = nil,
        wakeAt: Timestamp? = nil, resolvedAt: Timestamp? = nil, suspension: Suspension? = nil
    ) {
        self.state = state
        self.holdReason = holdReason
        self.reviewAt = reviewAt
        self.wakeAt = wakeAt
        self.resolvedAt = resolvedAt
        self.suspension = suspension
    }

    /// The standing after a change at `instant`. An interrupted rest is kept until the ticket rests
    /// again in any way.
    package func after(_ change: TicketStateChange, at instant: Timestamp) -> TicketStanding {
        let resolved: Timestamp? =
            switch change.to {
            case .resolved: instant
            case .closed: resolvedAt ?? instant
            case .new, .open, .pending, .hold, .snoozed: nil
            }
        let isWork = change.to == .new || change.to == .open || change.to == .pending
        return TicketStanding(
            state: change.to, holdReason: change.holdReason, reviewAt: change.reviewAt,
            wakeAt: change.wakeAt, resolvedAt: resolved,
            suspension: change.suspends ?? (isWork ? suspension : nil))
    }
}

/// A person takes a state change back.
package struct StateUndo: Hashable, Sendable, Codable {
    package var ticket: TicketID
    /// The change that is taken back.
    package var undone: EventSequence
    package var from: TicketState
    package var to: TicketStanding

    package init(
        ticket: TicketID, undone: EventSequence, from: TicketState, to: TicketStanding
    ) {
        self.ticket = ticket
        self.undone = undone
        self.from = from
        self.to = to
    }
}

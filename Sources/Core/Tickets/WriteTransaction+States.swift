import HelpDesk
import Store
import SwiftExtensions

extension WriteTransaction {
    /// Records a move of a ticket and the timer that belongs to its new state. A timer of an
    /// earlier state finds nothing to do when it rings.
    func apply(_ change: TicketStateChange?) throws {
        guard let change else { return }
        try record(.ticketStateChanged(change))
        try scheduleEnd(
            of: change.to, change.ticket, reviewAt: change.reviewAt, wakeAt: change.wakeAt)
    }

    /// The timer by which a state ends by itself.
    func scheduleEnd(
        of state: TicketState, _ ticket: TicketID, reviewAt: Timestamp?, wakeAt: Timestamp?
    ) throws {
        switch state {
        case .hold:
            if let reviewAt { try schedule(.holdReview, for: ticket, at: reviewAt) }
        case .snoozed:
            if let wakeAt { try schedule(.wake, for: ticket, at: wakeAt) }
        case .pending:
            try schedule(.silence, for: ticket, at: now + TicketRules.resolveAfter)
        case .resolved:
            try schedule(.archive, for: ticket, at: now + TicketRules.closeAfter)
        case .new, .open, .closed: break
        }
    }

    func apply(_ assignment: TicketAssignment?) throws {
        guard let assignment else { return }
        try record(.ticketAssigned(assignment))
    }

    func apply(_ moves: [DebtMove]) throws {
        for move in moves {
            precondition(
                DebtRules.allows(move.from, to: move.to),
                "Moves come from DebtRules, which makes only those that it allows.")
            try record(.debtMoved(move))
        }
    }

    /// Adds an item to a thread together with its words. Its place in the log is its sequence.
    func add(_ message: Message, _ content: MessageContent) throws {
        try record(.messageAdded(message))
        try putMessage(message.id, content)
    }
}

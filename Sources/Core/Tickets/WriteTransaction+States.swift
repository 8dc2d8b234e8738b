import HelpDesk
import Store
import SwiftExtensions

extension WriteTransaction {
    /// Records a move of a ticket and the timer that belongs to its new state. A timer of an
    /// earlier state finds nothing to do when it rings.
    func apply(_ change: TicketStateChange?) throws {
        guard let change else { return }
        try record(.ticketStateChanged(change))
        switch change.to {
        case .hold:
            if let reviewAt = change.reviewAt {
                try schedule(.holdReview, for: change.ticket, at: reviewAt)
            }
        case .pending:
            try schedule(.silence, for: change.ticket, at: now + TicketRules.resolveAfter)
        case .resolved:
            try schedule(.archive, for: change.ticket, at: now + TicketRules.closeAfter)
        case .new, .open, .snoozed, .closed: break
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

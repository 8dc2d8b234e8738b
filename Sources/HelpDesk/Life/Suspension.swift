package import SwiftExtensions

/// A hold or snooze that a buyer's message ended before its time. After the next reply one key
/// takes it up again (helpdesk section 5.3).
package struct Suspension: Hashable, Sendable, Codable {
    /// `hold` or `snoozed`.
    package var state: TicketState
    package var reason: String?
    /// Until when it would have lasted.
    package var until: Timestamp

    package init(state: TicketState, reason: String?, until: Timestamp) {
        self.state = state
        self.reason = reason
        self.until = until
    }
}

extension Ticket {
    /// What is interrupted when the ticket is opened before its time; nil when it does not rest.
    package var interruptedRest: Suspension? {
        switch state {
        case .hold:
            reviewAt.map { Suspension(state: .hold, reason: holdReason, until: $0) }
        case .snoozed:
            wakeAt.map { Suspension(state: .snoozed, reason: nil, until: $0) }
        case .new, .open, .pending, .resolved, .closed: nil
        }
    }
}

package import SwiftExtensions

/// One act on each ticket of a selection. Every ticket is judged for itself; what is refused is
/// told row by row.
package enum BulkAct: Hashable, Sendable, Codable {
    case take
    /// To a person or to nobody.
    case assign(PersonID?)
    case snooze(until: Timestamp)
    case hold(reason: String, reviewAt: Timestamp)
    case resolve
    case reopen
    case priority(TicketPriority)
    case tag(String)
    case untag(String)
    case spam(Bool)
    case mute(Bool)
    case watch(Bool)
    case undo

    /// Most tickets that one request may name.
    package static let limit = 500
}

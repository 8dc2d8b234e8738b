package import SwiftExtensions

/// How long somebody has to begin with a ticket that routing gave them (helpdesk section 7.7).
package enum AcceptTimer {
    package static let shortest: Duration = .minutes(10)

    /// When the ticket goes back to the queue: a fifth of the time that is left, ten minutes at
    /// least. `due` is the earliest of its clocks; nil when none runs.
    package static func end(assignedAt: Timestamp, due: Timestamp?) -> Timestamp {
        let left = due.map { max(0, ($0 - assignedAt).wholeMilliseconds) } ?? 0
        return assignedAt + max(shortest, .milliseconds(left / 5))
    }
}

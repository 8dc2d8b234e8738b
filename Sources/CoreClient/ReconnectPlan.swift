package import SwiftExtensions

/// When to try the core again after it was lost: 0.25 s, then twice as long each time up to 5 s.
package struct ReconnectPlan: Sendable, Equatable {
    package enum State: Sendable, Equatable {
        case connected
        case waiting(until: Timestamp, attempt: Int)
    }

    package private(set) var state: State

    /// Starts without a connection; the first attempt is due at `now`.
    package init(now: Timestamp) {
        state = .waiting(until: now, attempt: 0)
    }

    package var isConnected: Bool { state == .connected }

    /// When the next attempt is due; nil while connected.
    package var nextAttempt: Timestamp? {
        guard case .waiting(let until, _) = state else { return nil }
        return until
    }

    package func isDue(at now: Timestamp) -> Bool {
        nextAttempt.map { $0 <= now } ?? false
    }

    package mutating func succeeded() {
        state = .connected
    }

    /// A connection was lost or an attempt failed.
    package mutating func failed(at now: Timestamp) {
        let attempt =
            switch state {
            case .connected: 0
            case .waiting(_, let attempt): attempt
            }
        let wait = min(5000, 250 << min(attempt, 6))
        state = .waiting(until: now + .milliseconds(wait), attempt: attempt + 1)
    }
}

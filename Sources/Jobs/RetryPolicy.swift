import SwiftExtensions

/// What a failure means for trying again; callers map their own errors to it.
package enum FailureNature: Hashable, Sendable {
    /// May pass by itself: network, outage.
    case transient
    /// The other side asks to slow down, sometimes saying for how long.
    case throttled(retryAfter: Duration?)
    /// The same call will fail the same way.
    case permanent
    /// Nobody knows whether it took effect: repeating might do it twice.
    case unknownOutcome
}

/// Whether to try again, and when.
package enum RetryDecision: Hashable, Sendable {
    case retry(after: Duration)
    case giveUp
}

/// How often and how patiently something is tried.
package struct RetryPolicy: Hashable, Sendable, Codable {
    /// Attempts in all, the first included; at least one.
    package var attemptLimit: Int
    package var backoff: Backoff

    package init(attemptLimit: Int, backoff: Backoff) {
        self.attemptLimit = max(1, attemptLimit)
        self.backoff = backoff
    }

    /// Decides after the `attempt`-th attempt, counted from one, has failed. A wait that the other
    /// side named is kept in full and jitter comes on top.
    package func decide(
        afterAttempt attempt: Int, _ nature: FailureNature,
        using random: inout some RandomNumberGenerator
    ) -> RetryDecision {
        guard attempt < attemptLimit else { return .giveUp }
        switch nature {
        case .permanent, .unknownOutcome:
            return .giveUp
        case .transient:
            return .retry(after: backoff.delay(afterAttempt: attempt, using: &random))
        case .throttled(let named):
            let jitter = backoff.delay(afterAttempt: attempt, using: &random)
            return .retry(after: (named ?? .zero) + jitter)
        }
    }
}

package import SwiftExtensions

/// The life of one job as decisions: each event says what the runner does next.
package struct JobState: Hashable, Sendable, Codable {
    /// Where the job stands. Attempts are counted from one.
    package enum Phase: Hashable, Sendable, Codable {
        case ready(attempt: Int, notBefore: Timestamp)
        case running(attempt: Int)
        case finished
        /// Given up; kept so that people can read why and run it again.
        case dead(attempts: Int, reason: String)
    }

    /// What the runner does next.
    package enum Action: Hashable, Sendable {
        case run(attempt: Int)
        case wait(until: Timestamp)
        case finish
        case bury(reason: String)
        case none
    }

    package private(set) var phase: Phase

    /// A job that may run from `notBefore` on.
    package init(notBefore: Timestamp) {
        phase = .ready(attempt: 1, notBefore: notBefore)
    }

    /// A job as it was stored.
    package init(phase: Phase) {
        self.phase = phase
    }

    /// The runner looks at the job.
    package mutating func due(at now: Timestamp) -> Action {
        guard case .ready(let attempt, let notBefore) = phase else { return .none }
        guard notBefore <= now else { return .wait(until: notBefore) }
        phase = .running(attempt: attempt)
        return .run(attempt: attempt)
    }

    /// The work is done. A result for a job that does not run any more changes nothing.
    package mutating func succeeded() -> Action {
        guard case .running = phase else { return .none }
        phase = .finished
        return .finish
    }

    /// The work failed.
    package mutating func failed(
        _ nature: FailureNature, reason: String, policy: RetryPolicy, at now: Timestamp,
        using random: inout some RandomNumberGenerator
    ) -> Action {
        guard case .running(let attempt) = phase else { return .none }
        switch policy.decide(afterAttempt: attempt, nature, using: &random) {
        case .giveUp:
            phase = .dead(attempts: attempt, reason: reason)
            return .bury(reason: reason)
        case .retry(let delay):
            phase = .ready(attempt: attempt + 1, notBefore: now + delay)
            return .wait(until: now + delay)
        }
    }

    /// The core stopped while the job ran. Work that may be repeated goes back in the queue with
    /// its attempt counted; other work is buried for a person to decide.
    package mutating func interrupted(
        isRepeatable: Bool, policy: RetryPolicy, at now: Timestamp
    ) -> Action {
        guard case .running(let attempt) = phase else { return .none }
        guard isRepeatable, attempt < policy.attemptLimit else {
            let reason = "interrupted"
            phase = .dead(attempts: attempt, reason: reason)
            return .bury(reason: reason)
        }
        phase = .ready(attempt: attempt + 1, notBefore: now)
        return .wait(until: now)
    }

    /// A person runs a dead job again, with all its attempts.
    package mutating func revived(at now: Timestamp) -> Action {
        guard case .dead = phase else { return .none }
        phase = .ready(attempt: 1, notBefore: now)
        return .wait(until: now)
    }
}

package import SwiftExtensions

/// How often something may happen: a steady rate with room for a burst.
package struct RateLimit: Hashable, Sendable, Codable {
    /// Tokens that come back each second; more than zero.
    package var ratePerSecond: Double
    /// Tokens a full bucket holds; at least one.
    package var burst: Double

    /// Values that make no sense (not finite, zero, negative) become the slowest that does.
    package init(ratePerSecond: Double, burst: Double) {
        self.ratePerSecond = ratePerSecond.isFinite ? max(ratePerSecond, 0.000_1) : 0.000_1
        self.burst = burst.isFinite ? max(burst, 1) : 1
    }
}

/// A bucket of tokens as a value: it knows how many it held and when, and works out the rest.
/// Stored as it is, so that a restart does not spend a burst twice.
package struct TokenBucket: Hashable, Sendable, Codable {
    /// What `take` says: the token is spent, or come back after the wait.
    package enum Decision: Hashable, Sendable {
        case taken
        case wait(Duration)
    }

    package private(set) var limit: RateLimit
    package private(set) var tokens: Double
    package private(set) var countedAt: Timestamp
    /// Nothing is given before this instant: the other side asked for a pause.
    package private(set) var pausedUntil: Timestamp?

    /// A full bucket.
    package init(limit: RateLimit, at now: Timestamp) {
        self.limit = limit
        tokens = limit.burst
        countedAt = now
    }

    /// Spends one token, or says how long until there is one.
    package mutating func take(at now: Timestamp) -> Decision {
        let needed = wait(at: now)
        guard needed == .zero else { return .wait(needed) }
        tokens = max(0, tokens - 1)
        return .taken
    }

    /// How long until a token can be taken; zero when one is there.
    package mutating func wait(at now: Timestamp) -> Duration {
        refill(at: now)
        var milliseconds = 0.0
        if tokens < 1 { milliseconds = ((1 - tokens) / limit.ratePerSecond * 1000).rounded(.up) }
        if let pausedUntil {
            milliseconds = max(milliseconds, Double(pausedUntil.milliseconds - now.milliseconds))
        }
        return .milliseconds(Int64(min(milliseconds, 86_400_000)))
    }

    /// Goes on with a new rate; what came back so far was counted at the old one.
    package mutating func adapt(ratePerSecond: Double, at now: Timestamp) {
        guard ratePerSecond.isFinite, ratePerSecond > 0 else { return }
        refill(at: now)
        limit = RateLimit(ratePerSecond: ratePerSecond, burst: limit.burst)
    }

    /// The other side refused: it counts fewer tokens than we do, so ours are gone for `pause`.
    package mutating func refused(pauseFor pause: Duration, at now: Timestamp) {
        refill(at: now)
        tokens = 0
        pausedUntil = max(pausedUntil ?? now, now + pause)
    }

    /// Takes the published limit of a new table while keeping what is spent.
    package mutating func replaceLimit(_ newLimit: RateLimit, at now: Timestamp) {
        refill(at: now)
        limit = newLimit
        tokens = min(tokens, newLimit.burst)
    }

    /// A clock that stepped back gives nothing and starts counting anew.
    private mutating func refill(at now: Timestamp) {
        let elapsed = Double(now.milliseconds) - Double(countedAt.milliseconds)
        if !tokens.isFinite { tokens = 0 }
        if elapsed > 0 { tokens = min(limit.burst, tokens + elapsed / 1000 * limit.ratePerSecond) }
        if elapsed < 0, let until = pausedUntil {
            pausedUntil = Timestamp(milliseconds: until.milliseconds + Int64(elapsed))
        }
        countedAt = now
        if let until = pausedUntil, until <= now { pausedUntil = nil }
    }
}

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
///
/// What counts is the other side's bucket, which sees a call somewhere between its departure and its
/// answer. A call that is `reserved` therefore leaves the bucket only when it is `settled`: until
/// then its token is taken, but does not make room for another to come back. So ours never holds
/// more than theirs, however long single calls are on the way.
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
    /// Calls on the way: their tokens are taken, but still lie in the bucket.
    package private(set) var underWay: Int
    /// How the rate recovers from a refusal.
    package private(set) var caution: Caution

    /// A full bucket.
    package init(limit: RateLimit, at now: Timestamp) {
        self.limit = limit
        tokens = limit.burst
        countedAt = now
        underWay = 0
        caution = .none
    }

    /// A bucket as it was stored.
    init(
        limit: RateLimit, tokens: Double, countedAt: Timestamp, pausedUntil: Timestamp?,
        underWay: Int, caution: Caution
    ) {
        self.limit = limit
        self.tokens = tokens
        self.countedAt = countedAt
        self.pausedUntil = pausedUntil
        self.underWay = underWay
        self.caution = caution
    }

    /// Tokens that can be taken at the last count.
    package var available: Double { max(0, tokens - Double(underWay)) }

    /// Spends one token at once, or says how long until there is one.
    package mutating func take(at now: Timestamp, keeping reserve: Int = 0) -> Decision {
        let decision = reserveOne(at: now, keeping: reserve)
        if decision == .taken { settle(at: now) }
        return decision
    }

    /// Takes a token for a call that now departs, unless fewer than `reserve` would be left; says
    /// otherwise how long until one can be taken. Each call is to be settled once.
    package mutating func reserveOne(at now: Timestamp, keeping reserve: Int = 0) -> Decision {
        let needed = wait(at: now, keeping: reserve)
        guard needed == .zero else { return .wait(needed) }
        underWay += 1
        return .taken
    }

    /// A call came back, or will never do: the other side has counted it by now.
    package mutating func settle(at now: Timestamp) {
        refill(at: now)
        guard underWay > 0 else { return }
        underWay -= 1
        tokens = max(0, tokens - 1)
    }

    /// Counts all calls on the way as arrived: nobody waits for them after a restart.
    package mutating func settleAll(at now: Timestamp) {
        while underWay > 0 { settle(at: now) }
    }

    /// How long until a token can be taken; zero when one is there. Of calls that are on the way
    /// nobody knows when they settle, so with a full bucket the wait is that for one token.
    package mutating func wait(at now: Timestamp, keeping reserve: Int = 0) -> Duration {
        refill(at: now)
        let needed = min(1 + Double(max(reserve, 0)), limit.burst)
        let missing = needed - (tokens - Double(underWay))
        var milliseconds = 0.0
        if missing > 0.000_001 {
            milliseconds = caution.wait(forTokens: missing, rate: limit.ratePerSecond)
        }
        if let pausedUntil {
            milliseconds = max(milliseconds, Double(pausedUntil.milliseconds - now.milliseconds))
        }
        return .milliseconds(Int64(min(milliseconds.rounded(.up), 86_400_000)))
    }

    /// Goes on with a new rate; what came back so far was counted at the old one.
    package mutating func adapt(ratePerSecond: Double, at now: Timestamp) {
        guard ratePerSecond.isFinite, ratePerSecond > 0 else { return }
        refill(at: now)
        limit = RateLimit(ratePerSecond: ratePerSecond, burst: limit.burst)
    }

    /// The other side refused: it counts fewer tokens than we do, so ours are gone for `pause`, and
    /// they come back at half the rate until some quiet minutes have passed.
    package mutating func refused(pauseFor pause: Duration, at now: Timestamp) {
        refill(at: now)
        tokens = Double(underWay)
        pausedUntil = max(pausedUntil ?? now, now + pause)
        caution = caution.afterRefusal
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
        if elapsed > 0 {
            let gained = caution.pass(seconds: elapsed / 1000) * limit.ratePerSecond
            tokens = min(limit.burst, tokens + gained)
        }
        if elapsed < 0, let until = pausedUntil {
            pausedUntil = Timestamp(milliseconds: until.milliseconds + Int64(elapsed))
        }
        countedAt = now
        if let until = pausedUntil, until <= now { pausedUntil = nil }
    }
}

package import SwiftExtensions

/// What a failure does to the connection that it happened on.
package enum ConnectionEffect: Hashable, Sendable, Codable {
    /// It was about one call; the connection is as good as before.
    case none
    /// The other side or the way to it is down: leave it alone, try with one call now and then.
    case outage
    /// A person must repair it; jobs wait. A rare call finds out whether that has happened.
    case parked
    /// The account is shut: only a slow look whether it is open again.
    case restricted
}

/// Whether calls may go out on one connection. After a failure of the connection itself everything
/// waits, and then a single call, the probe, finds out for all.
package struct ConnectionGate: Hashable, Sendable {
    package enum Phase: Hashable, Sendable {
        case open
        /// Nothing goes out before `until`.
        case shut(ConnectionEffect, until: Timestamp)
        /// One call is out to find out; the others wait until `deadline`, when it counts as lost.
        case probing(ConnectionEffect, deadline: Timestamp)
    }

    package private(set) var phase = Phase.open
    /// Failures of the connection since it last worked.
    package private(set) var failures = 0

    private static let outage = Backoff(base: .seconds(30), cap: .minutes(15))
    private static let probeTime = Duration.minutes(3)

    package init() {}

    /// Asks for a call: nil lets it go, an instant says when to ask again. The first one that asks
    /// after the wait is the probe.
    package mutating func ask(at now: Timestamp) -> Timestamp? {
        switch phase {
        case .open:
            return nil
        case .shut(_, let until) where now < until && until - now <= Self.longest:
            return until
        case .probing(_, let deadline) where now < deadline && deadline - now <= Self.probeTime:
            return deadline
        case .shut(let effect, _), .probing(let effect, _):
            phase = .probing(effect, deadline: now + Self.probeTime)
            return nil
        }
    }

    /// A call was answered by the other side as it should: the connection works.
    package mutating func succeeded() {
        phase = .open
        failures = 0
    }

    /// A call failed. Returns when the next one may go out, nil when at once.
    @discardableResult
    package mutating func failed(
        _ effect: ConnectionEffect, at now: Timestamp,
        using random: inout some RandomNumberGenerator
    ) -> Timestamp? {
        guard effect != .none else {
            // The other side answered, so the way there works.
            succeeded()
            return nil
        }
        failures += 1
        let until = now + pause(after: effect, using: &random)
        phase = .shut(effect, until: until)
        return until
    }

    /// A probe that never went out (its budget was spent, say) leaves the gate ready for another.
    package mutating func withdrew(at now: Timestamp) {
        if case .probing(let effect, _) = phase { phase = .shut(effect, until: now) }
    }

    /// Somebody says that it is repaired: the next call is a probe.
    package mutating func forced(at now: Timestamp) {
        guard case .shut(let effect, _) = phase else { return }
        phase = .shut(effect, until: now)
    }

    private static let longest = Duration.minutes(75)

    /// Half of the wait is fixed, the other half chance, so that stores do not come back together.
    private func pause(
        after effect: ConnectionEffect, using random: inout some RandomNumberGenerator
    ) -> Duration {
        let whole: Duration =
            switch effect {
            case .none: .zero
            case .outage: Self.outage.ceiling(afterAttempt: failures)
            case .parked: .minutes(30)
            case .restricted: .minutes(60)
            }
        let half = whole.wholeMilliseconds / 2
        return .milliseconds(half + Int64.random(in: 0...max(half, 1), using: &random))
    }
}

package import HelpDesk
package import Jobs
package import SwiftExtensions
import Synchronization

/// One token bucket for each (store, region, operation).
package final class CallLimiter: Sendable {
    /// Writes a budget to where it outlives the process.
    package typealias Ledger = @Sendable (CallBudget) async throws -> Void

    /// We refill a little slower than the platform: two clocks never run quite alike.
    private static let share = 0.99
    private let table: RateLimitTable
    private let buckets = Mutex<[BudgetKey: TokenBucket]>([:])
    private let ledger = Mutex<Ledger?>(nil)

    package init(table: RateLimitTable = .standard) {
        self.table = table
    }

    /// From now on each token that is spent is written down before its call departs, so that even a
    /// crash right after cannot spend it twice.
    package func keep(in ledger: @escaping Ledger) {
        self.ledger.withLock { $0 = ledger }
    }

    /// Takes a token for a call that departs now, or says how long until there is one. With a
    /// `reserve`, that many calls stay possible for those who cannot wait. Throws what the ledger
    /// throws; the token is then given up.
    package func depart(
        _ key: BudgetKey, keeping reserve: Int = 0, at now: Timestamp
    ) async throws -> TokenBucket.Decision {
        let decision = change(key, at: now) { $0.reserveOne(at: now, keeping: reserve) }
        guard decision == .taken, let ledger = ledger.withLock({ $0 }) else { return decision }
        do {
            try await ledger(budget(key, at: now))
        } catch {
            arrived(key, at: now)
            throw error
        }
        return decision
    }

    /// The call came back, or will never do.
    package func arrived(_ key: BudgetKey, at now: Timestamp) {
        change(key, at: now) { $0.settle(at: now) }
    }

    /// Spends a token at once, or says how long until there is one.
    package func take(
        store: StoreID, operation: String, at now: Timestamp
    ) -> TokenBucket.Decision {
        change(BudgetKey(store: store, operation: operation), at: now) { $0.take(at: now) }
    }

    /// How long until a call could go out.
    package func wait(_ key: BudgetKey, keeping reserve: Int = 0, at now: Timestamp) -> Duration {
        change(key, at: now) { $0.wait(at: now, keeping: reserve) }
    }

    /// The time in which one call of an operation comes back at the rate that holds now.
    package func interval(_ key: BudgetKey, at now: Timestamp) -> Duration {
        change(key, at: now) { bucket in
            .milliseconds(Int64((1000 / bucket.limit.ratePerSecond).rounded(.up)))
        }
    }

    /// The platform names its current rate.
    package func adapt(_ key: BudgetKey, ratePerSecond: Double, at now: Timestamp) {
        change(key, at: now) {
            $0.adapt(ratePerSecond: ratePerSecond * Self.share, at: now)
        }
    }

    /// The platform refused a call for coming too soon; nothing goes out for one refill interval, or
    /// for as long as the platform asked. Returns that time. `spread`, 0 to 1, lengthens it by up to
    /// a tenth, so that many who were refused together do not come back together.
    package func refused(
        _ key: BudgetKey, retryAfter named: Duration? = nil, spread: Double = 0, at now: Timestamp
    ) -> Duration {
        change(key, at: now) { bucket in
            let interval = 1000 / bucket.limit.ratePerSecond
            let asked = min(max(Double(named?.wholeMilliseconds ?? 0), interval), 3_600_000)
            let pause = Duration.milliseconds(
                Int64((asked * (1 + min(max(spread, 0), 1) / 10)).rounded(.up)))
            bucket.refused(pauseFor: pause, at: now)
            return pause
        }
    }

    /// Every bucket used so far as it stands at `now`, in a fixed order.
    package func budgets(at now: Timestamp) -> [CallBudget] {
        buckets.withLock { all in
            for key in all.keys { _ = all[key]?.wait(at: now) }
        }
        return export()
    }

    /// Every bucket used so far, in a fixed order.
    package func export() -> [CallBudget] {
        buckets.withLock { all in all.map { Self.budget($0, $1) } }
            .sorted { $0.key < $1.key }
    }

    /// Goes on where an earlier run stopped; the burst follows the table, not the stored value. Calls
    /// that were on the way then have arrived by now.
    package func restore(_ budgets: [CallBudget], at now: Timestamp? = nil) {
        buckets.withLock { all in
            for budget in budgets {
                let burst = table.limit(of: budget.operation).burst
                var bucket = budget.bucket
                let rate = RateLimit(
                    ratePerSecond: bucket.limit.ratePerSecond, burst: burst)
                bucket.replaceLimit(rate, at: bucket.countedAt)
                bucket.settleAll(at: now ?? bucket.countedAt)
                all[budget.key] = bucket
            }
        }
    }

    private static func budget(_ key: BudgetKey, _ bucket: TokenBucket) -> CallBudget {
        CallBudget(
            store: key.store, region: key.region, operation: key.operation, bucket: bucket)
    }

    private func budget(_ key: BudgetKey, at now: Timestamp) -> CallBudget {
        change(key, at: now) { Self.budget(key, $0) }
    }

    @discardableResult
    private func change<Result: Sendable>(
        _ key: BudgetKey, at now: Timestamp, _ body: (inout TokenBucket) -> Result
    ) -> Result {
        buckets.withLock { all in
            let published = table.limit(of: key.operation)
            let limit = RateLimit(
                ratePerSecond: published.ratePerSecond * Self.share, burst: published.burst)
            return body(&all[key, default: TokenBucket(limit: limit, at: now)])
        }
    }
}

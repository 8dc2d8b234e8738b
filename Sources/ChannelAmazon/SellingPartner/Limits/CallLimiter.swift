package import HelpDesk
package import Jobs
package import SwiftExtensions
import Synchronization

/// What is left of one store's rate for one operation; stored so that a restart remembers it.
package struct CallBudget: Hashable, Sendable, Codable {
    package var store: StoreID
    package var operation: String
    package var bucket: TokenBucket

    package init(store: StoreID, operation: String, bucket: TokenBucket) {
        self.store = store
        self.operation = operation
        self.bucket = bucket
    }
}

/// One token bucket for each (store, operation); a store is one account in one region.
package final class CallLimiter: Sendable {
    private struct Key: Hashable {
        var store: StoreID
        var operation: String
    }

    /// We refill a little slower than the platform: two clocks never agree, and a call that comes a
    /// moment early costs a refusal.
    private static let share = 0.985
    private let table: RateLimitTable
    private let buckets = Mutex<[Key: TokenBucket]>([:])

    package init(table: RateLimitTable = .standard) {
        self.table = table
    }

    /// Spends a token, or says how long until there is one.
    package func take(
        store: StoreID, operation: String, at now: Timestamp
    ) -> TokenBucket.Decision {
        change(store, operation, at: now) { $0.take(at: now) }
    }

    /// How long until a call could go out.
    package func wait(store: StoreID, operation: String, at now: Timestamp) -> Duration {
        change(store, operation, at: now) { $0.wait(at: now) }
    }

    /// The platform names its current rate.
    package func adapt(
        store: StoreID, operation: String, ratePerSecond: Double, at now: Timestamp
    ) {
        change(store, operation, at: now) {
            $0.adapt(ratePerSecond: ratePerSecond * Self.share, at: now)
        }
    }

    /// The platform refused a call for coming too soon; nothing goes out for one refill interval.
    /// Returns that interval.
    package func refused(store: StoreID, operation: String, at now: Timestamp) -> Duration {
        change(store, operation, at: now) { bucket in
            let interval = Duration.milliseconds(
                Int64((1000 / bucket.limit.ratePerSecond).rounded(.up)))
            bucket.refused(pauseFor: interval, at: now)
            return interval
        }
    }

    /// Every bucket used so far, in a fixed order.
    package func export() -> [CallBudget] {
        buckets.withLock { all in
            all.map { CallBudget(store: $0.store, operation: $0.operation, bucket: $1) }
        }
        .sorted { ($0.store, $0.operation) < ($1.store, $1.operation) }
    }

    /// Goes on where an earlier run stopped; the burst follows the table, not the stored value.
    package func restore(_ budgets: [CallBudget]) {
        buckets.withLock { all in
            for budget in budgets {
                let burst = table.limit(of: budget.operation).burst
                var bucket = budget.bucket
                let rate = RateLimit(
                    ratePerSecond: bucket.limit.ratePerSecond, burst: burst)
                bucket.replaceLimit(rate, at: bucket.countedAt)
                all[Key(store: budget.store, operation: budget.operation)] = bucket
            }
        }
    }

    @discardableResult
    private func change<Result: Sendable>(
        _ store: StoreID, _ operation: String, at now: Timestamp,
        _ body: (inout TokenBucket) -> Result
    ) -> Result {
        buckets.withLock { all in
            let published = table.limit(of: operation)
            let limit = RateLimit(
                ratePerSecond: published.ratePerSecond * Self.share, burst: published.burst)
            return body(
                &all[
                    Key(store: store, operation: operation),
                    default: TokenBucket(limit: limit, at: now)])
        }
    }
}

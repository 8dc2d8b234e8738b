import Foundation
import HelpDesk
import Store
import SwiftExtensions

/// What usually arrives at a store, from the same hours of earlier weeks (helpdesk section 19).
struct UsualArrivals: Sendable, Hashable {
    /// Weeks looked back on at most.
    static let weeks: Int64 = 8
    private static let hour: Int64 = 3_600_000

    /// Messages an hour for each hour of the week.
    private var rates: [Int: Double] = [:]
    /// Messages an hour over all of the history, for hours of which nothing is known.
    private var overall = 0.0

    /// `counts` are arrivals by hour of the week over `history`.
    init(counts: [Int: Int], history: Duration) {
        let weeks = Double(history.wholeMilliseconds) / Double(168 * Self.hour)
        guard weeks > 0 else { return }
        overall = Double(counts.values.reduce(0, +)) / (weeks * 168)
        // With less than two weeks an hour of the week was hardly seen twice; all hours then share.
        guard weeks >= 2 else { return }
        for hour in 0..<168 { rates[hour] = Double(counts[hour] ?? 0) / weeks }
    }

    /// Arrivals to be expected in [start, end).
    func expected(from start: Timestamp, to end: Timestamp) -> Double {
        guard start < end else { return 0 }
        var sum = 0.0
        var instant = start.milliseconds
        while instant < end.milliseconds {
            let next = min((instant / Self.hour + 1) * Self.hour, end.milliseconds)
            let rate = rates[Int((instant / Self.hour) % 168)] ?? overall
            sum += rate * Double(next - instant) / Double(Self.hour)
            instant = next
        }
        return sum
    }
}

extension UsualArrivals {
    /// The history of a store before `instant`.
    init(of store: StoreID, before instant: Timestamp, in transaction: ReadTransaction) throws {
        let earliest = instant - .days(7 * Self.weeks)
        let first = try transaction.firstArrival(of: store) ?? instant
        let start = max(earliest, first)
        guard start < instant else {
            self.init(counts: [:], history: .zero)
            return
        }
        self.init(
            counts: try transaction.arrivalsByHour(of: store, from: start, to: instant),
            history: instant - start)
    }
}

/// Figures of chance.
enum Chance {
    /// The upper end of the two-sided 95 % interval of a Poisson count with this mean: the smallest
    /// count that is reached or undercut with 97.5 % probability.
    static func poissonUpper(mean: Double) -> Int {
        guard mean.isFinite, mean > 0 else { return 0 }
        // Beyond this the normal law is as good, and exp(-mean) still far from zero below it.
        guard mean < 500 else { return Int((mean + 1.96 * mean.squareRoot() + 0.5).rounded(.up)) }
        var term = exp(-mean)
        var sum = term
        var count = 0
        while sum < 0.975, count < 2000 {
            count += 1
            term *= mean / Double(count)
            sum += term
        }
        return count
    }

    /// The 95 % upper bound of a share of which `hits` were seen in `trials`: `1 - 0.05^(1/n)` when
    /// there was none, else the one-sided bound of Clopper and Pearson. Nil without a trial.
    static func upperBound(hits: Int, of trials: Int) -> Double? {
        guard trials > 0, (0...trials).contains(hits) else { return nil }
        if hits == 0 { return 1 - pow(0.05, 1 / Double(trials)) }
        if hits == trials { return 1 }
        // The share at which so few hits would be seen in one case of twenty.
        var (low, high) = (0.0, 1.0)
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if binomial(upTo: hits, of: trials, share: middle) > 0.05 {
                low = middle
            } else {
                high = middle
            }
        }
        return high
    }

    /// The probability of at most `hits` in `trials`.
    private static func binomial(upTo hits: Int, of trials: Int, share: Double) -> Double {
        guard share > 0 else { return 1 }
        guard share < 1 else { return 0 }
        var sum = 0.0
        for count in 0...hits {
            let ways =
                lgamma(Double(trials + 1)) - lgamma(Double(count + 1))
                - lgamma(Double(trials - count + 1))
            sum += exp(ways + Double(count) * log(share) + Double(trials - count) * log1p(-share))
        }
        return min(1, sum)
    }
}

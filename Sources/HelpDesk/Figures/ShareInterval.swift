import Glibc

/// Between which bounds a share lies with 95 % confidence.
package struct ShareInterval: Hashable, Sendable, Codable {
    package var low: Double
    package var high: Double

    package init(low: Double, high: Double) {
        self.low = low
        self.high = high
    }

    /// The quantile of the normal distribution that leaves 2.5 % on either side.
    package static let z = 1.959963984540054

    /// Wilson's score interval: right also for small numbers and for shares of 0 and 1. Nil where
    /// there is nothing to count or the numbers make no share.
    package static func wilson(_ count: Int, of n: Int) -> ShareInterval? {
        guard n > 0, count >= 0, count <= n else { return nil }
        let n = Double(n)
        let p = Double(count) / n
        let z2 = z * z
        let middle = (p + z2 / (2 * n)) / (1 + z2 / n)
        let half = z / (1 + z2 / n) * (p * (1 - p) / n + z2 / (4 * n * n)).squareRoot()
        return ShareInterval(low: max(0, middle - half), high: min(1, middle + half))
    }

    /// The exact interval of Clopper and Pearson: never too narrow. Nil as `wilson`.
    package static func clopperPearson(_ count: Int, of n: Int) -> ShareInterval? {
        guard n > 0, count >= 0, count <= n else { return nil }
        let k = Double(count)
        let rest = Double(n - count)
        return ShareInterval(
            low: count == 0 ? 0 : BetaFunction.inverse(0.025, k, rest + 1),
            high: count == n ? 1 : BetaFunction.inverse(0.975, k + 1, rest))
    }
}

/// How often something happens now, as a multiple of how often it happened before.
package struct RateRatio: Hashable, Sendable, Codable {
    package var ratio: Double?
    package var interval: ShareInterval?

    /// Two counts of spans of equal length. Given their sum, the newer one is binomial, so the exact
    /// interval of its share gives that of the ratio; an endless bound is left out with the ratio.
    package init(now: Int, before: Int) {
        ratio = before > 0 ? Double(now) / Double(before) : nil
        guard let share = ShareInterval.clopperPearson(now, of: now + before), share.high < 1
        else { return }
        interval = ShareInterval(
            low: share.low / (1 - share.low), high: share.high / (1 - share.high))
    }
}

/// A mean and between which bounds that of all cases lies with 95 % confidence.
package struct MeanInterval: Hashable, Sendable, Codable {
    package var mean: Double
    /// Nil for fewer than two values, of which no spread is known.
    package var interval: ShareInterval?
    package var n: Int

    /// Student's interval. Nil without values.
    package init?(_ values: [Double]) {
        guard !values.isEmpty else { return nil }
        n = values.count
        let count = Double(n)
        let mean = values.reduce(0, +) / count
        self.mean = mean
        guard n > 1 else { return }
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
        let half = Self.student(degrees: n - 1) * (variance / count).squareRoot()
        interval = ShareInterval(low: mean - half, high: mean + half)
    }

    /// The 97.5 % quantile of Student's distribution: with x = v / (v + t²), the two tails together
    /// are I_x(v/2, 1/2).
    package static func student(degrees: Int) -> Double {
        let v = Double(degrees)
        let x = BetaFunction.inverse(0.05, v / 2, 0.5)
        return (v * (1 - x) / x).squareRoot()
    }
}

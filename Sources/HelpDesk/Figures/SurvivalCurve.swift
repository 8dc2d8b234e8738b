/// How long something takes, with those that still wait counted as what they are: at least so long
/// (Kaplan and Meier's estimate, helpdesk section 14.2).
package struct SurvivalCurve: Hashable, Sendable, Codable {
    /// After `at` milliseconds the share `waiting` has not ended.
    package struct Step: Hashable, Sendable, Codable {
        package var at: Int64
        package var waiting: Double

        package init(at: Int64, waiting: Double) {
            self.at = at
            self.waiting = waiting
        }
    }

    /// Falling steps; 1 before the first.
    package private(set) var steps: [Step] = []
    package let ended: Int
    package let censored: Int
    package var n: Int { ended + censored }

    /// From the times of what ended and of what still waits, in milliseconds; negative times, which
    /// only skewed clocks make, count as none.
    package init(ended: [Int64], waiting: [Int64]) {
        self.ended = ended.count
        censored = waiting.count
        let ends = ended.map { max(0, $0) }.sorted()
        let waits = waiting.map { max(0, $0) }.sorted()
        var share = 1.0
        var end = 0
        var wait = 0
        while end < ends.count {
            let at = ends[end]
            // One who waits exactly so long was still at risk at this instant.
            while wait < waits.count, waits[wait] < at { wait += 1 }
            let atRisk = ends.count - end + waits.count - wait
            var count = 0
            while end < ends.count, ends[end] == at {
                count += 1
                end += 1
            }
            share *= 1 - Double(count) / Double(atRisk)
            steps.append(Step(at: at, waiting: share))
        }
    }

    /// The first time by which the share `part` has ended; nil when so many have not.
    package func quantile(_ part: Double) -> Int64? {
        // A product of shares such as 0.857 · 0.833 must not miss a bound by its last bit.
        steps.first { $0.waiting <= 1 - part + 1e-12 }?.at
    }

    package var median: Int64? { quantile(0.5) }
    package var p90: Int64? { quantile(0.9) }

    /// The share that has ended within `limit` milliseconds; nil without any case.
    package func share(within limit: Int64) -> Double? {
        guard n > 0 else { return nil }
        // Found by halving: a year's curve has as many steps as cases.
        var low = 0
        var high = steps.count
        while low < high {
            let middle = (low + high) / 2
            if steps[middle].at <= limit { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? 0 : 1 - steps[low - 1].waiting
    }

    /// The curve in at most `count` steps, the last one kept: enough to draw.
    package func thinned(to count: Int) -> [Step] {
        guard count > 0, steps.count > count else { return steps }
        return (1...count).map { steps[$0 * steps.count / count - 1] }
    }
}

/// The middle and the far end of measured values; a mean is never shown without them
/// (helpdesk section 14.0).
package struct Spread: Hashable, Sendable, Codable {
    package var n: Int
    package var median: Int64
    package var p90: Int64
    package var highest: Int64
    package var mean: Double

    /// Quantiles by nearest rank: each is a value that was measured. Nil without values.
    package init?(_ values: [Int64]) {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        n = sorted.count
        median = Self.rank(0.5, sorted)
        p90 = Self.rank(0.9, sorted)
        highest = sorted[sorted.count - 1]
        mean = values.reduce(0) { $0 + Double($1) } / Double(n)
    }

    private static func rank(_ part: Double, _ sorted: [Int64]) -> Int64 {
        let rank = Int((part * Double(sorted.count)).rounded(.up))
        return sorted[min(sorted.count, max(1, rank)) - 1]
    }
}

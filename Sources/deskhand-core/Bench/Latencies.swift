import SwiftExtensions

/// How long something took, many times over.
struct Latencies: Sendable {
    let sorted: [Duration]

    init(_ times: [Duration]) {
        sorted = times.sorted()
    }

    /// What at most `share` of the times exceed; zero when nothing was measured.
    func percentile(_ share: Double) -> Duration {
        guard !sorted.isEmpty else { return .zero }
        return sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
    }

    var words: String {
        "\(sorted.count) claims, median \(Self.milliseconds(percentile(0.5))), "
            + "99 % within \(Self.milliseconds(percentile(0.99)))"
    }

    /// The same as multiples of what was measured before.
    func ratio(to base: Latencies) -> String {
        let middle = percentile(0.5) / base.percentile(0.5)
        let high = percentile(0.99) / base.percentile(0.99)
        return "\(Self.tenths(middle)) and \(Self.tenths(high)) times as long"
    }

    private static func milliseconds(_ time: Duration) -> String {
        "\(tenths(time / .milliseconds(1))) ms"
    }

    private static func tenths(_ number: Double) -> String {
        let rounded = Int((number * 10).rounded())
        return "\(rounded / 10).\(rounded % 10)"
    }
}

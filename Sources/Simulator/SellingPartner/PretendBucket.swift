import SwiftExtensions

/// The platform's side of a published rate, written apart from the desk's own so that one checks
/// the other.
struct PretendBucket {
    var ratePerSecond: Double
    var burst: Double
    private var level: Double
    private var seenAt: Timestamp

    init(ratePerSecond: Double, burst: Double, at now: Timestamp) {
        self.ratePerSecond = ratePerSecond
        self.burst = burst
        level = burst
        seenAt = now
    }

    /// Whether a call may pass now.
    mutating func admits(at now: Timestamp) -> Bool {
        let seconds = Double((now - seenAt).wholeMilliseconds) / 1000
        level = min(burst, level + max(0, seconds) * ratePerSecond)
        seenAt = max(seenAt, now)
        guard level >= 1 else { return false }
        level -= 1
        return true
    }

    /// Rates and bursts of the models.
    static func published(_ operation: String) -> (rate: Double, burst: Double) {
        PublishedRates.of(operation)
    }
}

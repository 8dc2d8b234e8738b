/// How long to wait before the next attempt: longer after each failure, never all at once, and
/// longest where trying again cannot help by itself.
package struct ReconnectPolicy: Hashable, Sendable {
    package private(set) var failures = 0

    package init() {}

    /// The wait after one more failure. `random` gives a number in the range it is asked for.
    package mutating func failed(
        _ kind: ImapError.Kind, random: (ClosedRange<Double>) -> Double
    ) -> Duration {
        failures += 1
        let (first, last) = Self.bounds(kind)
        let doubled = first * Double(1 << min(failures - 1, 16))
        return .milliseconds(Int64(min(doubled, last) * random(0.75...1.25) * 1000))
    }

    package mutating func succeeded() {
        failures = 0
    }

    /// Seconds of the first and of the longest wait. A wrong password is not tried often, since
    /// servers lock accounts for that.
    private static func bounds(_ kind: ImapError.Kind) -> (Double, Double) {
        switch kind {
        case .network, .protocolError, .stopped: (2, 120)
        case .authentication: (60, 1800)
        case .certificate, .insecure, .mailboxMissing: (30, 600)
        }
    }
}

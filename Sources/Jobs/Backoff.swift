import SwiftExtensions

/// How long to wait before trying again: exponential, with full jitter, so that many who failed
/// together do not come back together.
package struct Backoff: Hashable, Sendable, Codable {
    private var baseMilliseconds: Int64
    private var capMilliseconds: Int64

    /// The first wait is up to `base`, each later one up to twice the one before, never over `cap`.
    package init(base: Duration, cap: Duration) {
        baseMilliseconds = max(1, base.wholeMilliseconds)
        capMilliseconds = max(baseMilliseconds, cap.wholeMilliseconds)
    }

    /// The longest wait after the `attempt`-th failure, counted from one.
    package func ceiling(afterAttempt attempt: Int) -> Duration {
        let doublings = min(max(0, attempt - 1), 40)
        let (product, overflow) = baseMilliseconds.multipliedReportingOverflow(by: 1 << doublings)
        return .milliseconds(overflow ? capMilliseconds : min(product, capMilliseconds))
    }

    /// A wait anywhere between nothing and the ceiling.
    package func delay(
        afterAttempt attempt: Int, using random: inout some RandomNumberGenerator
    ) -> Duration {
        .milliseconds(
            Int64.random(in: 0...ceiling(afterAttempt: attempt).wholeMilliseconds, using: &random))
    }
}

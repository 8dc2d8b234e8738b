import Foundation
package import SwiftExtensions

/// Time for the core. Nothing in it reads the machine's clock except through this.
package protocol DeskClock: Sendable {
    var now: Timestamp { get }
    /// Returns at `instant` or later, at once when it has passed. Throws when the task is cancelled.
    func sleep(until instant: Timestamp) async throws
}

/// The machine's own clock.
package struct SystemClock: DeskClock {
    package init() {}

    package var now: Timestamp {
        Timestamp(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
    }

    package func sleep(until instant: Timestamp) async throws {
        // In pieces, so that a step of the wall clock delays nobody for long.
        while now < instant {
            try await Task.sleep(for: min(instant - now, .minutes(1)))
        }
    }
}

/// A clock that runs faster than the machine's from a chosen instant on, for rehearsals.
package struct ScaledClock: DeskClock {
    private let start: Timestamp
    private let origin: ContinuousClock.Instant
    private let factor: Double

    /// `factor` is desk seconds per real second, at least 0.001.
    package init(start: Timestamp, factor: Double) {
        self.start = start
        self.factor = max(factor, 0.001)
        origin = ContinuousClock().now
    }

    package var now: Timestamp {
        let elapsed = Double((ContinuousClock().now - origin).wholeMilliseconds)
        return Timestamp(milliseconds: start.milliseconds + Int64(elapsed * factor))
    }

    package func sleep(until instant: Timestamp) async throws {
        while now < instant {
            let real = Double((instant - now).wholeMilliseconds) / factor
            try await Task.sleep(for: .milliseconds(max(1, Int64(real.rounded(.up)))))
        }
    }
}

import ChannelAmazon
import SwiftExtensions
import Synchronization

/// A clock that moves only when somebody waits, so that hours pass in a test without waiting.
final class ManualClock: Sendable {
    private let instant: Mutex<Timestamp>
    private let waits = Mutex<[Duration]>([])

    init(_ start: Timestamp = Timestamp(seconds: 1_800_000_000)) {
        instant = Mutex(start)
    }

    var now: Timestamp { instant.withLock { $0 } }

    /// Every wait that the code under test asked for.
    var slept: [Duration] { waits.withLock { $0 } }

    func advance(by duration: Duration) {
        instant.withLock { $0 = $0 + duration }
    }

    var surroundings: Surroundings {
        Surroundings(
            now: { self.now },
            sleep: { duration in
                self.waits.withLock { $0.append(duration) }
                self.advance(by: duration)
            },
            randomNumber: { 0x5555_5555_5555_5555 })
    }
}

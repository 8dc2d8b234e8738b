import SwiftExtensions
import Synchronization

/// Rings when enough was written since the last checkpoint.
final class RecordBell: Sendable {
    /// Entries after which a checkpoint is due (helpdesk section 15.4).
    static let every = 1_000

    private let signal = Signal()
    private let written = Mutex(0)

    func note(_ count: Int) {
        let isDue = written.withLock { written -> Bool in
            written += count
            guard written >= Self.every else { return false }
            written = 0
            return true
        }
        if isDue { signal.ring() }
    }

    func wait(until instant: Timestamp?, clock: any DeskClock) async {
        await signal.wait(until: instant, clock: clock)
    }
}

import Glibc
import SwiftExtensions

/// The core's clock as this process can tell it: its offset from ours, and its speed in rehearsals.
struct DeskTime {
    private var factor: Int64
    private var ourStart = Timestamp(milliseconds: 0)
    private var coreStart = Timestamp(milliseconds: 0)
    private var isSet = false

    init(factor: Int) {
        self.factor = Int64(factor)
    }

    static func system() -> Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }

    mutating func set(core: Timestamp, ours: Timestamp) {
        (coreStart, ourStart, isSet) = (core, ours, true)
    }

    /// The core's time at an instant of our clock.
    func core(at ours: Timestamp) -> Timestamp {
        guard isSet else { return ours }
        return coreStart
            + .milliseconds((ours.milliseconds - ourStart.milliseconds) * factor)
    }

    /// Milliseconds of our clock until the core's shows `instant`; never negative.
    func wait(until instant: Timestamp, now ours: Timestamp) -> Int64 {
        let left = instant.milliseconds - core(at: ours).milliseconds
        return max(0, (left + factor - 1) / factor)
    }
}

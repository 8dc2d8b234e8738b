import Glibc

/// What this process has used of the processors since this was made: it says the same on a busy
/// machine as on a quiet one.
struct ProcessorTime {
    private let start = Self.used

    var microseconds: Double { Self.used - start }

    private static var used: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
    }
}

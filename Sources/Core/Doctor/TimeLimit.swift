import Foundation
import Synchronization

/// Bounded waits for work that may hang in a library.
enum TimeLimit {
    /// The result of `body`; nil when the time is over first. The work is then cancelled and left
    /// alone: a C library that does not listen must not hold up the rest of the report.
    static func run<Result: Sendable>(
        _ limit: Duration, _ body: @escaping @Sendable () async -> Result
    ) async -> Result? {
        let (outcomes, report) = AsyncStream<Result?>.makeStream()
        let work = Task { report.yield(await body()) }
        let alarm = Task {
            try? await Task.sleep(for: limit)
            report.yield(nil)
        }
        defer {
            work.cancel()
            alarm.cancel()
        }
        for await outcome in outcomes { return outcome }
        return nil
    }
}

/// Threads of their own for calls that block, so that the shared pool never waits on them.
enum OwnThread {
    static func run<Result: Sendable>(_ body: @escaping @Sendable () -> Result) async -> Result {
        await withCheckedContinuation { continuation in
            let thread = Thread { continuation.resume(returning: body()) }
            thread.name = "doctor"
            thread.stackSize = 4 << 20
            thread.start()
        }
    }
}

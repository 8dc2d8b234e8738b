import Foundation
import Glibc

/// Threads of their own for C libraries that block, so that the shared pool never waits on them.
package enum BlockingThread {
    /// Runs `body` on a new thread.
    static func start(_ name: String, _ body: @escaping @Sendable () -> Void) {
        let thread = Thread {
            ignoreBrokenPipes()
            body()
        }
        thread.name = name
        thread.stackSize = 4 << 20
        thread.start()
    }

    /// The result of `body`, run on a thread of its own.
    package static func run<Result: Sendable>(
        _ name: String, _ body: @escaping @Sendable () -> Result
    ) async -> Result {
        await withCheckedContinuation { continuation in
            start(name) { continuation.resume(returning: body()) }
        }
    }

    /// A peer that hangs up must give an error to this thread and not end the process.
    package static func ignoreBrokenPipes() {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
    }
}

import CLinuxShims
import Glibc
import SwiftExtensions

/// Says when a Maildir may hold something new. The kernel tells at once; a sweep follows at fixed
/// intervals, since network file systems and full queues lose the kernel's word.
package final class MaildirWatch: Sendable {
    /// Yields at once, after each arrival and at each sweep; arrivals in a row may come as one.
    package let changes: AsyncStream<Void>

    private let stopSignal = StopSignal()

    /// Starts watching; throws when the folders cannot be watched.
    package init(_ maildir: Maildir, sweepEvery interval: Duration = .seconds(60))
        throws(MaildirError)
    {
        let inotify = desk_inotify_open()
        guard inotify >= 0 else { throw MaildirError(.watch, errno) }
        for folder in ["new", "cur"] {
            guard desk_inotify_watch_arrivals(inotify, "\(maildir.path)/\(folder)") >= 0 else {
                let failure = errno
                close(inotify)
                throw MaildirError(.watch, failure)
            }
        }
        let (stream, continuation) = AsyncStream.makeStream(
            of: Void.self, bufferingPolicy: .bufferingNewest(1))
        changes = stream
        let signal = stopSignal
        continuation.onTermination = { _ in signal.fire() }
        BlockingThread.start("maildir") {
            Self.watch(inotify, interval, signal) { continuation.yield() }
            close(inotify)
            continuation.finish()
        }
    }

    deinit {
        stopSignal.fire()
    }

    /// Ends `changes`.
    package func stop() {
        stopSignal.fire()
    }

    private static func watch(
        _ inotify: CInt, _ interval: Duration, _ signal: StopSignal, _ report: () -> Void
    ) {
        report()
        while true {
            switch signal.wait(for: inotify, timeout: interval) {
            case .stopped: return
            case .ready: drain(inotify)
            case .timedOut: break
            }
            report()
        }
    }

    /// Only that something happened matters; the scan says what.
    private static func drain(_ inotify: CInt) {
        var buffer = [UInt8](repeating: 0, count: 4096)
        while read(inotify, &buffer, buffer.count) > 0 {}
    }
}

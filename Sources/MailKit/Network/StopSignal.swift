import CLinuxShims
import Glibc
import Synchronization

/// Tells one blocking thread to stop: wakes its `poll` and breaks the socket it waits on.
package final class StopSignal: Sendable {
    private let event: CInt
    private let state = Mutex(State())

    private struct State {
        var isFired = false
        var socket: CInt = -1
    }

    package init() {
        event = desk_eventfd()
    }

    deinit {
        close(event)
    }

    /// Readable from `fire` on, for a `poll` over other descriptors.
    var descriptor: CInt { event }

    package var isFired: Bool { state.withLock { $0.isFired } }

    /// Stops now and for good.
    package func fire() {
        state.withLock {
            $0.isFired = true
            if $0.socket >= 0 { shutdown($0.socket, CInt(SHUT_RDWR)) }
        }
        var one: UInt64 = 1
        _ = write(event, &one, MemoryLayout<UInt64>.size)
    }

    /// From now on `fire` breaks this socket. Call `release` before it is closed.
    func guardSocket(_ socket: CInt) {
        state.withLock {
            $0.socket = socket
            if $0.isFired { shutdown(socket, CInt(SHUT_RDWR)) }
        }
    }

    func release() {
        state.withLock { $0.socket = -1 }
    }

    enum Wake {
        case stopped, ready, timedOut
    }

    /// Waits until `descriptor` (none when negative) has one of `events`, the signal fires, or the
    /// time is over.
    func wait(for descriptor: CInt = -1, events: CInt = CInt(POLLIN), timeout: Duration) -> Wake {
        var entries = [
            pollfd(fd: event, events: Int16(POLLIN), revents: 0),
            pollfd(fd: descriptor, events: Int16(events), revents: 0),
        ]
        let deadline = ContinuousClock.now + timeout
        while true {
            if isFired { return .stopped }
            let left = max(.zero, deadline - .now)
            let ready = poll(&entries, 2, Self.pollMilliseconds(left))
            if isFired || entries[0].revents != 0 { return .stopped }
            if ready > 0 { return .ready }
            if ready < 0, errno != EINTR { return .timedOut }
            if left == .zero { return .timedOut }
        }
    }

    static func pollMilliseconds(_ duration: Duration) -> CInt {
        let (seconds, attoseconds) = duration.components
        guard seconds < 2_000_000 else { return CInt.max }
        return CInt(seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }
}

import Synchronization

/// Lines that wait to be written to one client. A client that stops reading is cut off when more
/// than `limit` bytes wait: it reconnects and asks anew, and the core's memory stays bounded.
final class Outlet: Sendable {
    private struct State {
        var waiting = 0
        var isOverrun = false
    }

    let lines: AsyncStream<[UInt8]>
    private let continuation: AsyncStream<[UInt8]>.Continuation
    private let limit: Int
    private let overrun: @Sendable () -> Void
    private let state = Mutex(State())

    /// `overrun` is called once, when the client is given up: its writer may be stuck in a full
    /// socket and would never come back to see the end of the stream.
    init(limit: Int = 32 << 20, overrun: @escaping @Sendable () -> Void = {}) {
        (lines, continuation) = AsyncStream.makeStream()
        self.limit = limit
        self.overrun = overrun
    }

    /// Queues a line; false once the client has been given up.
    @discardableResult
    func send(_ line: [UInt8]) -> Bool {
        let (fits, isFirst) = state.withLock { state in
            guard !state.isOverrun, state.waiting + line.count <= limit else {
                defer { state.isOverrun = true }
                return (false, !state.isOverrun)
            }
            state.waiting += line.count
            return (true, false)
        }
        if fits { continuation.yield(line) } else { continuation.finish() }
        if isFirst { overrun() }
        return fits
    }

    func written(_ count: Int) {
        state.withLock { $0.waiting -= count }
    }

    /// Ends the stream once what is queued has been written.
    func finish() {
        continuation.finish()
    }
}

import Dispatch
import Synchronization

/// Hands values from a blocking thread to async code one by one: the thread goes on only when the
/// last value has been taken, so that nothing piles up.
final class Rendezvous<Element: Sendable>: Sendable {
    private struct State {
        var value: Element?
        var taker: CheckedContinuation<Element?, Never>?
        var isClosed = false
    }

    private let state = Mutex(State())
    private let taken = DispatchSemaphore(value: 0)

    /// Blocks until the value was taken; false when nobody takes values any more.
    func put(_ value: Element) -> Bool {
        let (taker, isClosed) = state.withLock { state in
            if state.isClosed {
                return (nil, true) as (CheckedContinuation<Element?, Never>?, Bool)
            }
            let taker = state.taker
            state.taker = nil
            if taker == nil { state.value = value }
            return (taker, false)
        }
        if isClosed { return false }
        if let taker {
            taker.resume(returning: value)
            return true
        }
        taken.wait()
        return state.withLock { !$0.isClosed }
    }

    /// The next value; nil once closed. One taker at a time.
    func take() async -> Element? {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let (value, isOver) = state.withLock { state in
                    let value = state.value
                    state.value = nil
                    let isOver = value != nil || state.isClosed
                    if !isOver { state.taker = continuation }
                    return (value, isOver)
                }
                if value != nil { taken.signal() }
                if isOver { continuation.resume(returning: value) }
            }
        } onCancel: {
            close()
        }
    }

    func close() {
        let (taker, wasWaiting) = state.withLock { state in
            state.isClosed = true
            let taker = state.taker
            let wasWaiting = state.value != nil
            state.taker = nil
            state.value = nil
            return (taker, wasWaiting)
        }
        taker?.resume(returning: nil)
        if wasWaiting { taken.signal() }
    }
}

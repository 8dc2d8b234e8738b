package import SwiftExtensions
import Synchronization

/// A bell for one waiting service: rung any number of times, it wakes the waiter once.
package final class Signal: Sendable {
    private struct State {
        var isRung = false
        var waiter: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    package init() {}

    /// Wakes the waiter, or the next one to wait.
    package func ring() {
        let waiter = state.withLock { state -> CheckedContinuation<Void, Never>? in
            let waiter = state.waiter.take()
            state.isRung = waiter == nil
            return waiter
        }
        waiter?.resume()
    }

    /// Returns when the bell was rung since the last wait, when `instant` has come (nil: never),
    /// or when the task is cancelled.
    package func wait(until instant: Timestamp?, clock: any DeskClock) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.wait() }
            if let instant { group.addTask { try? await clock.sleep(until: instant) } }
            await group.next()
            group.cancelAll()
        }
    }

    private func wait() async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isRung = state.withLock { state -> Bool in
                    if state.isRung || Task.isCancelled {
                        state.isRung = false
                        return true
                    }
                    state.waiter = continuation
                    return false
                }
                if isRung { continuation.resume() }
            }
        } onCancel: {
            let waiter = state.withLock { $0.waiter.take() }
            waiter?.resume()
        }
    }
}

package import SwiftExtensions
import Synchronization

/// A clock that stands still until it is moved, so that a whole day replays in milliseconds.
package final class VirtualClock: DeskClock {
    private struct Sleeper {
        var until: Timestamp
        var wake: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var now: Timestamp
        var nextID = 0
        var sleepers: [Int: Sleeper] = [:]
        var cancelled: Set<Int> = []
    }

    private let state: Mutex<State>

    package init(start: Timestamp) {
        state = Mutex(State(now: start))
    }

    package var now: Timestamp { state.withLock { $0.now } }

    /// How many tasks wait for this clock, and the earliest instant one of them waits for.
    package var waiting: (count: Int, next: Timestamp?) {
        state.withLock { ($0.sleepers.count, $0.sleepers.values.map(\.until).min()) }
    }

    /// Moves the clock, never backwards, and wakes whoever waited for an instant up to `instant`.
    package func advance(to instant: Timestamp) {
        let due = state.withLock { state -> [Sleeper] in
            state.now = max(state.now, instant)
            let keys = state.sleepers.filter { $0.value.until <= state.now }.keys
            return keys.compactMap { state.sleepers.removeValue(forKey: $0) }
                .sorted { $0.until < $1.until }
        }
        for sleeper in due { sleeper.wake.resume() }
    }

    package func advance(by duration: Duration) { advance(to: now + duration) }

    /// Sets the clock as somebody sets a machine's, back as well; whoever sleeps sleeps on.
    package func set(back duration: Duration) {
        state.withLock { $0.now = $0.now - duration }
    }

    package func sleep(until instant: Timestamp) async throws {
        let id = state.withLock { state -> Int in
            state.nextID += 1
            return state.nextID
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                enlist(Sleeper(until: instant, wake: continuation), as: id)
            }
        } onCancel: {
            cancel(id)
        }
    }

    private func enlist(_ sleeper: Sleeper, as id: Int) {
        enum Outcome { case wait, wake, cancel }
        let outcome = state.withLock { state -> Outcome in
            if state.cancelled.remove(id) != nil { return .cancel }
            if sleeper.until <= state.now { return .wake }
            state.sleepers[id] = sleeper
            return .wait
        }
        switch outcome {
        case .wait: break
        case .wake: sleeper.wake.resume()
        case .cancel: sleeper.wake.resume(throwing: CancellationError())
        }
    }

    private func cancel(_ id: Int) {
        let sleeper = state.withLock { state -> Sleeper? in
            guard let sleeper = state.sleepers.removeValue(forKey: id) else {
                state.cancelled.insert(id)
                return nil
            }
            return sleeper
        }
        sleeper?.wake.resume(throwing: CancellationError())
    }
}

import HelpDesk
import SwiftExtensions
import Synchronization

/// What the services are up to, for the screens; nothing here outlives the process.
final class DeskProgress: Sendable {
    private struct SyncKey: Hashable {
        var store: StoreID
        var kind: SyncKind
    }

    /// How the queue of notifications is doing.
    struct Queue: Sendable {
        var lastSuccess: Timestamp?
        var lastAttempt: Timestamp?
        var nextRun: Timestamp?
        var failure: SyncFailure?
        var failures = 0
    }

    private struct State {
        var queue = Queue()
        var finances: [StoreID: (failure: SyncFailure, at: Timestamp)] = [:]
        var nextRuns: [SyncKey: Timestamp] = [:]
        var forced: Set<StoreID> = []
        var asked: [String: Timestamp] = [:]
    }

    private let state = Mutex(State())

    func setNextRun(_ instant: Timestamp?, of store: StoreID, _ kind: SyncKind) {
        state.withLock { $0.nextRuns[SyncKey(store: store, kind: kind)] = instant }
    }

    func nextRun(of store: StoreID, _ kind: SyncKind) -> Timestamp? {
        state.withLock { $0.nextRuns[SyncKey(store: store, kind: kind)] }
    }

    var queue: Queue { state.withLock { $0.queue } }

    /// The queue was asked; nil means that it answered.
    func queueAsked(_ failure: SyncFailure?, at now: Timestamp, next: Timestamp? = nil) {
        state.withLock { state in
            state.queue.lastAttempt = now
            state.queue.nextRun = next
            state.queue.failure = failure
            state.queue.failures = failure == nil ? 0 : state.queue.failures + 1
            if failure == nil { state.queue.lastSuccess = now }
        }
    }

    /// The books of an order were asked for; nil means that the platform answered.
    func financesAsked(_ failure: SyncFailure?, of store: StoreID, at now: Timestamp) {
        state.withLock { $0.finances[store] = failure.map { (failure: $0, at: now) } }
    }

    /// Why the last reading of a store's books failed, and when.
    func financesFailure(of store: StoreID) -> (failure: SyncFailure?, at: Timestamp?) {
        state.withLock { ($0.finances[store]?.failure, $0.finances[store]?.at) }
    }

    /// Somebody wants a store looked at now.
    func force(_ store: StoreID) { _ = state.withLock { $0.forced.insert(store) } }

    /// Whether somebody does; asking takes the wish away.
    func takeForced(_ store: StoreID) -> Bool {
        state.withLock { $0.forced.remove(store) != nil }
    }

    /// Whether `key` was not asked for within `age`; if so it counts as asked for now.
    func mayAsk(for key: String, at now: Timestamp, within age: Duration) -> Bool {
        state.withLock { state in
            if let last = state.asked[key], now - last < age, last <= now { return false }
            if state.asked.count > 2000 {
                state.asked = state.asked.filter { now - $0.value < age }
            }
            state.asked[key] = now
            return true
        }
    }
}

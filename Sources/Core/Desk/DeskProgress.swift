import HelpDesk
import SwiftExtensions
import Synchronization

/// What the services are up to, for the screens; nothing here outlives the process.
final class DeskProgress: Sendable {
    private struct SyncKey: Hashable {
        var store: StoreID
        var kind: SyncKind
    }

    private struct State {
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

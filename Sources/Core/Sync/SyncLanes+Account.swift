import HelpDesk
import Jobs
import Store
import SwiftExtensions
import Wire

extension SyncLanes {
    /// A lane of topics that are read on a schedule: the oldest of them says how far behind it is,
    /// the worst of them what is wrong.
    func account(_ store: StoreID, _ kind: LaneKind) throws -> SyncLane {
        guard desk.ports.accounts[store] != nil else {
            return SyncLane(store: store, kind: kind, state: .paused)
        }
        let tasks = try transaction.accountTasks(of: store).filter {
            kind.topics.contains($0.topic)
        }
        let permitted = tasks.filter { $0.phase != .notPermitted }
        let state = state(of: tasks, store)
        let seen = permitted.map(\.lastSuccess)
        let waits = state == .parked || state == .paused
        return SyncLane(
            store: store, kind: kind, state: state,
            lastSuccess: permitted.compactMap(\.lastSuccess).max(),
            lastAttempt: tasks.compactMap(\.lastAttempt).max(),
            seenThrough: seen.contains(nil) ? nil : seen.compactMap(\.self).min(),
            queued: permitted.filter { $0.phase == .requested || $0.nextRun <= now }.count,
            nextRun: waits ? nil : permitted.map(\.nextRun).min(),
            trouble: worst(of: tasks).flatMap { trouble(of: $0) },
            parts: tasks.map { task in
                SyncLanePart(
                    topic: task.topic, phase: task.phase, lastSuccess: task.lastSuccess,
                    nextRun: task.nextRun, trouble: trouble(of: task))
            })
    }

    /// The books of single orders: they are asked for when somebody opens them, so nothing is due.
    func finances(_ store: StoreID) throws -> SyncLane {
        guard desk.ports.accounts[store] != nil else {
            return SyncLane(store: store, kind: .finances, state: .paused)
        }
        let last = try transaction.lastFinances(of: store)
        let (failure, at) = desk.progress.financesFailure(of: store)
        return SyncLane(
            store: store, kind: .finances,
            state: state(failure, desk.gates.gate(of: store), isPaused: false),
            lastSuccess: last, lastAttempt: [last, at].compactMap(\.self).max(),
            seenThrough: last, trouble: failure.map { trouble($0, at: at) },
            failures: failure == nil ? 0 : 1)
    }

    /// The one queue of all stores.
    func queue() -> SyncLane {
        guard desk.ports.notifications != nil else {
            return SyncLane(store: nil, kind: .notifications, state: .paused)
        }
        let queue = desk.progress.queue
        return SyncLane(
            store: nil, kind: .notifications,
            state: state(queue.failure, ConnectionGate(), isPaused: false),
            lastSuccess: queue.lastSuccess, lastAttempt: queue.lastAttempt,
            seenThrough: queue.lastSuccess, nextRun: queue.nextRun,
            trouble: queue.failure.map { trouble($0, at: queue.lastAttempt) },
            failures: queue.failures)
    }

    private func state(of tasks: [AccountTask], _ store: StoreID) -> SyncLane.State {
        let permitted = tasks.filter { $0.phase != .notPermitted }
        if permitted.isEmpty, !tasks.isEmpty { return .paused }
        let failures = permitted.filter { $0.phase == .failed }.compactMap(\.failure)
        let worst = failures.first { !$0.mayPass } ?? failures.first
        return state(worst, desk.gates.gate(of: store), isPaused: false)
    }

    /// What will not pass by itself says more than what will, and both more than a missing role.
    private func worst(of tasks: [AccountTask]) -> AccountTask? {
        let failed = tasks.filter { $0.phase == .failed }
        return failed.first { $0.failure?.mayPass == false } ?? failed.first
            ?? tasks.first { $0.phase == .notPermitted }
    }

    private func trouble(of task: AccountTask) -> EngineTrouble? {
        guard task.phase == .failed || task.phase == .notPermitted, let failure = task.failure
        else { return nil }
        var trouble = trouble(failure, at: task.lastAttempt)
        if let role = task.missingRole { trouble.arguments["role"] = role }
        return trouble
    }
}

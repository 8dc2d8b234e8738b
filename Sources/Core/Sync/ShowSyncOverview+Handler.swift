import ChannelAmazon
package import HelpDesk
import Jobs
import Store
import SwiftExtensions
package import Wire

extension ShowSyncOverview: DeskCall {
    package static let need: Need = .verb(.syncRead)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        try await desk.requireStore(store, for: caller)
        let now = desk.clock.now
        let wanted = store
        let stores = desk.settings.stores.map(\.id).sorted().filter {
            caller.scope.contains($0) && (wanted ?? $0) == $0
        }
        let scope = StoreScope.only(Set(stores))
        return try await desk.database.read { transaction in
            let lanes = try SyncLanes(desk: desk, now: now, transaction: transaction)
            return Reply(
                lanes: try stores.flatMap { try lanes.all(of: $0) }
                    + (wanted == nil ? [lanes.queue()] : []),
                budgets: try desk.budgets(of: Set(stores), at: now, in: transaction),
                counts: try transaction.engineCounts(for: caller, within: scope))
        }
    }
}

/// Works out how every lane stands.
struct SyncLanes {
    let desk: Desk
    let now: Timestamp
    let transaction: ReadTransaction
    private let health: [StoredSyncHealth]

    init(desk: Desk, now: Timestamp, transaction: ReadTransaction) throws {
        self.desk = desk
        self.now = now
        self.transaction = transaction
        health = try transaction.syncHealth()
    }

    func all(of store: StoreID) throws -> [SyncLane] {
        try SyncKind.allCases.map { try lane(store, $0) } + [
            try account(store, .reports), try account(store, .inventory), try finances(store),
        ]
    }

    private func lane(_ store: StoreID, _ kind: SyncKind) throws -> SyncLane {
        let known = health.first { $0.store == store && $0.kind == kind }
        let gate = kind == .orders ? desk.gates.gate(of: store) : ConnectionGate()
        let hasSource = desk.sight.lanes.contains(BlindSight.Lane(store: store, kind: kind))
        let isBuiltIn = kind == .messages || kind == .orders
        let state = state(known?.failure, gate, isPaused: isBuiltIn && !hasSource)
        let waits = state == .parked || state == .paused
        let trouble = known?.failure.map { self.trouble($0, at: known?.lastAttempt) }
        return SyncLane(
            store: store, kind: LaneKind(kind), state: state, lastSuccess: known?.lastSuccess,
            lastAttempt: known?.lastAttempt, seenThrough: known?.seenThrough,
            queued: kind == .orders ? try queued(store) : 0,
            nextRun: waits ? nil : desk.progress.nextRun(of: store, kind), trouble: trouble,
            failures: known?.failures ?? 0,
            blind: try blind(known, store, kind),
            backfill: kind == .orders ? try backfill(store) : nil)
    }

    func trouble(_ failure: SyncFailure, at instant: Timestamp?) -> EngineTrouble {
        var trouble = EngineTrouble(failure, at: instant)
        trouble.code = failure.code ?? ""
        trouble.arguments = failure.arguments ?? [:]
        return trouble
    }

    func state(
        _ failure: SyncFailure?, _ gate: ConnectionGate, isPaused: Bool
    ) -> SyncLane.State {
        if isPaused { return .paused }
        if case .shut(let effect, _) = gate.phase, effect != .outage { return .parked }
        guard let failure else { return gate.phase == .open ? .healthy : .slowed }
        return failure.mayPass ? .slowed : .parked
    }

    private func queued(_ store: StoreID) throws -> Int {
        try transaction.jobTotal(
            JobQuery(
                states: [.ready, .running], store: store, kind: JobKind.orderRefresh.rawValue))
    }

    private func blind(
        _ known: StoredSyncHealth?, _ store: StoreID, _ kind: SyncKind
    ) throws -> BlindSpan? {
        let seen = known?.seenThrough
        guard let since = desk.sight.blindSince(store, kind, seenThrough: seen, at: now) else {
            return nil
        }
        let isMail = kind == .messages
        let usual =
            isMail ? try UsualArrivals(of: store, before: since, in: transaction) : nil
        let expected = usual?.expected(from: since, to: now) ?? 0
        return BlindSpan(
            since: since, expected: expected, upper: Chance.poissonUpper(mean: expected),
            isAlarm: now - since > BlindTime.alarmAfter)
    }

    private func backfill(_ store: StoreID) throws -> BackfillProgress? {
        guard let text = try transaction.cursor(OrderCursor.name(store)),
            let cursor = OrderCursor.cursor(from: text), let floor = cursor.backfillFloor,
            let ceiling = cursor.backfillCeiling, floor < ceiling
        else { return nil }
        // Slices are read from the newest down; what is left begins below the one being read.
        let left = cursor.isBackfillDone ? floor : min(cursor.backfill?.before ?? ceiling, ceiling)
        let done = max(0, ceiling.milliseconds - left.milliseconds)
        return BackfillProgress(
            from: floor, through: ceiling,
            reached: Timestamp(milliseconds: floor.milliseconds + done),
            records: cursor.backfillRecords ?? 0)
    }
}

extension Desk {
    /// Budgets that calls of these stores spend.
    fileprivate func budgets(
        of stores: Set<StoreID>, at now: Timestamp, in transaction: ReadTransaction
    ) throws -> [RequestBudget] {
        guard let limiter = ports.limiter else { return [] }
        let usage = try transaction.callUsage(since: now - .hours(1))
        return limiter.budgets(at: now).filter { stores.contains($0.store) }.map { budget in
            let used = usage.first {
                $0.store == budget.store && $0.operation == budget.operation
            }
            let rate = budget.bucket.limit.ratePerSecond
            return RequestBudget(
                store: budget.store, region: budget.region, operation: budget.operation,
                ratePerSecond: rate, burst: budget.bucket.limit.burst,
                tokens: budget.bucket.available, usedInHour: used?.calls ?? 0,
                usedShare: Double(used?.calls ?? 0) / (rate * 3600),
                refusals: used?.refusals ?? 0, lastRefusal: used?.lastRefusal,
                pausedUntil: budget.bucket.pausedUntil)
        }
    }
}

extension ReadTransaction {
    fileprivate func engineCounts(
        for caller: Principal, within scope: StoreScope
    ) throws -> EngineCounts {
        func total(_ states: [JobRecord.State], kind: String? = nil) throws -> Int {
            try jobTotal(JobQuery(states: states, kind: kind, scope: caller.scope))
        }
        let drift = try total([.dead], kind: JobKind.orderQuarantine.rawValue)
        return EngineCounts(
            ready: try total([.ready]), running: try total([.running]),
            dead: try total([.dead]) - drift, drift: drift,
            quarantined: try quarantinedMails(caller.scope),
            checksDue: try openSpotChecks(limit: 500)
                .count { scope.contains($0.draw.store) })
    }
}

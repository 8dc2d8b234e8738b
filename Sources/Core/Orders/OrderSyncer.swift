import ChannelAmazon
import Foundation
import HelpDesk
import Logging
import Store
import SwiftExtensions

/// Syncs one store's orders: asks by the plan, stores each page together with the cursor that says
/// so, and looks up single orders that people wait for.
struct OrderSyncer: Sendable {
    let desk: Desk
    let store: StoreID
    let platform: any OrderPlatform

    /// What one pass did.
    struct Pass: Sendable {
        var pulled = 0
        var changes = OrderChanges()
        var pages = 0
        var quarantined = 0
        var failure: SyncFailure?
        /// When there is something to do again.
        var next: Timestamp?
    }

    private var settings: OrderSyncSettings { desk.settings.orderSync[store] ?? .init() }
    private var cursorName: String { "orders:\(store)" }

    private func plan(isForced: Bool) -> OrderSyncPlan {
        OrderSyncPlan(
            backfillDays: settings.backfillDays, interval: isForced ? .zero : settings.every,
            marketplaceIDs: platform.marketplaceIDs)
    }

    /// Works until the plan is idle or the platform fails. `isForced` looks for changes even when
    /// the last look was short ago.
    func run(isForced: Bool) async throws -> Pass {
        var pass = Pass()
        var isFirst = isForced
        let startedAt = desk.clock.now
        while !Task.isCancelled {
            let cursor = try await savedCursor()
            switch plan(isForced: isFirst).next(cursor, now: desk.clock.now) {
            case .idle(let until):
                pass.next = until
            case .search(let step):
                isFirst = false
                do {
                    let page = try await platform.searchOrders(step.search)
                    try await save(page, of: step, cursor, into: &pass)
                    continue
                } catch let failure as SyncFailure {
                    try await note(failure, at: step, cursor, in: &pass)
                }
            }
            break
        }
        if pass.pages > 0 || pass.failure != nil { try await report(pass, from: startedAt) }
        return pass
    }

    private func save(
        _ page: PulledPage, of step: OrderSyncStep, _ cursor: OrderSyncCursor, into pass: inout Pass
    ) async throws {
        let now = desk.clock.now
        let advanced = plan(isForced: false).advanced(
            cursor, past: step, nextToken: page.nextToken, coveredUpTo: page.coveredUpTo, now: now)
        let value = String(decoding: try JSONEncoder().encode(advanced), as: UTF8.self)
        let limits = try desk.ports.limiter.map { try LimiterState.text($0.export()) }
        let changes = try await desk.act(service: .orderSync) { transaction in
            let changes = try transaction.save(
                page.orders, ending: desk.reader.caseKinds(endedBy:))
            try transaction.quarantine(page.unread, of: store)
            try transaction.record(.cursorMoved(SyncCursor(name: cursorName, value: value)))
            if let limits { try transaction.putLimiter(name: LimiterState.name, state: limits) }
            return changes
        }
        pass.pages += 1
        pass.pulled += page.orders.count
        pass.quarantined += page.unread.count
        pass.changes.created += changes.created
        pass.changes.updated += changes.updated
    }

    private func note(
        _ failure: SyncFailure, at step: OrderSyncStep, _ cursor: OrderSyncCursor,
        in pass: inout Pass
    ) async throws {
        pass.failure = failure
        if failure.errorClass == .badRequest, step.search.pageToken != nil {
            try await saveCursor(plan(isForced: false).restarted(cursor, after: step))
        }
        pass.next = desk.clock.now + wait(after: failure)
    }

    /// How long to leave the platform alone. What a person must repair is tried now and then, so
    /// that the repair shows by itself.
    private func wait(after failure: SyncFailure) -> Duration {
        let named = Duration.milliseconds(Int64((failure.retryAfterSeconds ?? 0) * 1000))
        let usual: Duration =
            switch failure.errorClass {
            case .throttled: .seconds(5)
            case .network, .platformOutage, .mailbox: .seconds(60)
            case .badRequest: .seconds(30)
            case .authorisationExpired, .clientRejected, .permissionMissing, .accountSuspended,
                .schemaDrift, .notFound, .bug:
                .minutes(10)
            }
        return max(named, usual)
    }

    private func savedCursor() async throws -> OrderSyncCursor {
        let name = cursorName
        let value = try await desk.database.read { try $0.cursor(name) }
        guard let value else { return OrderSyncCursor() }
        do {
            return try JSONDecoder().decode(OrderSyncCursor.self, from: Data(value.utf8))
        } catch {
            desk.logger.warning("An order cursor is unreadable; the store is synced anew.")
            return OrderSyncCursor()
        }
    }

    private func saveCursor(_ cursor: OrderSyncCursor) async throws {
        let value = String(decoding: try JSONEncoder().encode(cursor), as: UTF8.self)
        try await desk.act(service: .orderSync) { transaction in
            try transaction.record(.cursorMoved(SyncCursor(name: cursorName, value: value)))
        }
    }

    private func report(_ pass: Pass, from startedAt: Timestamp) async throws {
        let drift = SyncFailure(
            errorClass: .schemaDrift, operation: OrderSearch.operation,
            message: "\(pass.quarantined) records set aside")
        let report = SyncReport(
            store: store, kind: .orders, startedAt: startedAt, finishedAt: desk.clock.now,
            fetched: pass.pulled, created: pass.changes.created, updated: pass.changes.updated,
            failure: pass.failure ?? (pass.quarantined > 0 ? drift : nil))
        try await desk.act(service: .orderSync) { try $0.record(.syncReported(report)) }
    }
}

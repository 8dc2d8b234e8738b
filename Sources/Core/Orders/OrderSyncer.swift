import ChannelAmazon
import Foundation
import HelpDesk
import Logging
import Store
import SwiftExtensions

/// Syncs one store's orders: asks by the plan, and stores each page together with the cursor that
/// says so.
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
        /// The desk's own rate or a shut gate kept a request back.
        var isHeldBack = false
        /// Everything up to here is stored.
        var seenThrough: Timestamp?
        /// When there is something to do again.
        var next: Timestamp?
    }

    /// Two passes over one store never overlap: each goes on from the cursor that the other saved.
    static func turn(_ store: StoreID) -> String { "orders:\(store)" }

    private var settings: OrderSyncSettings { desk.settings.orderSync[store] ?? .init() }
    private var cursorName: String { OrderCursor.name(store) }

    private func plan(isForced: Bool) -> OrderSyncPlan {
        OrderSyncPlan(
            backfillDays: settings.backfillDays, interval: isForced ? .zero : settings.every,
            marketplaceIDs: platform.marketplaceIDs,
            searchInterval: isForced ? .zero : platform.searchInterval)
    }

    /// Works until the plan is idle, the rate is spent or the platform fails. `isForced` looks for
    /// changes even when the last look was short ago.
    func run(isForced: Bool) async throws -> Pass {
        var pass = Pass()
        let startedAt = desk.clock.now
        var isForced = isForced
        if isForced { desk.gates.force(store, at: startedAt) }
        while !Task.isCancelled {
            let cursor = try await savedCursor()
            pass.seenThrough = cursor.coveredUpTo
            let goesOn = try await step(cursor, isForced: isForced, &pass)
            isForced = false
            if !goesOn { break }
        }
        if pass.pages > 0 || pass.failure != nil { try await report(pass, from: startedAt) }
        return pass
    }

    /// One request, or none; says whether to go on.
    private func step(
        _ cursor: OrderSyncCursor, isForced: Bool, _ pass: inout Pass
    ) async throws -> Bool {
        switch plan(isForced: isForced).next(cursor, now: desk.clock.now) {
        case .idle(let until):
            pass.next = until
            return false
        case .search(let step):
            if let until = desk.gates.ask(store, at: desk.clock.now) {
                pass.next = until
                pass.isHeldBack = true
                return false
            }
            do {
                let page = try await platform.searchOrders(step.search)
                desk.gates.succeeded(store)
                try page.checkNext(after: step, cursor)
                try await save(page, of: step, cursor, into: &pass)
                return true
            } catch let failure as SyncFailure {
                try await note(failure, at: step, cursor, in: &pass)
                return false
            }
        }
    }

    private func save(
        _ page: PulledPage, of step: OrderSyncStep, _ cursor: OrderSyncCursor, into pass: inout Pass
    ) async throws {
        var advanced = plan(isForced: false).advanced(
            cursor, past: step, nextToken: page.nextToken, coveredUpTo: page.coveredUpTo,
            now: desk.clock.now)
        if step.lane == .backfill {
            let before = cursor.backfillRecords ?? 0
            advanced.backfillRecords = before + page.orders.count + page.unread.count
        }
        let calm = plan(isForced: false).calmed(advanced, now: desk.clock.now)
        let areTokensWell = step.search.pageToken != nil || calm != nil
        let value = try OrderCursor.text(calm ?? advanced)
        let isPaused = page.isMostlyUnreadable
        let changes = try await desk.act(service: .orderSync) { transaction in
            let changes = try transaction.save(
                page.orders, ending: desk.reader.caseKinds(endedBy:))
            try transaction.quarantine(page.unread, of: store, operation: OrderSearch.operation)
            try transaction.countUnknown(page.unknownFields, operation: OrderSearch.operation)
            if areTokensWell { try settleTokenAlarm(transaction) }
            if !isPaused {
                try transaction.record(.cursorMoved(SyncCursor(name: cursorName, value: value)))
            }
            return changes
        }
        pass.pages += 1
        pass.pulled += page.orders.count
        pass.quarantined += page.unread.count
        pass.changes.created += changes.created
        pass.changes.updated += changes.updated
        if isPaused { throw page.shareOfDrift }
    }

    private func settleTokenAlarm(_ transaction: WriteTransaction) throws {
        let open = try transaction.openAlarm(
            .pageTokens, store: store, subject: OrderSearch.operation)
        if let open { try transaction.record(.alarmSettled(open.alarm.id)) }
    }

    private func note(
        _ failure: SyncFailure, at step: OrderSyncStep, _ cursor: OrderSyncCursor,
        in pass: inout Pass
    ) async throws {
        let now = desk.clock.now
        let shutUntil = desk.gates.failed(store, failure, at: now)
        pass.next = shutUntil ?? now + wait(after: failure)
        guard !failure.isOwnPace else {
            pass.isHeldBack = true
            // The past waits for the rate; what is new has its own time.
            let look = plan(isForced: false).nextLook(cursor, now: now)
            if step.lane != .changes, let next = pass.next { pass.next = max(now, min(next, look)) }
            return
        }
        pass.failure = failure
        if failure.errorClass == .badRequest, step.search.pageToken != nil {
            try await tokenRefused(
                plan(isForced: false).restarted(
                    cursor, after: step, isCircle: failure.code == SyncFailure.pageCircle, now: now)
            )
        }
    }

    /// How long to leave this kind of call alone when the connection as a whole is sound.
    private func wait(after failure: SyncFailure) -> Duration {
        if failure.isOwnPace { return max(failure.namedWait, .milliseconds(200)) }
        let usual: Duration =
            switch failure.errorClass {
            case .throttled: .seconds(5)
            case .network, .platformOutage, .mailbox: .seconds(60)
            case .badRequest: .seconds(30)
            case .authorisationExpired, .clientRejected, .permissionMissing, .accountSuspended,
                .schemaDrift, .notFound, .bug:
                .minutes(10)
            }
        let jitter = Duration.milliseconds(Int64(desk.random.fraction() * 3000))
        return max(failure.namedWait, usual) + jitter
    }

    private func savedCursor() async throws -> OrderSyncCursor {
        let name = cursorName
        let value = try await desk.database.read { try $0.cursor(name) }
        guard let value else { return OrderSyncCursor() }
        guard let cursor = OrderCursor.cursor(from: value) else {
            desk.logger.warning("An order cursor is unreadable; the store is synced anew.")
            return OrderSyncCursor()
        }
        return cursor
    }

    /// The window is read anew. A platform that refuses one token after the other is told of once:
    /// orders still come, in pieces, but slower.
    private func tokenRefused(_ cursor: OrderSyncCursor) async throws {
        let value = try OrderCursor.text(cursor)
        let store = store
        try await desk.act(service: .orderSync) { transaction in
            try transaction.record(.cursorMoved(SyncCursor(name: cursorName, value: value)))
            guard cursor.refusals >= OrderSyncPlan.mostRefusals,
                try transaction.openAlarm(.pageTokens, store: store, subject: OrderSearch.operation)
                    == nil
            else { return }
            try transaction.record(
                .alarmRaised(
                    DeskAlarm(
                        id: try transaction.nextAlarmID(), kind: .pageTokens, store: store,
                        subject: OrderSearch.operation,
                        arguments: ["refusals": String(cursor.refusals)])))
        }
    }

    private func report(_ pass: Pass, from startedAt: Timestamp) async throws {
        let report = SyncReport(
            store: store, kind: .orders, startedAt: startedAt, finishedAt: desk.clock.now,
            fetched: pass.pulled, created: pass.changes.created, updated: pass.changes.updated,
            failure: pass.failure, seenThrough: pass.seenThrough)
        try await desk.act(service: .orderSync) { try $0.record(.syncReported(report)) }
    }
}

extension PulledPage {
    /// No window of a week has as many pages: half a million orders.
    private static let mostPages = 5000

    /// A platform that hands out a token again, or ever more of them, leads in a circle: no better
    /// than one that refuses its tokens.
    fileprivate func checkNext(
        after step: OrderSyncStep, _ cursor: OrderSyncCursor
    ) throws(SyncFailure) {
        guard let nextToken, let asked = step.search.pageToken,
            cursor.isCircle(nextToken, after: asked, step.lane)
                || cursor.pagesRead(step.lane) >= Self.mostPages
        else { return }
        throw SyncFailure(
            errorClass: .badRequest, operation: OrderSearch.operation,
            message: "a page that was read comes again", code: SyncFailure.pageCircle)
    }

    /// Fewer than this are single records, whatever their share of a short page.
    private static let fewestUnread = 5

    /// More than a fifth of the page cannot be read: the platform changed, and reading on would only
    /// pile up records for people. The mark stays where it is until the page can be read
    /// (channels D13).
    var isMostlyUnreadable: Bool {
        unread.count >= Self.fewestUnread && unread.count * 5 > unread.count + orders.count
    }

    var shareOfDrift: SyncFailure {
        SyncFailure(
            errorClass: .schemaDrift, operation: OrderSearch.operation,
            message: "\(unread.count) of \(unread.count + orders.count) records cannot be read",
            code: "drift-share",
            arguments: ["unread": String(unread.count), "all": String(unread.count + orders.count)])
    }
}

/// A store's order cursor as the database keeps it.
enum OrderCursor {
    static func name(_ store: StoreID) -> String { "orders:\(store)" }

    static func text(_ cursor: OrderSyncCursor) throws -> String {
        String(decoding: try JSONEncoder().encode(cursor), as: UTF8.self)
    }

    /// Nil when nobody can read it.
    static func cursor(from text: String) -> OrderSyncCursor? {
        try? JSONDecoder().decode(OrderSyncCursor.self, from: Data(text.utf8))
    }
}

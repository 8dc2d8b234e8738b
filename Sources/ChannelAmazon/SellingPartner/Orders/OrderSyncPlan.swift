package import SwiftExtensions

/// Which part of the plan a request belongs to.
package enum OrderSyncLane: String, Hashable, Sendable, Codable, CaseIterable {
    /// What changed lately; comes first.
    case changes
    /// The days before the first look, slice by slice, the newest first; takes what the others leave.
    case backfill
    /// Once a day the last day and a little more again, since not every change shows at once.
    case rescan
}

/// The next request, and the lane that it moves on.
package struct OrderSyncStep: Hashable, Sendable {
    package var lane: OrderSyncLane
    package var search: OrderSearch
}

/// What to do now.
package enum OrderSyncDecision: Hashable, Sendable {
    case search(OrderSyncStep)
    case idle(until: Timestamp)
}

/// Decides the requests of a store's order sync from its cursor and the time. Nothing is remembered
/// here: the cursor moves only with a page, in the transaction that stores the page.
package struct OrderSyncPlan: Hashable, Sendable {
    package var backfill: Duration
    package var interval: Duration
    /// How far a look goes back behind the last one.
    package var overlap: Duration
    package var rescanInterval: Duration
    package var marketplaceIDs: [String]
    package var pageSize: Int
    /// The time in which the platform grants one search more.
    package var searchInterval: Duration

    /// The platform answers for times at least two minutes ago; a little more allows for clocks
    /// that disagree.
    static let settling = Duration.seconds(150)
    /// Page tokens live 24 hours; one close to its end is not trusted.
    private static let tokenLife = Duration.hours(23)
    /// The first look covers this much; the back-fill reads what lies before.
    private static let newest = Duration.hours(24)
    /// A look back reaches further than the time between two of them, so that nothing lies between;
    /// after a long stop it starts where the last one began, within reason.
    private static let rescanReach = Duration.hours(26)
    private static let rescanOverlap = Duration.hours(2)
    private static let longestRescan = Duration.days(7)
    /// What the back-fill reads as one window: a token that ends costs no more than this.
    package static let slice = Duration.days(7)
    /// Searches that the back-fill leaves in the budget, so that a look for changes never waits.
    private static let reserve = 2

    package init(
        backfillDays: Int, interval: Duration, overlap: Duration = .minutes(5),
        rescanInterval: Duration = .hours(24), marketplaceIDs: [String] = [], pageSize: Int = 100,
        searchInterval: Duration = .zero
    ) {
        backfill = .days(Int64(min(max(1, backfillDays), 730)))
        self.interval = interval
        self.overlap = overlap
        self.rescanInterval = rescanInterval
        self.marketplaceIDs = marketplaceIDs
        self.pageSize = pageSize
        self.searchInterval = searchInterval
    }

    /// The next request, or until when there is none. What is new comes first, then the daily look
    /// back, then the past. While the past is being read, looks for changes come at most with every
    /// second search that the platform grants: so neither takes all from the other.
    package func next(_ cursor: OrderSyncCursor, now: Timestamp) -> OrderSyncDecision {
        let mayBackfill = !cursor.isBackfillDone && cursor.lookedAt != nil
        let pause = mayBackfill ? max(interval, searchInterval * 2) : interval
        if isUnderWay(.changes, cursor) || isDue(cursor.lookedAt, pause, now) {
            return step(.changes, cursor, now)
        }
        if isUnderWay(.rescan, cursor) || isDue(cursor.rescannedAt, rescanInterval, now) {
            return step(.rescan, cursor, now)
        }
        if mayBackfill { return step(.backfill, cursor, now) }
        let nextLook = (cursor.lookedAt ?? now) + interval
        let nextRescan = (cursor.rescannedAt ?? now) + rescanInterval
        return .idle(until: min(nextLook, nextRescan))
    }

    /// When the next look for changes is due while the back-fill waits for the rate.
    package func nextLook(_ cursor: OrderSyncCursor, now: Timestamp) -> Timestamp {
        let pause = cursor.isBackfillDone ? interval : max(interval, searchInterval * 2)
        return isUnderWay(.changes, cursor) ? now : (cursor.lookedAt ?? now) + pause
    }

    private func isUnderWay(_ lane: OrderSyncLane, _ cursor: OrderSyncCursor) -> Bool {
        cursor[lane] != nil || cursor.narrowed(lane) != nil
    }

    /// A look that never was, or was long enough ago. One in the future means that the clock
    /// stepped back: look again.
    private func isDue(_ last: Timestamp?, _ interval: Duration, _ now: Timestamp) -> Bool {
        guard let last else { return true }
        return now - last >= interval || last > now
    }

    private func step(
        _ lane: OrderSyncLane, _ cursor: OrderSyncCursor, _ now: Timestamp
    ) -> OrderSyncDecision {
        let window =
            usable(cursor[lane], now) ?? cursor.narrowed(lane).map { piece($0, now: now) }
            ?? opened(lane, cursor, now)
        return .search(
            OrderSyncStep(
                lane: lane,
                search: OrderSearch(
                    field: .lastUpdated, after: window.after, before: window.before,
                    marketplaceIDs: marketplaceIDs, pageSize: pageSize,
                    pageToken: window.pageToken,
                    reserve: lane == .backfill ? Self.reserve : 0)))
    }

    private func usable(
        _ window: OrderSyncCursor.Window?, _ now: Timestamp
    ) -> OrderSyncCursor.Window? {
        guard let window, let tokenAt = window.pageTokenAt, now - tokenAt < Self.tokenLife else {
            return nil
        }
        return window
    }

    private func opened(
        _ lane: OrderSyncLane, _ cursor: OrderSyncCursor, _ now: Timestamp
    ) -> OrderSyncCursor.Window {
        let latest = now - Self.settling
        let after: Timestamp
        var before: Timestamp?
        switch lane {
        case .changes:
            after = min(cursor.coveredUpTo.map { $0 - overlap } ?? now - firstReach, latest)
        case .rescan:
            after = rescanStart(cursor, now)
            before = latest
        case .backfill:
            let end = min(cursor.backfill?.before ?? latest, latest)
            before = end
            after = min(cursor.backfill?.after ?? now - backfill, end)
        }
        return OrderSyncCursor.Window(
            after: after, before: before, openedAt: now, vouchedUpTo: nil, pageToken: nil,
            pageTokenAt: nil, pagesRead: 0)
    }

    private func rescanStart(_ cursor: OrderSyncCursor, _ now: Timestamp) -> Timestamp {
        let usual = now - Self.rescanReach
        guard let last = cursor.rescannedAt else { return usual }
        return max(min(usual, last - Self.rescanOverlap), now - Self.longestRescan)
    }

    private var firstReach: Duration { min(Self.newest, backfill) }
}

extension OrderSyncPlan {
    /// The cursor once the page of `step` is stored.
    package func advanced(
        _ cursor: OrderSyncCursor, past step: OrderSyncStep, nextToken: String?,
        coveredUpTo: Timestamp?, now: Timestamp
    ) -> OrderSyncCursor {
        var cursor = cursor
        if step.search.pageToken != nil {
            cursor.tokenRefusals = nil
            cursor.tokenRefusedAt = nil
        }
        if let narrow = cursor.narrowed(step.lane),
            let next = advancedPiece(cursor, narrow, past: step, nextToken: nextToken, now: now)
        {
            return withoutToken(next, step.lane)
        }
        var window =
            continued(cursor[step.lane], by: step)
            ?? OrderSyncCursor.Window(
                after: step.search.after, before: step.search.before, openedAt: now,
                vouchedUpTo: nil, pageToken: nil, pageTokenAt: nil, pagesRead: 0)
        window.pagesRead += 1
        if let coveredUpTo {
            window.vouchedUpTo = min(window.vouchedUpTo ?? coveredUpTo, coveredUpTo)
        }
        if window.pagesRead.nonzeroBitCount == 1 { window.markedToken = nextToken }
        window.pageToken = nextToken
        window.pageTokenAt = nextToken == nil ? nil : now
        if nextToken == nil {
            close(step.lane, window, in: &cursor, now: now)
        } else {
            cursor[step.lane] = window
        }
        return cursor
    }

    /// A piece that was read to its end by tokens leaves none behind.
    private func withoutToken(_ cursor: OrderSyncCursor, _ lane: OrderSyncLane) -> OrderSyncCursor {
        guard cursor.narrowed(lane) != nil else { return cursor }
        var cursor = cursor
        if lane == .backfill {
            cursor.backfill?.pageToken = nil
            cursor.backfill?.pageTokenAt = nil
        } else {
            cursor[lane] = nil
        }
        return cursor
    }

    private func continued(
        _ window: OrderSyncCursor.Window?, by step: OrderSyncStep
    ) -> OrderSyncCursor.Window? {
        guard let window, let token = step.search.pageToken, window.pageToken == token else {
            return nil
        }
        return window
    }

    func close(
        _ lane: OrderSyncLane, _ window: OrderSyncCursor.Window,
        in cursor: inout OrderSyncCursor, now: Timestamp
    ) {
        cursor[lane] = nil
        switch lane {
        case .changes:
            closeChanges(window, in: &cursor, now: now)
        case .backfill:
            cursor.backfill = sliceBefore(window.after, in: cursor, now: now)
            cursor.isBackfillDone = cursor.backfill == nil
        case .rescan:
            cursor.rescannedAt = now
        }
    }

    /// The first look also fixes where the back-fill ends: where the look began, with overlap.
    private func closeChanges(
        _ window: OrderSyncCursor.Window, in cursor: inout OrderSyncCursor, now: Timestamp
    ) {
        let vouched = min(window.vouchedUpTo ?? window.openedAt - .minutes(2), now)
        if cursor.lookedAt == nil {
            cursor.rescannedAt = now
            cursor.backfillFloor = now - backfill
            cursor.backfillCeiling = window.after
            cursor.backfill = sliceBefore(window.after, in: cursor, now: now)
            cursor.isBackfillDone = cursor.backfill == nil
        }
        cursor.coveredUpTo = max(cursor.coveredUpTo ?? vouched, vouched)
        cursor.lookedAt = now
    }

    /// The slice of the past that ends, with some overlap, at `end`; nil when all is read. A cursor
    /// of an earlier version has no floor: its one window was all of the past.
    private func sliceBefore(
        _ end: Timestamp, in cursor: OrderSyncCursor, now: Timestamp
    ) -> OrderSyncCursor.Window? {
        guard let floor = cursor.backfillFloor, floor < end else { return nil }
        return OrderSyncCursor.Window(
            after: max(floor, end - Self.slice), before: end + overlap, openedAt: now,
            vouchedUpTo: nil, pageToken: nil, pageTokenAt: nil, pagesRead: 0)
    }
}

extension OrderSyncCursor {
    /// Pages of the window that is being read.
    package func pagesRead(_ lane: OrderSyncLane) -> Int { self[lane]?.pagesRead ?? 0 }

    /// Whether the page after the one that `token` opened was read before.
    package func isCircle(_ next: String, after token: String, _ lane: OrderSyncLane) -> Bool {
        next == token || next == self[lane]?.markedToken
    }

    subscript(lane: OrderSyncLane) -> Window? {
        get {
            switch lane {
            case .changes: changes
            case .backfill: backfill
            case .rescan: rescan
            }
        }
        set {
            switch lane {
            case .changes: changes = newValue
            case .backfill: backfill = newValue
            case .rescan: rescan = newValue
            }
        }
    }
}

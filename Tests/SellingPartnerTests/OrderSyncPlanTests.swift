import ChannelAmazon
import Foundation
import SwiftExtensions
import Testing

@Suite struct OrderSyncPlanTests {
    private let start = Timestamp(seconds: 1_800_000_000)
    private let plan = OrderSyncPlan(backfillDays: 90, interval: .minutes(3))

    private func step(_ cursor: OrderSyncCursor, _ now: Timestamp) throws -> OrderSyncStep {
        guard case .search(let step) = plan.next(cursor, now: now) else { throw NothingToDo() }
        return step
    }

    private struct NothingToDo: Error {}

    /// A store whose first look and back-fill are over.
    private func settled(at now: Timestamp) throws -> OrderSyncCursor {
        var cursor = OrderSyncCursor()
        while case .search(let step) = plan.next(cursor, now: now) {
            cursor = plan.advanced(
                cursor, past: step, nextToken: nil, coveredUpTo: now - .minutes(2), now: now)
        }
        return cursor
    }

    @Test func firstTheNewestDayThenTheDaysBefore() throws {
        var cursor = OrderSyncCursor()
        let first = try step(cursor, start)
        #expect(first.lane == .changes)
        #expect(first.search.after == start - .hours(24))
        #expect(first.search.before == nil)
        cursor = plan.advanced(
            cursor, past: first, nextToken: nil, coveredUpTo: start - .minutes(2), now: start)
        let second = try step(cursor, start)
        #expect(second.lane == .backfill)
        #expect(second.search.after == start - .hours(24) - .days(7))
        #expect(second.search.before == start - .hours(24) + .minutes(5))
        #expect(second.search.reserve > 0)
    }

    @Test func nextLookOverlapsWhatThePlatformVouchedFor() throws {
        let cursor = try settled(at: start)
        #expect(plan.next(cursor, now: start) == .idle(until: start + .minutes(3)))
        let next = try step(cursor, start + .minutes(3))
        #expect(next.search.after == start - .minutes(2) - .minutes(5))
    }

    @Test func pagesKeepTheWindowAndTheCursorMovesOnlyAtItsEnd() throws {
        let before = try settled(at: start)
        let now = start + .minutes(3)
        let first = try step(before, now)
        let between = plan.advanced(
            before, past: first, nextToken: "p2", coveredUpTo: now - .minutes(2), now: now)
        #expect(between.coveredUpTo == before.coveredUpTo)
        let second = try step(between, now + .minutes(3))
        #expect(second.search.after == first.search.after)
        #expect(second.search.pageToken == "p2")
        let after = plan.advanced(
            between, past: second, nextToken: nil, coveredUpTo: now + .minutes(1),
            now: now + .minutes(3))
        #expect(after.coveredUpTo == now - .minutes(2))
    }

    @Test func oldPageTokenIsNotTrusted() throws {
        let before = try settled(at: start)
        let now = start + .minutes(3)
        let open = plan.advanced(
            before, past: try step(before, now), nextToken: "p2", coveredUpTo: now, now: now)
        let later = try step(open, now + .hours(23))
        #expect(later.search.pageToken == nil)
        #expect(later.search.after == start - .minutes(7))
    }

    @Test func refusedPageTokenStartsTheWindowAgain() throws {
        var cursor = OrderSyncCursor()
        let look = try step(cursor, start)
        cursor = plan.advanced(cursor, past: look, nextToken: nil, coveredUpTo: nil, now: start)
        let page = try step(cursor, start)
        cursor = plan.advanced(cursor, past: page, nextToken: "p2", coveredUpTo: nil, now: start)
        let second = try step(cursor, start + .minutes(1))
        #expect(second.lane == .backfill)
        #expect(second.search.pageToken == "p2")
        cursor = plan.restarted(cursor, after: second, now: start)
        let again = try step(cursor, start + .minutes(2))
        #expect(again.search.pageToken == nil)
        #expect(again.search.after == page.search.after)
        #expect(again.search.before == page.search.before)
    }

    /// With the rate of the real platform: every second search looks for changes, so that neither
    /// starves, and no look waits longer than for two searches.
    @Test func backfillAndChangesTakeTurns() throws {
        let plan = OrderSyncPlan(
            backfillDays: 90, interval: .minutes(3), searchInterval: .seconds(181))
        var cursor = OrderSyncCursor()
        var now = start
        var lanes: [OrderSyncLane] = []
        for number in 0..<20 {
            guard case .search(let step) = plan.next(cursor, now: now) else { throw NothingToDo() }
            lanes.append(step.lane)
            let token = step.lane == .backfill ? "p\(number)" : nil
            cursor = plan.advanced(
                cursor, past: step, nextToken: token, coveredUpTo: now - .minutes(2), now: now)
            now = now + .seconds(181)
        }
        #expect(lanes.filter { $0 == .changes }.count == 10)
        #expect(lanes.filter { $0 == .backfill }.count == 10)
        #expect(lanes.first == .changes)
    }

    @Test func thePastIsReadInSlicesWithoutAGap() throws {
        var cursor = OrderSyncCursor()
        var windows: [ClosedRange<Timestamp>] = []
        while case .search(let step) = plan.next(cursor, now: start) {
            if step.lane == .backfill {
                windows.append(step.search.after...(try #require(step.search.before)))
            }
            cursor = plan.advanced(
                cursor, past: step, nextToken: nil, coveredUpTo: start - .minutes(2), now: start)
        }
        #expect(windows.count == 13)
        #expect(windows.last?.lowerBound == start - .days(90))
        for (newer, older) in zip(windows, windows.dropFirst()) {
            #expect(older.upperBound == newer.lowerBound + .minutes(5))
        }
        #expect(cursor.isBackfillDone)
    }

    @Test func cursorOfAnEarlierVersionReadsItsOneWindowToTheEnd() throws {
        let old = """
            {"isBackfillDone":false,"isBackfillTurn":true,"lookedAt":1800000000000,
            "coveredUpTo":1799999880000,"rescannedAt":1800000000000,
            "backfill":{"after":1792224000000,"before":1799913900000,"openedAt":1800000000000,
            "pageToken":"p7","pageTokenAt":1800000000000,"pagesRead":7}}
            """
        var cursor = try JSONDecoder().decode(OrderSyncCursor.self, from: Data(old.utf8))
        let step = try step(cursor, start + .minutes(1))
        #expect(step.lane == .backfill)
        #expect(step.search.pageToken == "p7")
        cursor = plan.advanced(
            cursor, past: step, nextToken: nil, coveredUpTo: nil, now: start + .minutes(1))
        #expect(cursor.isBackfillDone)
    }

    @Test func idleTimeGoesToTheBackfill() throws {
        var cursor = OrderSyncCursor()
        var lanes: [OrderSyncLane] = []
        for number in 0..<4 {
            let step = try step(cursor, start)
            lanes.append(step.lane)
            cursor = plan.advanced(
                cursor, past: step, nextToken: step.lane == .backfill ? "p\(number)" : nil,
                coveredUpTo: nil, now: start)
        }
        #expect(lanes == [.changes, .backfill, .backfill, .backfill])
    }

    @Test func onceADayTheLastDayIsReadAgain() throws {
        var cursor = try settled(at: start)
        let now = start + .hours(24)
        let look = try step(cursor, now)
        cursor = plan.advanced(cursor, past: look, nextToken: nil, coveredUpTo: now, now: now)
        let rescan = try step(cursor, now)
        #expect(rescan.lane == .rescan)
        #expect(rescan.search.after == now - .hours(26))
        #expect(now - (rescan.search.before ?? now) >= .minutes(2))
        cursor = plan.advanced(cursor, past: rescan, nextToken: nil, coveredUpTo: now, now: now)
        #expect(plan.next(cursor, now: now) == .idle(until: now + .minutes(3)))
    }

    /// A desk that stood still for days looks back to where its last look back began.
    @Test(arguments: [(30, 32), (72, 74), (400, 168)])
    func lookBackAfterALongStopLeavesNoGap(hours: Int64, reach: Int64) throws {
        let cursor = try settled(at: start)
        let now = start + .hours(hours)
        let look = try step(cursor, now)
        let after = plan.advanced(
            cursor, past: look, nextToken: nil, coveredUpTo: now, now: now)
        let rescan = try step(after, now)
        #expect(rescan.lane == .rescan)
        #expect(rescan.search.after == now - .hours(reach))
    }

    @Test func clockThatStepsBackNeverAsksForTheFuture() throws {
        let cursor = try settled(at: start)
        let past = start - .days(2)
        let step = try step(cursor, past)
        #expect(past - step.search.after >= .minutes(2))
    }

    @Test func coverNeverMovesBackNorIntoTheFuture() throws {
        var cursor = try settled(at: start)
        let covered = try #require(cursor.coveredUpTo)
        let now = start + .minutes(3)
        cursor = plan.advanced(
            cursor, past: try step(cursor, now), nextToken: nil, coveredUpTo: now - .days(9),
            now: now)
        #expect(cursor.coveredUpTo == covered)
        let later = now + .minutes(3)
        cursor = plan.advanced(
            cursor, past: try step(cursor, later), nextToken: nil, coveredUpTo: later + .days(9),
            now: later)
        #expect(cursor.coveredUpTo == later)
    }

    @Test func shortBackfillIsOneLook() throws {
        let plan = OrderSyncPlan(backfillDays: 1, interval: .minutes(3))
        var cursor = OrderSyncCursor()
        guard case .search(let step) = plan.next(cursor, now: start) else { throw NothingToDo() }
        cursor = plan.advanced(cursor, past: step, nextToken: nil, coveredUpTo: nil, now: start)
        #expect(plan.next(cursor, now: start) == .idle(until: start + .minutes(3)))
    }
}

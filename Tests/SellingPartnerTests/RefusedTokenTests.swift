import SwiftExtensions
import Testing

@testable import ChannelAmazon

/// A platform that hands out page tokens and refuses them: everything is read all the same.
@Suite struct RefusedTokenTests {
    private let start = Timestamp(seconds: 1_800_000_000)
    private let plan = OrderSyncPlan(backfillDays: 30, interval: .minutes(3), pageSize: 10)

    /// Orders by the instant of their change.
    private struct Shop {
        var changes: [Timestamp]
        var takesTokens = false

        /// Nil where the token is refused.
        func page(_ search: OrderSearch, now: Timestamp) -> (found: [Int], next: String?)? {
            if search.pageToken != nil, !takesTokens { return nil }
            let end = search.before ?? now - .minutes(2)
            let fitting = changes.indices.filter {
                changes[$0] >= search.after && changes[$0] <= end
            }
            let first = search.pageToken.flatMap { Int($0) } ?? 0
            let page = fitting.dropFirst(first).prefix(search.pageSize)
            let next = first + page.count
            return (Array(page), next < fitting.count ? "\(next)" : nil)
        }
    }

    private struct Reading {
        var cursor = OrderSyncCursor()
        var found: Set<Int> = []
        var requests = 0
        var refused = 0
    }

    private func read(_ shop: Shop, _ reading: inout Reading, at now: Timestamp) {
        for _ in 0..<5000 {
            guard case .search(let step) = plan.next(reading.cursor, now: now) else { return }
            reading.requests += 1
            guard let page = shop.page(step.search, now: now) else {
                reading.refused += 1
                reading.cursor = plan.restarted(reading.cursor, after: step, now: now)
                continue
            }
            reading.found.formUnion(page.found)
            reading.cursor = plan.advanced(
                reading.cursor, past: step, nextToken: page.next,
                coveredUpTo: step.search.before ?? now - .minutes(2), now: now)
        }
        Issue.record("The plan goes in a circle.")
    }

    /// Thirty days, quiet and busy hours.
    private var changes: [Timestamp] {
        (0..<600).map { number in
            start - .hours(Int64(number) * 72 / 60) - .seconds(Int64(number * number % 1800) + 200)
        }
    }

    @Test func everyOrderIsReadWithoutTokens() {
        var reading = Reading()
        read(Shop(changes: changes), &reading, at: start)
        let due = changes.indices.filter { changes[$0] >= start - .days(30) }
        #expect(reading.found.isSuperset(of: due))
        #expect(reading.cursor.isBackfillDone)
        #expect(reading.cursor.lookedAt == start)
        #expect(reading.cursor.coveredUpTo.map { start - $0 < .minutes(5) } == true)
        #expect(reading.requests < 600, "\(reading.requests)")
        #expect(reading.refused >= OrderSyncPlan.mostRefusals)
    }

    @Test func twoRefusalsAreNoReasonToReadSlower() throws {
        let shop = Shop(changes: changes)
        var cursor = OrderSyncCursor()
        for _ in 0..<2 {
            let first = try search(cursor)
            let page = try #require(shop.page(first.search, now: start))
            cursor = plan.advanced(
                cursor, past: first, nextToken: page.next, coveredUpTo: nil, now: start)
            cursor = plan.restarted(cursor, after: try search(cursor), now: start)
        }
        #expect(cursor.refusals == 2)
        #expect(try search(cursor).search.before == nil, "the whole window, once more")
    }

    private func search(_ cursor: OrderSyncCursor) throws -> OrderSyncStep {
        guard case .search(let step) = plan.next(cursor, now: start) else { throw Idle() }
        return step
    }

    private struct Idle: Error {}

    /// One accepted token says that all is well again: windows are read as a whole from then on.
    @Test func aTokenThatIsTakenEndsIt() {
        var reading = Reading()
        read(Shop(changes: changes), &reading, at: start)
        #expect(reading.cursor.refusals > 0)
        let later = start + .hours(30)
        let news = changes + (0..<40).map { later - .minutes(Int64($0) + 10) }
        var second = Reading(cursor: reading.cursor)
        read(Shop(changes: news, takesTokens: true), &second, at: later)
        #expect(second.found.isSuperset(of: 600..<640))
        #expect(second.cursor.refusals == 0)
        #expect(second.refused == 0)
    }

    /// More in one minute than fits a page: nothing can be done without tokens, and nothing is skipped.
    @Test func aMinuteThatDoesNotFitOnePageIsNotSkipped() {
        let crowded = (0..<25).map { start - .hours(2) + .milliseconds(Int64($0)) }
        var reading = Reading()
        let shop = Shop(changes: crowded)
        for _ in 0..<200 {
            guard case .search(let step) = plan.next(reading.cursor, now: start) else { break }
            guard let page = shop.page(step.search, now: start) else {
                reading.cursor = plan.restarted(reading.cursor, after: step, now: start)
                continue
            }
            reading.found.formUnion(page.found)
            reading.cursor = plan.advanced(
                reading.cursor, past: step, nextToken: page.next, coveredUpTo: nil, now: start)
        }
        #expect(reading.cursor.lookedAt == nil, "the look is not over")
        #expect(reading.cursor.coveredUpTo == nil)
        #expect(reading.cursor.refusals > OrderSyncPlan.mostRefusals)
        read(Shop(changes: crowded, takesTokens: true), &reading, at: start + .minutes(1))
        #expect(reading.cursor.coveredUpTo != nil)
        #expect(reading.found.count == 25)
    }

    /// A window that fits one page needs no token; after a quiet day nobody need be told any more.
    @Test func aQuietDayEndsItToo() throws {
        var reading = Reading()
        read(Shop(changes: changes), &reading, at: start)
        #expect(reading.cursor.refusals >= OrderSyncPlan.mostRefusals)
        #expect(plan.calmed(reading.cursor, now: start + .hours(23)) == nil)
        let calm = try #require(plan.calmed(reading.cursor, now: start + .hours(24)))
        #expect(calm.refusals == 0)
        #expect(plan.calmed(calm, now: start + .hours(72)) == nil, "there is nothing to end")
    }

    /// Evenly busy days cost about as many searches as pages: pieces that did not fit are few.
    @Test func piecesFindTheirLength() {
        let even = (0..<3000).map { start - .minutes(14 * Int64($0)) - .minutes(10) }
        var reading = Reading()
        read(Shop(changes: even), &reading, at: start)
        let due = even.indices.filter { even[$0] >= start - .days(30) }
        #expect(reading.found.isSuperset(of: due))
        #expect(reading.requests < 900, "\(reading.requests)")
    }
}

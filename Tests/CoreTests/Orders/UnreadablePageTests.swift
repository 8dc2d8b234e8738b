import Store
import HelpDesk
import SwiftExtensions
import Testing
import Wire

@testable import Core

/// A platform that refuses its own page tokens, and pages that nobody can read.
@Suite struct UnreadablePageTests {
    @Test func refusedTokensRaiseOneAlarmAndOrdersComeAllTheSame() async throws {
        let world = try await World.make()
        for number in 0..<12 {
            let id = OrderID("305-000000\(number % 10)-000000\(number / 10)")
            world.orders.put(
                OrderSyncTests.order(id, at: world.clock.now - .hours(Int64(1 + number))))
        }
        world.orders.refusesTokens = true
        for _ in 0..<40 {
            _ = try await world.desk.syncOnce(store: World.europe)
            world.clock.advance(by: .minutes(4))
        }
        let open = try await world.database.read { try $0.openAlarms() }
        #expect(open.map(\.alarm.kind) == [.pageTokens])
        #expect(open.first?.alarm.store == World.europe)
        let orders = try await world.desk.perform(ListOrders(limit: 100), as: world.sue)
        #expect(orders.total == 12)
        // Amazon mends it: the first token that is taken ends the alarm.
        world.orders.refusesTokens = false
        for number in 0..<6 {
            let id = OrderID("305-111111\(number)-0000000")
            world.orders.put(OrderSyncTests.order(id, at: world.clock.now - .minutes(3)))
        }
        world.clock.advance(by: .minutes(4))
        for _ in 0..<5 {
            _ = try await world.desk.syncOnce(store: World.europe)
            world.clock.advance(by: .minutes(4))
        }
        #expect(try await world.database.read { try $0.openAlarms() }.isEmpty)
        try await world.checkRecord()
    }

    /// Pages that lead to themselves are read no further: in pieces, with an alarm, within the rate.
    @Test(arguments: [1, 2, 3]) func aCircleOfPagesIsLeft(length: Int) async throws {
        let world = try await World.make()
        for number in 0..<8 {
            let id = OrderID("305-4444440-000000\(number)")
            world.orders.put(
                OrderSyncTests.order(id, at: world.clock.now - .hours(Int64(1 + number))))
        }
        world.orders.circle = length
        for _ in 0..<40 {
            let before = world.orders.searches.count
            _ = try await world.desk.syncOnce(store: World.europe)
            #expect(world.orders.searches.count - before < 40)
            world.clock.advance(by: .minutes(4))
        }
        let orders = try await world.desk.perform(ListOrders(limit: 100), as: world.sue)
        #expect(orders.total == 8)
        let open = try await world.database.read { try $0.openAlarms() }
        #expect(open.map(\.alarm.kind) == [.pageTokens])
    }

    /// One broken record with a time in the next century does not freeze its order.
    @Test func aTimeFarAheadGivesWay() async throws {
        let world = try await World.make()
        let id: OrderID = "305-5555550-0000000"
        world.orders.put(OrderSyncTests.order(id, at: world.clock.now + .days(36_500)))
        _ = try await world.desk.syncOnce(store: World.europe)
        var mended = OrderSyncTests.order(id, at: world.clock.now - .minutes(5))
        mended.status = .cancelled
        world.orders.put(mended)
        world.clock.advance(by: .minutes(4))
        _ = try await world.desk.syncOnce(store: World.europe)
        let known = try await world.database.read { try $0.order(id, store: World.europe)?.0 }
        #expect(known?.status == .cancelled)
        #expect(known?.updatedAt == mended.updatedAt)
    }

    private func unread(_ number: Int) -> UnreadOrder {
        UnreadOrder(
            recordID: "305-222222\(number)-0000000", problem: "orderItems is missing",
            raw: Array("raw \(number)".utf8), path: "orderItems", expected: "list",
            found: "nothing", shape: "orderItems missing")
    }

    /// More than a fifth of a page: what can be read is kept, the mark stays, and people see why.
    @Test func aPageThatIsMostlyUnreadablePausesTheStream() async throws {
        let world = try await World.make()
        for number in 0..<2 {
            world.orders.put(
                OrderSyncTests.order(
                    OrderID("305-333333\(number)-0000000"), at: world.clock.now - .hours(1)))
        }
        for number in 0..<5 { world.orders.put(unread(number)) }
        let paused = try await world.desk.syncOnce(store: World.europe)
        let store = try #require(paused.stores.first)
        #expect(store.orders.errors.map(\.code) == ["schema-drift"])
        #expect(store.orders.pulled == 2, "what can be read is not held back")
        #expect(store.cursor == nil, "the mark has not moved")
        let lane = try await world.desk.perform(ShowSyncOverview(), as: world.sue).lanes
            .first { $0.store == World.europe && $0.kind == .orders }
        #expect(lane?.state == .parked)
        world.clock.advance(by: .minutes(11))
        _ = try await world.desk.syncOnce(store: World.europe)
        let drift = try await world.desk.perform(ListDrift(), as: world.sue)
        #expect(drift.records.count == 5, "each record is kept once")
        world.orders.takeBackUnread()
        world.clock.advance(by: .minutes(11))
        let after = try await world.desk.syncOnce(store: World.europe)
        #expect(after.ok)
        #expect(after.stores.first?.cursor != nil)
    }

    /// Single records never stop the others, however short the page.
    @Test func fewUnreadableRecordsDoNotPauseTheStream() async throws {
        let world = try await World.make()
        world.orders.put(
            OrderSyncTests.order("305-3333330-0000000", at: world.clock.now - .hours(1)))
        for number in 0..<4 { world.orders.put(unread(number)) }
        let summary = try await world.desk.syncOnce(store: World.europe)
        #expect(summary.ok)
        #expect(summary.stores.first?.cursor != nil)
    }
}

import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

@Suite struct StrayLookupTests {
    @Test func lookUpsOfUnknownStoresAreGivenUpAndHoldNoTimerBack() async throws {
        let world = try await World.make()
        try await world.database.write(as: .service("test"), at: world.clock.now) { transaction in
            for number in 1...200 {
                let key = number == 1 ? "noslash" : "gone-eu/305-\(number)"
                try transaction.record(
                    .jobAdded(
                        JobRecord(
                            id: try transaction.nextJobID(), kind: "order-refresh", key: key,
                            payload: "{}", runAt: transaction.now)))
            }
        }
        let ticket = try await world.question(from: RelayMails(order: nil))
        let hold = HoldTicket(
            ticket: ticket, reason: "carrier", reviewAt: world.clock.now + .minutes(5))
        _ = try await world.desk.perform(hold, as: world.ana)
        try await world.pass(.minutes(6))
        #expect(try await world.ticket(ticket).state != .hold)
        let dead = try await world.database.read { try $0.jobs(in: .dead, limit: 500) }
        #expect(dead.count == 200)
        #expect(Set(dead.map(\.lastError)) == ["no-such-store"])
        #expect(world.orders.lookups.isEmpty)
    }

    @Test func anOrderOfAnotherMarketplaceIsNotKept() async throws {
        let world = try await World.make()
        var order = OrderSyncTests.order("305-1-1", at: world.clock.now - .hours(1))
        order.marketplace = "US"
        world.orders.put(order)
        let show = ShowOrder(order: "305-1-1", store: World.europe, refresh: true)
        #expect(
            await code { _ = try await world.desk.perform(show, as: world.ana) } == .orderNotFound)
        #expect(
            await code { _ = try await world.desk.perform(show, as: world.ana) } == .orderNotFound)
        #expect(world.orders.lookups.count == 1)
        #expect(try await world.desk.perform(ListOrders(), as: world.ops).total == 0)
    }

    @Test func aReplyThatNoMailboxSendsGoesBackToPeople() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let item = try #require(try await world.send(on: ticket).item)
        let clock = VirtualClock(start: world.clock.now)
        _ = try await Desk.open(
            database: world.database, settings: World.settings,
            digestKey: Array(repeating: 7, count: 32), clock: clock)
        let left = try await world.outboxItem(item.id)
        #expect(left.state == .failed)
        #expect(left.evidence == "no-sender")
    }
}

import ChannelAmazon
import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

/// An order number that a buyer typed may be somebody else's.
@Suite struct TypedOrderTests {
    private static let order: OrderID = "305-7683573-2694036"

    private func asked(_ world: World, by alias: String) async throws -> Ticket {
        let ticket = try await world.question(
            "Hallo, es geht um \(Self.order).", from: RelayMails(alias: alias, order: nil))
        return try await world.ticket(ticket)
    }

    private func world(ownedBy address: String?) async throws -> World {
        let world = try await World.make()
        world.orders.put(
            PulledOrder(
                order: OrderSyncTests.order(Self.order, at: world.clock.now - .days(1)),
                contact: address.map { OrderContact(buyerEmail: $0) }))
        _ = try await world.desk.syncOnce(store: World.europe)
        return world
    }

    @Test func aStrangersOrderIsNamedAndNotLinked() async throws {
        let world = try await world(ownedBy: "somebodyelse@marketplace.amazon.de")
        let ticket = try await asked(world, by: "evebuyer")
        #expect(ticket.order == nil)
        #expect(try await world.database.read { try $0.namedOrders(of: ticket.id) } == [Self.order])
        try await world.checkRecord()
    }

    @Test func theBuyersOwnOrderIsLinked() async throws {
        let world = try await world(ownedBy: "RVOCZ01ejfed8m@marketplace.amazon.de")
        #expect(try await asked(world, by: "rvocz01ejfed8m").order == Self.order)
    }

    @Test func anOrderOfWhichNothingIsKnownIsNamedOnly() async throws {
        let world = try await world(ownedBy: nil)
        #expect(try await asked(world, by: "rvocz01ejfed8m").order == nil)
    }

    /// The number of nobody's order stands on the ticket with that word.
    @Test func aNumberThatAmazonDoesNotKnowIsSaidSo() async throws {
        let world = try await World.make()
        let ticket = try await asked(world, by: "evebuyer").id
        try await world.pass(.minutes(5))
        let detail = try await world.desk.perform(
            ShowTicket(ticket: ticket, refreshOrder: false), as: world.ana)
        #expect(detail.otherOrders == [Self.order])
        #expect(detail.unknownOrders == [Self.order])
        var document = TicketDocument(row: detail.row, messages: detail.messages)
        document.unknownOrders = detail.unknownOrders.map(\.rawValue)
        let text = try JSONText.line(document)
        #expect(text.contains("\"unknown_orders\":[\"\(Self.order)\"]"))
        #expect(text.contains("\"warnings\":[\"order-from-text\"]"))
        let show = ShowOrder(order: Self.order, store: World.europe, refresh: false)
        do {
            _ = try await world.desk.perform(show, as: world.ana)
            Issue.record("nobody has this order")
        } catch {
            #expect(
                error as? DeskError
                    == DeskError(
                        .orderNotFound, ["order": Self.order.rawValue, "asked": "platform"]))
        }
    }

    /// Somebody who asks for a number is told what the platform answered, not that it may come yet.
    @Test func aRefreshSaysThatAmazonKnowsNoSuchOrder() async throws {
        let world = try await World.make()
        let show = ShowOrder(order: Self.order, store: World.europe, refresh: true)
        await #expect(
            throws: DeskError(.orderNotFound, ["order": Self.order.rawValue, "asked": "platform"])
        ) { try await world.desk.perform(show, as: world.ana) }
    }
}

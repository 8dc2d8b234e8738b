import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

/// What a list and a card say of a ticket besides its state.
@Suite struct ListedTicketTests {
    private func row(_ world: World, _ id: TicketID) async throws -> TicketRow {
        let rows = try await world.desk.perform(ListTickets(queue: .all), as: world.sue).rows
        return try #require(rows.first { $0.id == id })
    }

    @Test func theExcerptIsOfTheMessageThatTheClockIsAbout() async throws {
        let world = try await World.make()
        let ticket = try await world.question("Wo ist mein Paket?")
        try await world.receive(RelayMails().buyer("Hallo, ist da wer?", at: world.clock.now))
        #expect(try await row(world, ticket).excerpt == "Wo ist mein Paket?")
        #expect(try await row(world, ticket).ticket.owedDebts == 2)
        _ = try await world.answer(on: ticket)
        #expect(try await row(world, ticket).excerpt == "Hallo, ist da wer?")
        world.clock.advance(by: .minutes(1))
        try await world.receive(
            RelayMails().notice("RETURN_REQUEST", "Return label wanted", at: world.clock.now))
        #expect(try await row(world, ticket).excerpt == "Return label wanted")
    }

    @Test func aReplyClaimsATicketOfNobody() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        _ = try await world.answer(on: ticket)
        #expect(try await world.ticket(ticket).owner == world.ana.person)
        let owned = try await world.question(
            from: RelayMails(
                alias: "zzz111zzz111zz", caseID: "10d9c95f-ee9c-13ea-50f5-78b3a0bbc3aa",
                order: "305-1111111-2222222"))
        _ = try await world.desk.perform(ClaimTicket(ticket: owned), as: world.ben)
        _ = try await world.answer(on: owned)
        #expect(try await world.ticket(owned).owner == world.ben.person)
        try await world.checkRecord()
    }

    @Test func theCardNamesTheBuyersOtherOrders() async throws {
        let world = try await World.make()
        let first = try await world.question("Auch zu 305-9999999-9999999, bitte.")
        let other = RelayMails(
            caseID: "10d9c95f-ee9c-13ea-50f5-78b3a0bbc3aa", order: "305-1111111-2222222")
        let second = try await world.question(from: other)
        #expect(first != second)
        let shown = try await world.desk.perform(
            ShowTicket(ticket: first, refreshOrder: false), as: world.ana)
        #expect(shown.otherOrders == ["305-9999999-9999999", "305-1111111-2222222"])
        try await world.checkRecord()
    }

    @Test func aCategoryFiltersEveryQueue() async throws {
        let world = try await World.make()
        let parcel = try await world.question("Wo bleibt mein Paket? Es ist nicht angekommen.")
        let invoice = try await world.question(
            "Ich brauche eine Rechnung für meine Firma.",
            from: RelayMails(
                alias: "zzz111zzz111zz", caseID: "10d9c95f-ee9c-13ea-50f5-78b3a0bbc3aa",
                order: "305-1111111-2222222"))
        #expect(try await world.messages(invoice).map(\.category) == [.invoiceRequest])
        for queue in [TicketQueue.all, .owed, .mineAndUnassigned, .unassigned] {
            let reply = try await world.desk.perform(
                ListTickets(queue: queue, category: .invoiceRequest), as: world.ana)
            #expect(reply.rows.map(\.id) == [invoice])
            #expect(reply.total == 1)
        }
        let found = try await world.desk.perform(
            ListTickets(queue: .all, search: "Kai", category: .whereIsMyOrder), as: world.ana)
        #expect(found.rows.map(\.id) == [parcel])
        #expect(found.total == 1)
    }
}

import Core
import HelpDesk
import SwiftExtensions
import Testing
import Wire

/// Who sees how much of a buyer, and what the record says of it.
@Suite struct PersonalDataTests {
    private func answer<Call: RemoteCall>(
        _ call: Call, _ world: World, as caller: Principal
    ) async throws -> Call.Reply {
        let line = try WireCodec.line(RequestFrame(id: 1, call: call))
        let answer = await world.desk.answer(line: line, as: caller)
        return try WireCodec.read(ResultFrame<Call.Reply>.self, from: answer).result
    }

    private func name(_ world: World, _ ticket: TicketID) async throws -> String {
        try await world.desk.perform(ListTickets(queue: .all), as: world.ops).rows
            .first { $0.id == ticket }?.buyerName ?? ""
    }

    @Test func anAgentSeesTheFirstNameOnly() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let whole = try await name(world, ticket)
        try #require(PersonMask.firstName(of: whole) != whole)
        let show = ShowTicket(ticket: ticket, refreshOrder: false)
        for caller in [world.ana, world.sue] {
            let list = try await answer(ListTickets(queue: .all), world, as: caller)
            #expect(list.rows.map(\.buyerName) == [PersonMask.firstName(of: whole)])
            let detail = try await answer(show, world, as: caller)
            #expect(detail.row.buyerName == PersonMask.firstName(of: whole))
        }
        #expect(try await answer(show, world, as: world.ops).row.buyerName == whole)
    }

    @Test func aContactIsMaskedWhereverItStands() async throws {
        let world = try await World.make()
        let contact = OrderContact(
            buyerName: "Anna Lenz", buyerEmail: "a@relay.example", city: "Köln",
            postalCode: "50667", countryCode: "DE")
        let order = OrderSyncTests.order("305-7683573-2694036", at: world.clock.now - .days(1))
        world.orders.put(PulledOrder(order: order, contact: contact))
        _ = try await world.desk.syncOnce()
        let call = ShowOrder(order: "305-7683573-2694036", store: nil, refresh: false)
        let seen = try await answer(call, world, as: world.ana)
        #expect(seen.contact?.buyerName == "Anna …" && seen.contact?.city == "Köln")
        #expect(seen.contact?.postalCode == "…" && seen.contact?.buyerEmail == "…")
        #expect(try await answer(call, world, as: world.ops).contact == contact)
    }

    @Test func unmaskingGivesTheValueAndGoesOnRecord() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let whole = try await name(world, ticket)
        let call = UnmaskField(ticket: ticket, field: .name, reason: "customs form")
        #expect(try await answer(call, world, as: world.ana).value == whole)
        let events = try await world.desk.perform(ListEvents(ticket: ticket), as: world.ana).events
        guard case .rights(.unmasked(let unmasking))? = events.last?.event else {
            Issue.record("The record does not know of it.")
            return
        }
        #expect(unmasking.reason == "customs form" && unmasking.field == .name)
        var silent = call
        silent.reason = "  "
        #expect(
            await code { _ = try await world.desk.perform(silent, as: world.ana) } == .badRequest)
        #expect(
            await code { _ = try await world.desk.perform(call, as: world.mia) } == .ticketNotFound)
        try await world.checkRecord()
    }

    @Test func aLetterCallsTheBuyerByWhatItsAuthorSees() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let whole = try await name(world, ticket)
        let render = RenderTemplate(template: "late.de", ticket: ticket)
        let seen = try await world.desk.perform(render, as: world.ana).text
        #expect(!seen.contains(whole) && seen.contains(PersonMask.givenName(of: whole)))
        #expect(try await world.desk.perform(render, as: world.ops).text.contains(whole))
    }

    @Test func whatSomebodyCouldHaveSeen() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let start = world.clock.now
        let show = ShowTicket(ticket: ticket, refreshOrder: false)
        for _ in 0..<3 { _ = try await world.desk.perform(show, as: world.ana) }
        world.clock.advance(by: .days(1))
        _ = try await world.desk.perform(show, as: world.ana)
        _ = try await world.desk.perform(
            UnmaskField(ticket: ticket, field: .name, reason: "customs"), as: world.ana)
        let seen = try await world.desk.perform(
            ShowSeen(unixUser: "ana", from: start, to: world.clock.now + .seconds(1)),
            as: world.sue)
        #expect(seen.scopes == [.only([World.europe])])
        #expect(
            seen.tickets == [
                SeenTicket(ticket: ticket, store: World.europe, firstAt: start, days: 2)
            ])
        #expect(seen.unmasked.map(\.field) == [.name] && !seen.isCut)
        let none = try await world.desk.perform(
            ShowSeen(unixUser: "ben", from: start, to: world.clock.now), as: world.sue)
        #expect(none.tickets.isEmpty && none.unmasked.isEmpty)
        let own = ShowSeen(unixUser: "ana", from: start, to: world.clock.now)
        #expect(try await world.desk.perform(own, as: world.ana).tickets.count == 1)
    }

    /// Reasons stay in the record for ever, so the buyer's name and addresses stay out of them.
    @Test(arguments: [
        ("Kai Lenz", "parcel of Kai Lenz is lost", true),
        ("Kai Lenz", "parcel of KAI  LENZ is lost", true),
        ("Kai Lenz", "Kai waits", false),
        ("Kai Lenz", "write to lost@carrier.example", true),
        ("王小明", "王小明的包裹丢了", true),
        ("王小明", "小明的包裹丢了", false),
    ])
    func reasonsNameNobody(_ name: String, _ reason: String, _ isRefused: Bool) async throws {
        let world = try await World.make()
        var mails = RelayMails(order: nil)
        mails.name = name
        let ticket = try await world.question(from: mails)
        let hold = HoldTicket(
            ticket: ticket, reason: reason, reviewAt: world.clock.now + .hours(1))
        if isRefused {
            #expect(
                await code { _ = try await world.desk.perform(hold, as: world.ana) }
                    == .reasonPersonal)
            #expect(try await world.ticket(ticket).state == .new)
        } else {
            _ = try await world.desk.perform(hold, as: world.ana)
        }
        let rules = try await world.desk.perform(VerifyDesk(), as: world.sue)
        #expect(rules.results.filter { !$0.holds } == [])
    }
}

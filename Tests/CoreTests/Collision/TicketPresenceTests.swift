import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

@Suite struct TicketPresenceTests {
    private func listen(_ world: World, _ person: Principal) -> Heard {
        let heard = Heard()
        _ = world.desk.subscribe(as: person) { heard.add($0) }
        return heard
    }

    @Test func othersSeeWhoReadsAndWhoWrites() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let heard = listen(world, world.sue)
        try await Terminal(world, world.ana, "a").views(ticket)
        world.desk.tellPresence()
        #expect(heard.people(on: ticket) == ["Ana viewing"])
        try await Terminal(world, world.ben, "b").composes(ticket, 5)
        world.desk.tellPresence()
        #expect(heard.people(on: ticket) == ["Ben composing", "Ana viewing"])
        let shown = try await world.desk.perform(
            ShowTicket(ticket: ticket, refreshOrder: false), as: world.sue)
        #expect(shown.presence?.map(\.name) == ["Ben", "Ana"])
        #expect(shown.presence?.first?.characters == 5)
    }

    @Test func nobodyHearsOfTicketsThatTheyMayNotSee() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let heard = listen(world, world.mia)
        try await Terminal(world, world.ana, "a").composes(ticket)
        world.desk.tellPresence()
        #expect(heard.presences == [])
        let mia = Terminal(world, world.mia, "m")
        #expect(try await mia.call(ListPresence()).presences == [])
        #expect(await code { try await mia.views(ticket) } == .ticketNotFound)
        #expect(await code { try await mia.composes(ticket) } == .ticketNotFound)
        #expect(
            await code { _ = try await mia.call(ListPresence(ticket: ticket)) } == .ticketNotFound)
    }

    @Test func itIsNeverOnRecord() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let before = try await world.database.read { try $0.lastSequence() }
        let ana = Terminal(world, world.ana, "a")
        try await ana.views(ticket)
        try await ana.composes(ticket)
        try await ana.views(nil)
        world.desk.tellPresence()
        #expect(try await world.database.read { try $0.lastSequence() } == before)
    }

    @Test func itEndsWithTheConnection() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let heard = listen(world, world.sue)
        try await Terminal(world, world.ana, "a").views(ticket)
        world.desk.tellPresence()
        world.desk.leaveTickets(session: "a")
        world.desk.tellPresence()
        #expect(heard.people(on: ticket) == [])
    }

    @Test func aTerminalThatHangsAgesOut() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let heard = listen(world, world.sue)
        try await Terminal(world, world.ana, "a").composes(ticket)
        let next = world.desk.tellPresence()
        #expect(next == world.clock.now + .seconds(25))
        world.clock.advance(by: .seconds(25))
        _ = try await world.desk.runDue()
        #expect(heard.people(on: ticket) == ["Ana silent"])
        world.clock.advance(by: .seconds(35))
        _ = try await world.desk.runDue()
        #expect(heard.people(on: ticket) == [])
    }

    /// Who says the same again makes no noise, and what somebody types alone is nobody's news.
    @Test func onlyNewsIsPushed() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let heard = listen(world, world.sue)
        let ana = Terminal(world, world.ana, "a")
        for characters in 0..<5 {
            try await ana.composes(ticket, characters * 100)
            world.desk.tellPresence()
        }
        #expect(heard.presences.count == 1)
        try await Terminal(world, world.ben, "b").views(ticket)
        world.desk.tellPresence()
        try await ana.composes(ticket, 700)
        world.desk.tellPresence()
        #expect(heard.presences.count == 3)
        #expect(heard.presences.last?.people.first?.characters == 700)
    }

    @Test func walkingThroughAListTellsWhereSomebodyIsNow() async throws {
        let world = try await World.make()
        let first = try await world.question()
        let second = try await world.question(
            from: RelayMails(alias: "zzz111zzz111zz", order: "305-1111111-2222222"))
        let heard = listen(world, world.sue)
        let ana = Terminal(world, world.ana, "a")
        try await ana.views(first)
        try await ana.views(second)
        world.desk.tellPresence()
        #expect(heard.people(on: first) == nil)
        #expect(heard.people(on: second) == ["Ana viewing"])
    }

    @Test func whoMayNotReplyWritesNoAnswer() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        _ = try await world.desk.perform(
            SavePerson(unixUser: "kim", displayName: "Kim", role: .quality, scope: .all),
            as: world.ops)
        let kim = Terminal(world, try await world.desk.principal(unixUser: "kim"), "k")
        try await kim.views(ticket)
        #expect(await code { try await kim.composes(ticket) } == .notAllowed)
    }
}

import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

@Suite struct ExcuseTests {
    private static let linked = RelayMails(thread: "A1THREADTHREADTHREAD1")

    /// Vector V11: nobody confirms, so the answer is owed again with the time that is truly left.
    @Test func anUnconfirmedExcuseIsOwedAgainInTime() async throws {
        let world = try await World.make()
        let start = world.clock.now - .hours(1)
        let ticket = try await world.question("Danke!", at: start)
        _ = try await world.desk.perform(
            ExcuseTicket(ticket: ticket, isConfirmed: false, reason: "only thanks"), as: world.ana)
        let due = start.wholeSeconds + .hours(24)
        #expect(try await world.ticket(ticket).clockDue == due)
        let ticks = try await world.desk.perform(ListTickets(queue: .ticks), as: world.ana)
        #expect(ticks.rows.map(\.id) == [ticket])
        #expect(ticks.counts.ticks == 1)
        #expect(ticks.counts.owed == 0)
        try await world.pass(.hours(20))
        #expect(try await world.debts(ticket).map(\.state) == [.excusePending])
        try await world.pass(.hours(1))
        let debt = try #require(try await world.debts(ticket).first)
        #expect(debt.state == .owed)
        #expect(debt.platformDue == due)
        #expect(debt.sendBy - world.clock.now == .minutes(90) + (debt.start - start))
        try await world.checkRecord()
    }

    /// Vector V11's other half: too late to wait, so nothing moves and nobody is told that it did.
    @Test func aFirstStepThatWouldLapseAtOnceIsRefused() async throws {
        let world = try await World.make()
        let ticket = try await world.question("Danke!", at: world.clock.now - .hours(22))
        let ask = ExcuseTicket(ticket: ticket, isConfirmed: false, reason: "thanks")
        #expect(
            await code { _ = try await world.desk.perform(ask, as: world.ana) } == .excuseTooLate)
        #expect(try await world.debts(ticket).map(\.state) == [.owed])
        try await world.checkRecord()
    }

    /// What has time waits for its mark, what has none stays owed and is counted.
    @Test func onlyWhatHasTimeWaits() async throws {
        let world = try await World.make()
        let ticket = try await world.question("Danke!", at: world.clock.now - .hours(22))
        try await world.receive(Self.linked.buyer("Noch mal danke!", at: world.clock.now))
        let row = try await world.desk.perform(
            ExcuseTicket(ticket: ticket, isConfirmed: false, reason: "thanks"), as: world.ana)
        #expect(row.ticket.owedDebts == 1)
        #expect(try await world.debts(ticket).map(\.state) == [.owed, .excusePending])
    }

    /// Close to the deadline the first step alone would lapse at once; both together do not.
    @Test func aLateExcuseGoesInOneStep() async throws {
        let world = try await World.make()
        let ticket = try await world.question("Danke!", at: world.clock.now - .hours(23))
        _ = try await world.desk.perform(
            ExcuseTicket(
                ticket: ticket, isConfirmed: true, isAtOnce: true, reason: "ticked already"),
            as: world.sue)
        #expect(try await world.debts(ticket).map(\.state) == [.excused])
        try await world.pass(.hours(3))
        #expect(try await world.debts(ticket).map(\.state) == [.excused])
        let moves = try await world.database.read { try $0.events(of: ticket) }.compactMap {
            if case .debtMoved(let move) = $0.event { move.to } else { nil }
        }
        #expect(moves == [.excusePending, .excused])
        try await world.checkRecord()
    }

    @Test func oneStepAlsoConfirmsWhatWaits() async throws {
        let world = try await World.make()
        let ticket = try await world.question("Danke!")
        _ = try await world.desk.perform(
            ExcuseTicket(ticket: ticket, isConfirmed: false, reason: "thanks"), as: world.ana)
        world.clock.advance(by: .minutes(1))
        try await world.receive(Self.linked.buyer("Noch mal danke!", at: world.clock.now))
        let row = try await world.desk.perform(
            ExcuseTicket(ticket: ticket, isConfirmed: true, isAtOnce: true, reason: "thanks"),
            as: world.sue)
        #expect(row.ticket.clockDue == nil)
        #expect(try await world.debts(ticket).map(\.state) == [.excused, .excused])
    }

    @Test func theSignedLinkIsKeptWithItsMessage() async throws {
        let world = try await World.make()
        let time = world.clock.now - .hours(1)
        let ticket = try await world.question("Danke!", from: Self.linked, at: time)
        let shown = try await world.desk.perform(
            ShowTicket(ticket: ticket, refreshOrder: false), as: world.ana)
        let link = try #require(shown.messages.first?.noResponseURL)
        #expect(
            link
                == "https://sellercentral.amazon.de/messaging/no-response-needed?"
                + "t=A1THREADTHREADTHREAD1&m=M\(time.milliseconds)&mp=\(RelayMails.germany)"
                + "&c=AC6I6B01LC8SRH&h=66eb46ab&s=1")
    }

    /// Whoever may only excuse makes no debt vanish alone, however late it is.
    @Test func anAgentEndsNoClockAlone() async throws {
        let world = try await World.make()
        let ticket = try await world.question("Danke!", at: world.clock.now - .hours(36))
        let atOnce = ExcuseTicket(
            ticket: ticket, isConfirmed: true, isAtOnce: true, reason: "ok")
        let error = await #expect(throws: DeskError.self) {
            _ = try await world.desk.perform(atOnce, as: world.ana)
        }
        #expect(error?.arguments["needs"] == Verb.confirmExcuse.rawValue)
        #expect(try await world.debts(ticket).map(\.state) == [.owed])
    }

    @Test func agentsMayConfirmWhereTheDeskSaysSo() async throws {
        var settings = World.settings
        settings.excuseConfirmer = .excuse
        let world = try await World.make(settings: settings)
        let ticket = try await world.question("Danke!")
        let atOnce = ExcuseTicket(
            ticket: ticket, isConfirmed: true, isAtOnce: true, reason: "ticked")
        #expect(
            await code { _ = try await world.desk.perform(atOnce, as: world.ana) } == .notAllowed)
        _ = try await world.desk.perform(
            ExcuseTicket(ticket: ticket, isConfirmed: false, reason: "thanks"), as: world.ana)
        _ = try await world.desk.perform(
            ExcuseTicket(ticket: ticket, isConfirmed: true, reason: "ticked"), as: world.ana)
        #expect(try await world.debts(ticket).map(\.state) == [.excused])
    }

    @Test func confirmingTakesARightOfItsOwn() async throws {
        let world = try await World.make()
        let ticket = try await world.question("Danke!")
        let ask = ExcuseTicket(ticket: ticket, isConfirmed: false, reason: "thanks")
        let confirm = ExcuseTicket(ticket: ticket, isConfirmed: true, reason: "ticked")
        let atOnce = ExcuseTicket(
            ticket: ticket, isConfirmed: true, isAtOnce: true, reason: "ticked")
        #expect(
            await code { _ = try await world.desk.perform(atOnce, as: world.ana) } == .notAllowed)
        _ = try await world.desk.perform(ask, as: world.ana)
        #expect(
            await code { _ = try await world.desk.perform(confirm, as: world.ana) } == .notAllowed)
        _ = try await world.desk.perform(confirm, as: world.sue)
        #expect(try await world.debts(ticket).map(\.state) == [.excused])
    }

    /// A message that came between the screen and the key was not seen, so it is not excused: its
    /// mark on the platform is another one.
    @Test(arguments: [false, true])
    func nobodyExcusesAMessageTheyHaveNotSeen(isAtOnce: Bool) async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let seen = try await world.ticket(ticket).lastItem
        try await world.receive(
            RelayMails().buyer("Und noch etwas: es ist kaputt.", at: world.clock.now))
        let call = ExcuseTicket(
            ticket: ticket, basis: seen, isConfirmed: isAtOnce, isAtOnce: isAtOnce,
            reason: "only thanks")
        let error = await #expect(throws: DeskError.self) {
            _ = try await world.desk.perform(call, as: world.sue)
        }
        #expect(error?.code == .staleBasis)
        #expect(error?.arguments["items"] == "1")
        #expect(try await world.debts(ticket).map(\.state) == [.owed, .owed])
        let now = try await world.ticket(ticket).lastItem
        _ = try await world.desk.perform(
            ExcuseTicket(ticket: ticket, basis: now, isConfirmed: false, reason: "only thanks"),
            as: world.ana)
        #expect(
            try await world.debts(ticket).map(\.state) == [.excusePending, .excusePending])
    }
}

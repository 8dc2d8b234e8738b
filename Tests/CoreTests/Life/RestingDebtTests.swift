import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

/// No way leads to a ticket that sleeps past its deadline, or waits for a buyer who waits for us.
@Suite struct RestingDebtTests {
    /// A ticket that slept for long, was opened again, and got an owed message by a merge.
    private static func opened(_ world: World) async throws -> (TicketID, TicketID) {
        let pair = try await MergeTicketsTests.pair(world)
        _ = try await world.answer(on: pair.old)
        _ = try await world.desk.perform(
            SnoozeTicket(ticket: pair.old, until: world.clock.now + .days(300)), as: world.sue)
        _ = try await world.desk.perform(ReopenTicket(ticket: pair.old), as: world.sue)
        return (pair.old, pair.new)
    }

    @Test func undoWakesInTimeOrNotAtAll() async throws {
        let world = try await World.make()
        let (ticket, owed) = try await Self.opened(world)
        _ = try await world.desk.perform(
            MergeTickets(ticket: owed, with: ticket, survivor: ticket), as: world.sue)
        #expect(
            await code {
                _ = try await world.desk.perform(UndoTicket(ticket: ticket), as: world.sue)
            } == .snoozeTooLong)
        #expect(try await world.ticket(ticket).state == .open)
        try await world.checkRecord()
    }

    @Test func undoWithoutADebtSleepsOn() async throws {
        let world = try await World.make()
        let (ticket, _) = try await Self.opened(world)
        let row = try await world.desk.perform(UndoTicket(ticket: ticket), as: world.sue)
        #expect(row.ticket.state == .snoozed)
    }

    @Test func aMergeTakenBackLeavesNothingAsleep() async throws {
        let world = try await World.make()
        let pair = try await MergeTicketsTests.pair(world)
        _ = try await world.answer(on: pair.old)
        _ = try await world.desk.perform(
            SnoozeTicket(ticket: pair.old, until: world.clock.now + .days(30)), as: world.sue)
        _ = try await world.desk.perform(
            MergeTickets(ticket: pair.old, with: pair.new, survivor: pair.new), as: world.sue)
        // The answer did not arrive after all.
        let debt = try #require(
            try await world.debts(pair.new).first { $0.state == .answerPending })
        let item = try #require(debt.outbox)
        try await world.database.write(as: .service("test"), at: world.clock.now) {
            _ = try $0.record(
                .debtMoved(
                    DebtMove(
                        debt: debt.id, from: .answerPending, to: .owed, at: $0.now,
                        proof: .bounced(item))))
        }
        let row = try await world.desk.perform(UnmergeTicket(ticket: pair.old), as: world.sue)
        #expect(row.ticket.state == .open && row.ticket.owedDebts == 1)
        try await world.checkRecord()
    }

    /// Whatever an act does, its transaction does not end so.
    @Test(arguments: [TicketState.pending, .snoozed])
    func noTransactionEndsWithAnOwedTicketAtRest(_ state: TicketState) async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let before = try await world.ticket(ticket).state
        await #expect(throws: DeskError.self) {
            try await world.database.write(as: .service("test"), at: world.clock.now) {
                try $0.record(
                    .ticketStateChanged(
                        TicketStateChange(
                            ticket: ticket, from: before, to: state,
                            wakeAt: state == .snoozed ? $0.now + .days(2) : nil)))
            }
        }
        #expect(try await world.ticket(ticket).state == before)
    }

    @Test(arguments: [
        "UPDATE ticket SET state = 'pending' WHERE id = 1",
        "UPDATE ticket SET state = 'snoozed', wake_at = 2000000000000 WHERE id = 1",
    ])
    func theNightlyCheckNamesThem(_ sql: String) async throws {
        let world = try await World.make()
        try await world.question()
        try world.database.tamper(sql)
        let report = try await world.desk.perform(VerifyDesk(), as: world.sue)
        #expect(report.broken.map(\.name).contains("I3"))
    }
}

import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

@Suite struct SnoozeTicketTests {
    @Test func aSnoozeNeverOutlastsADeadline() async throws {
        let world = try await World.make()
        let ticket = try await world.question(at: world.clock.now)
        let latest = world.clock.now + .minutes(24 * 60 - 90)
        let long = SnoozeTicket(ticket: ticket, until: latest + .seconds(1))
        #expect(
            await code { _ = try await world.desk.perform(long, as: world.ana) } == .snoozeTooLong)
        let row = try await world.desk.perform(
            SnoozeTicket(ticket: ticket, until: latest), as: world.ana)
        #expect(row.ticket.state == .snoozed)
        #expect(row.ticket.wakeAt == latest)
        let shown = try await world.desk.perform(
            ShowTicket(ticket: ticket, refreshOrder: false), as: world.ana)
        #expect(shown.life?.latestWake == latest)
        try await world.checkRecord()
    }

    @Test func itWakesOnTimeAndAfterADowntime() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        _ = try await world.answer(on: ticket)
        let wake = world.clock.now + .hours(3)
        _ = try await world.desk.perform(
            SnoozeTicket(ticket: ticket, until: wake), as: world.ana)
        try await world.pass(.hours(3) - .seconds(1))
        #expect(try await world.ticket(ticket).state == .snoozed)
        world.clock.advance(by: .days(2))
        _ = try await world.desk.runDue()
        #expect(try await world.ticket(ticket).state == .open)
        #expect(try await world.ticket(ticket).wakeAt == nil)
        _ = try await world.desk.runDue()
        try await world.checkRecord()
    }

    @Test func aBuyersMessageOpensItAndOneActTakesTheRestUpAgain() async throws {
        let world = try await World.make()
        let mails = RelayMails()
        let ticket = try await world.question(from: mails)
        _ = try await world.answer(on: ticket)
        let review = world.clock.now + .days(2)
        _ = try await world.desk.perform(
            HoldTicket(ticket: ticket, reason: "carrier", reviewAt: review), as: world.ana)
        world.clock.advance(by: .hours(1))
        try await world.receive(mails.buyer("Und jetzt?", at: world.clock.now))
        #expect(try await world.ticket(ticket).state == .open)
        _ = try await world.answer("Wir fragen den Spediteur.", on: ticket)
        #expect(try await world.ticket(ticket).state == .pending)
        let row = try await world.desk.perform(RestoreTicket(ticket: ticket), as: world.ana)
        #expect(row.ticket.state == .hold)
        #expect(row.ticket.holdReason == "carrier")
        #expect(row.ticket.reviewAt == review)
        #expect(row.suspension == nil)
        #expect(
            await code {
                _ = try await world.desk.perform(RestoreTicket(ticket: ticket), as: world.ana)
            } == .nothingSuspended)
        try await world.checkRecord()
    }

    @Test func aChangeOfMineIsUndoneAndOthersStopIt() async throws {
        let world = try await World.make()
        let mails = RelayMails()
        let ticket = try await world.question(from: mails)
        _ = try await world.answer(on: ticket)
        let review = world.clock.now + .days(1)
        _ = try await world.desk.perform(
            HoldTicket(ticket: ticket, reason: "carrier", reviewAt: review), as: world.ana)
        _ = try await world.desk.perform(ResolveTicket(ticket: ticket), as: world.ana)
        #expect(
            await code {
                _ = try await world.desk.perform(UndoTicket(ticket: ticket), as: world.ben)
            } == .nothingToUndo)
        let row = try await world.desk.perform(UndoTicket(ticket: ticket), as: world.ana)
        #expect(row.ticket.state == .hold)
        #expect(row.ticket.holdReason == "carrier")
        #expect(row.ticket.resolvedAt == nil)
        #expect(try await world.database.read { try $0.resolutions(of: ticket) } == [])
        try await world.receive(mails.buyer("Noch etwas", at: world.clock.now))
        #expect(
            await code {
                _ = try await world.desk.perform(UndoTicket(ticket: ticket), as: world.ana)
            } == .undoOthersActed)
        try await world.checkRecord()
    }

    @Test func theReviewOfAnUndoneHoldStillRings() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        _ = try await world.answer(on: ticket)
        _ = try await world.desk.perform(
            HoldTicket(
                ticket: ticket, reason: "carrier", reviewAt: world.clock.now + .days(1)),
            as: world.ana)
        _ = try await world.desk.perform(ReopenTicket(ticket: ticket), as: world.ana)
        _ = try await world.desk.perform(UndoTicket(ticket: ticket), as: world.ana)
        #expect(try await world.ticket(ticket).state == .hold)
        try await world.pass(.days(1))
        #expect(try await world.ticket(ticket).state == .open)
    }

    @Test func thanksThatOpenedATicketCountOnceSomethingFollows() async throws {
        let world = try await World.make()
        let mails = RelayMails()
        let ticket = try await world.question(from: mails)
        _ = try await world.answer(on: ticket, then: .resolved)
        #expect(try await world.ticket(ticket).state == .resolved)
        world.clock.advance(by: .hours(1))
        try await world.receive(mails.buyer("Vielen Dank!", at: world.clock.now))
        #expect(try await world.ticket(ticket).cycle == 1)
        world.clock.advance(by: .hours(1))
        try await world.receive(
            mails.buyer("Der Wasserkocher ist undicht.", at: world.clock.now))
        #expect(try await world.ticket(ticket).cycle == 2)
        let resolutions = try await world.database.read { try $0.resolutions(of: ticket) }
        #expect(resolutions.map(\.isCounted) == [true])
        try await world.checkRecord()
    }
}

import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

@Suite struct TicketStateTests {
    @Test func aTicketThatOwesCannotRest() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let resolve = ResolveTicket(ticket: ticket)
        do {
            _ = try await world.desk.perform(resolve, as: world.ana)
            Issue.record("It was resolved.")
        } catch let error as DeskError {
            #expect(error == DeskError(.ticketDebtOwed, ["debts": "1"]))
        }
        _ = try await world.desk.perform(
            ExcuseTicket(ticket: ticket, isConfirmed: false, reason: "thanks"), as: world.ana)
        #expect(
            await code { _ = try await world.desk.perform(resolve, as: world.ana) }
                == .ticketDebtOwed)
        _ = try await world.desk.perform(
            ExcuseTicket(ticket: ticket, isConfirmed: true, reason: "ticked"), as: world.sue)
        #expect(try await world.desk.perform(resolve, as: world.ana).ticket.state == .resolved)
        try await world.checkRecord()
    }

    @Test func answerPendingMayRest() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        _ = try await world.answer(on: ticket)
        let row = try await world.desk.perform(ResolveTicket(ticket: ticket), as: world.ana)
        #expect(row.ticket.state == .resolved)
    }

    @Test("An unconfirmed excuse is owed again two hours before sendBy (V11)")
    func excuseExpiry() async throws {
        let world = try await World.make()
        let asked = world.clock.now
        let ticket = try await world.question(at: asked)
        _ = try await world.desk.perform(
            ExcuseTicket(ticket: ticket, isConfirmed: false, reason: "thanks"), as: world.ana)
        try await world.pass(.minutes(24 * 60 - 30 - 120) - .seconds(1))
        #expect(try await world.debts(ticket).map(\.state) == [.excusePending])
        try await world.pass(.seconds(1))
        #expect(try await world.debts(ticket).map(\.state) == [.owed])
        try await world.checkRecord()
    }

    @Test func anExcuseIsNeverConfirmedUnasked() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let confirm = ExcuseTicket(ticket: ticket, isConfirmed: true, reason: "ticked")
        #expect(
            await code { _ = try await world.desk.perform(confirm, as: world.sue) }
                == .ticketStateRefused)
    }

    @Test func voidingNearTheDeadlineTakesTwo() async throws {
        let world = try await World.make()
        let early = try await world.question()
        let void = ExcuseTicket(
            ticket: early, isConfirmed: true, isVoid: true, reason: "not a buyer")
        #expect(try await world.desk.perform(void, as: world.ana).ticket.owedDebts == 0)
        let late = try await world.question(
            from: RelayMails(alias: "zzz111zzz111zz", order: nil),
            at: world.clock.now - .hours(19))
        let again = ExcuseTicket(
            ticket: late, isConfirmed: true, isVoid: true, reason: "not a buyer")
        #expect(
            await code { _ = try await world.desk.perform(again, as: world.ana) } == .secondPerson)
        #expect(try await world.ticket(late).owedDebts == 1)
        let waiting = try await world.desk.perform(ListRequests(), as: world.sue).requests
        let request = try #require(waiting.first?.item.request.id)
        _ = try await world.desk.perform(
            SettleRequest(request: request, isApproved: true, reason: "seen"), as: world.sue)
        #expect(try await world.ticket(late).owedDebts == 0)
        try await world.checkRecord()
    }

    @Test func aHeldTicketComesBackAtItsReview() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let review = world.clock.now + .hours(5)
        let hold = HoldTicket(ticket: ticket, reason: "carrier", reviewAt: review)
        let row = try await world.desk.perform(hold, as: world.ana)
        #expect(row.ticket.state == .hold)
        #expect(row.ticket.holdReason == "carrier")
        try await world.pass(.hours(5) - .seconds(1))
        #expect(try await world.ticket(ticket).state == .hold)
        try await world.pass(.seconds(1))
        #expect(try await world.ticket(ticket).state == .open)
        try await world.checkRecord()
    }

    @Test func aLaterReviewReplacesTheEarlierOne() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        for hours in [2, 6] as [Int64] {
            _ = try await world.desk.perform(
                HoldTicket(
                    ticket: ticket, reason: "carrier", reviewAt: world.clock.now + .hours(hours)),
                as: world.ana)
        }
        try await world.pass(.hours(3))
        #expect(try await world.ticket(ticket).state == .hold)
        try await world.pass(.hours(3))
        #expect(try await world.ticket(ticket).state == .open)
    }

    @Test func aHoldNeedsAReviewWithinAWeek() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let far = HoldTicket(ticket: ticket, reason: "x", reviewAt: world.clock.now + .days(8))
        #expect(
            await code { _ = try await world.desk.perform(far, as: world.ana) } == .holdNeedsReview)
    }

    @Test func silenceResolvesAndTimeArchives() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        _ = try await world.answer(on: ticket)
        try await world.pass(.days(6))
        #expect(try await world.ticket(ticket).state == .pending)
        try await world.pass(.days(1) + .minutes(1))
        #expect(try await world.ticket(ticket).state == .resolved)
        try await world.pass(.days(14))
        #expect(try await world.ticket(ticket).state == .closed)
        let reopen = ReopenTicket(ticket: ticket)
        #expect(
            await code { _ = try await world.desk.perform(reopen, as: world.ana) } == .notAllowed)
        #expect(try await world.desk.perform(reopen, as: world.sue).ticket.state == .open)
        try await world.checkRecord()
    }

    @Test func notesAreSeenAndSettleNothing() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let row = try await world.desk.perform(
            AddNote(ticket: ticket, text: "Carrier called."), as: world.ben)
        #expect(row.ticket.messageCount == 2)
        #expect(row.ticket.owedDebts == 1)
        let detail = try await world.desk.perform(
            ShowTicket(ticket: ticket, refreshOrder: false), as: world.ana)
        #expect(detail.messages.last?.body == "Carrier called.")
        #expect(detail.messages.last?.authorName == "Ben")
        guard
            case .stale = try await world.desk.perform(
                SendReply(
                    ticket: ticket, basis: detail.messages[0].message.sequence, text: "Morgen."),
                as: world.ana)
        else {
            Issue.record("Another's note did not make the basis stale.")
            return
        }
        try await world.checkRecord()
    }

    @Test func searchFindsChineseWordsAndNumbers() async throws {
        let world = try await World.make()
        let ticket = try await world.question("包裹还没有收到，请帮忙查询一下")
        func found(_ text: String, _ caller: Principal) async throws -> [TicketID] {
            try await world.desk.perform(ListTickets(queue: .all, search: text), as: caller)
                .rows.map(\.id)
        }
        for text in ["没有收到", "305-7683573", "#\(ticket.rawValue)", "Kai"] {
            #expect(try await found(text, world.ana) == [ticket], "\(text)")
        }
        // The masked part of a name is found by those who may see it.
        #expect(try await found("Lenz", world.ana) == [])
        #expect(try await found("Lenz", world.ops) == [ticket])
    }

    @Test func templatesFillAndRank() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let list = try await world.desk.perform(ListTemplates(ticket: ticket), as: world.ana)
        #expect(list.templates.first?.template.key == "late.de")
        let filled = try await world.desk.perform(
            RenderTemplate(template: "late.de", ticket: ticket), as: world.ana)
        #expect(filled.text.hasPrefix("Guten Tag Kai,"))
        #expect(filled.text.contains("305-7683573-2694036"))
        #expect(filled.missing == ["order.deliver_by"])
        #expect(filled.text.contains("{{order.deliver_by}}"))
    }
}

import Core
import HelpDesk
import MailKit
import Store
import SwiftExtensions
import Testing
import Wire

@Suite struct SendReplyTests {
    @Test func anAnswerLeavesAfterTheCountdownAndSettlesTheDebt() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let queued = try #require(try await world.send(on: ticket).item)
        #expect(queued.releaseAt == world.clock.now + .seconds(15))
        world.clock.advance(by: .seconds(14))
        _ = try await world.desk.runDue()
        #expect(world.sender.sent.isEmpty)
        world.clock.advance(by: .seconds(1))
        _ = try await world.desk.runDue()
        #expect(world.sender.sent.count == 1)
        #expect(try await world.outboxItem(queued.id).state == .accepted)
        #expect(try await world.debts(ticket).map(\.state) == [.answerPending])
        #expect(try await world.ticket(ticket).state == .pending)
        #expect(try await world.messages(ticket).map(\.kind) == [.buyer, .agentReply])
        try await world.checkRecord()
    }

    @Test func theMailGoesToTheAliasAsReceivedFromTheApprovedSender() async throws {
        let world = try await World.make()
        let ticket = try await world.question(from: RelayMails(messageID: "buyer-1"))
        _ = try await world.answer(on: ticket)
        let sent = try #require(world.sender.sent.first)
        #expect(sent.envelope.from == "desk@desk.example")
        #expect(sent.envelope.recipients == [RelayMails().address])
        #expect(sent.text.contains("In-Reply-To: <buyer-1@eu-west-1.amazonses.com>"))
        #expect(sent.text.contains("Subject: Re: Frage von Amazon-Kunde Kai Lenz"))
        #expect(!sent.text.contains("Re: Re:"))
    }

    @Test("One reply settles all that its author had seen (V8)")
    func severalDebts() async throws {
        let world = try await World.make()
        let ticket = try await world.question(at: world.clock.now - .hours(6))
        try await world.receive(
            RelayMails().buyer("Sind Sie da?", at: world.clock.now - .hours(1)))
        _ = try await world.answer(on: ticket)
        #expect(try await world.debts(ticket).map(\.state) == [.answerPending, .answerPending])
        try await world.pass(.minutes(31))
        #expect(try await world.debts(ticket).map(\.state) == [.answered, .answered])
    }

    @Test func aMessageThatComesDuringTheCountdownStaysOwed() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        _ = try await world.send(on: ticket)
        try await world.receive(
            RelayMails().buyer("Bitte stornieren!", at: world.clock.now + .seconds(5)))
        world.clock.advance(by: .seconds(15))
        _ = try await world.desk.runDue()
        #expect(try await world.debts(ticket).map(\.state) == [.answerPending, .owed])
        #expect(try await world.ticket(ticket).state == .open)
        try await world.checkRecord()
    }

    @Test func anEmptyReplyIsNone() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        #expect(await code { _ = try await world.send(" \n ", on: ticket) } == .replyEmpty)
    }

    @Test func theSameRequestTwiceIsOneReply() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let basis = try await world.ticket(ticket).lastItem
        let call = SendReply(ticket: ticket, basis: basis, text: "Es kommt morgen.")
        let first = try await world.desk.perform(call, as: world.ana).item
        let second = try await world.desk.perform(call, as: world.ana).item
        #expect(first?.id == second?.id)
        try await world.pass(.minutes(1))
        let third = try await world.desk.perform(call, as: world.ana).item
        #expect(third?.id == first?.id)
        #expect(world.sender.sent.count == 1)
    }

    @Test func aStaleBasisShowsWhatIsNew() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let basis = try await world.ticket(ticket).lastItem
        try await world.receive(RelayMails().buyer("Nachtrag", at: world.clock.now))
        let call = SendReply(ticket: ticket, basis: basis, text: "Es kommt morgen.")
        guard case .stale(let items) = try await world.desk.perform(call, as: world.ana) else {
            Issue.record("The reply was not refused.")
            return
        }
        #expect(items.map(\.body) == ["Nachtrag"])
        var anyway = call
        anyway.staleReason = "The answer covers it."
        let item = try #require(try await world.desk.perform(anyway, as: world.ana).item)
        #expect(item.override?.rules == ["stale-basis"])
        try await world.pass(.minutes(1))
        #expect(try await world.debts(ticket).allSatisfy { $0.state == .answerPending })
        try await world.checkRecord()
    }

    @Test("Nobody answers beside a reply that is on its way (I7)")
    func doubleAnswer() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        _ = try await world.send("Es kommt morgen.", on: ticket)
        guard case .stale(let items) = try await world.send("Anders.", on: ticket, as: world.ben)
        else {
            Issue.record("The second answer was not refused.")
            return
        }
        #expect(items.map(\.body) == ["Es kommt morgen."])
        #expect(items.first?.authorName == "Ana")
    }

    @Test func undoGivesTheDraftBack() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let item = try #require(try await world.send("Entwurf", on: ticket).item)
        #expect(
            await code { _ = try await world.desk.perform(UndoReply(item: item.id), as: world.ben) }
                == .notAllowed)
        let draft = try await world.desk.perform(UndoReply(item: item.id), as: world.ana)
        #expect(draft.text == "Entwurf")
        let detail = try await world.desk.perform(
            ShowTicket(ticket: ticket, refreshOrder: false), as: world.ana)
        #expect(detail.draft?.text == "Entwurf")
        #expect(detail.row.ticket.state == .new)
        try await world.pass(.minutes(1))
        #expect(world.sender.sent.isEmpty)
        #expect(try await world.send("Entwurf", on: ticket).item?.state == .queued)
        try await world.checkRecord()
    }

    @Test func whatHasLeftCannotBeTakenBack() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let item = try await world.answer(on: ticket)
        let refusal = await code {
            _ = try await world.desk.perform(UndoReply(item: item.id), as: world.ana)
        }
        #expect(refusal == .outboxTooLate)
    }

    @Test func aDraftIsKeptAndGoesWithTheReply() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let basis = try await world.ticket(ticket).lastItem
        let save = SaveDraft(ticket: ticket, basis: basis, text: "Guten")
        _ = try await world.desk.perform(save, as: world.ana)
        let show = ShowTicket(ticket: ticket, refreshOrder: false)
        #expect(try await world.desk.perform(show, as: world.ana).draft?.text == "Guten")
        #expect(try await world.desk.perform(show, as: world.ben).draft == nil)
        _ = try await world.send(on: ticket)
        #expect(try await world.desk.perform(show, as: world.ana).draft == nil)
        try await world.checkRecord()
    }

    @Test func aTicketWithoutAnAddressCannotBeAnswered() async throws {
        let world = try await World.make()
        try await world.receive(RelayMails().claim(at: world.clock.now))
        let ticket = try #require(try await world.tickets().first)
        #expect(await code { _ = try await world.send(on: ticket.id) } == .nothingToAnswer)
    }
}

import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

/// Helpdesk sections 8.4 and 8.5.
@Suite struct SecondAnswerTests {
    private func ask(_ reply: SendReply.Reply) -> [RecentAnswer]? {
        if case .answered(let answers) = reply { answers } else { nil }
    }

    @Test func anAnswerOfAMomentAgoIsAskedAbout() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let first = try await world.answer("Es kommt morgen.", on: ticket)
        world.clock.advance(by: .seconds(14))
        let asked = try #require(
            ask(try await world.send("Es kommt heute.", on: ticket, as: world.ben)))
        #expect(asked.map(\.mark) == [.reply(first.id)])
        #expect(asked.map(\.authorName) == ["Ana"])
        #expect(asked.map(\.at) == [first.acceptedAt])
        #expect(asked.map(\.body) == ["Es kommt morgen."])
        let basis = try await world.ticket(ticket).lastItem
        let knowing = try await world.desk.perform(
            SendReply(
                ticket: ticket, basis: basis, text: "Es kommt heute.",
                knownAnswers: asked.map(\.mark)), as: world.ben)
        #expect(knowing.item?.override?.rules == ["double-answer"])
        try await world.pass(.minutes(1))
        #expect(world.sender.sent.count == 2)
        try await world.checkRecord()
    }

    @Test func twoMinutesLaterNobodyAsks() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        _ = try await world.answer("Es kommt morgen.", on: ticket)
        world.clock.advance(by: .seconds(120))
        let item = try #require(
            try await world.send("Es kommt heute.", on: ticket, as: world.ben).item)
        #expect(item.override == nil)
    }

    @Test func anAnswerFromSellerCentralCounts() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        try await world.receive(
            RelayMails().ownCopy("Es kommt morgen.", at: world.clock.now - .seconds(60)))
        let asked = try #require(ask(try await world.send("Es kommt heute.", on: ticket)))
        #expect(asked.map(\.author) == [nil])
        #expect(asked.map(\.body) == ["Es kommt morgen."])
    }

    @Test func theSameBuyerInTwoTicketsIsOneBuyer() async throws {
        let world = try await World.make()
        let first = try await world.question()
        try await world.receive(
            RelayMails().buyer("Und die andere?", at: world.clock.now - .minutes(30)))
        let other = try #require(try await world.messages(first).last)
        let split = SplitTicket(ticket: first, messages: [other.id])
        let second = try await world.desk.perform(split, as: world.sue).id
        #expect(first != second)
        #expect(try await world.ticket(first).buyer == world.ticket(second).buyer)
        let waiting = try #require(try await world.send("Es kommt morgen.", on: first).item)
        let asked = try #require(
            ask(try await world.send("Es kommt heute.", on: second, as: world.ben)))
        #expect(asked.map(\.mark) == [.reply(waiting.id)])
        #expect(asked.map(\.ticket) == [first])
    }

    @Test func whatTheLinterStopsIsNotAskedAboutFirst() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        _ = try await world.answer("Es kommt morgen.", on: ticket)
        let text = "Schreiben Sie an hilfe@nova-shop.example."
        guard case .blocked = try await world.send(text, on: ticket) else {
            Issue.record("The linter said nothing.")
            return
        }
    }

    @Test func anAnswerThatCameAfterTheQuestionIsAskedAboutAgain() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let first = try await world.answer("Es kommt morgen.", on: ticket)
        let asked = try #require(
            ask(try await world.send("Es kommt heute.", on: ticket, as: world.ben)))
        try await world.receive(
            RelayMails().ownCopy("Es kommt nie.", at: world.clock.now + .seconds(1)))
        let again = try await world.desk.perform(
            SendReply(
                ticket: ticket, basis: try await world.ticket(ticket).lastItem,
                text: "Es kommt heute.", knownAnswers: asked.map(\.mark)), as: world.ben)
        #expect(asked.map(\.mark) == [.reply(first.id)])
        #expect(ask(again)?.map(\.author) == [nil])
    }

    /// A reason is about what its author was shown, and about nothing that came later.
    @Test func aReasonDoesNotCoverWhatCameAfterIt() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let basis = try await world.ticket(ticket).lastItem
        try await world.receive(RelayMails().buyer("Nachtrag", at: world.clock.now))
        var call = SendReply(ticket: ticket, basis: basis, text: "Es kommt morgen.")
        guard case .stale(let items) = try await world.desk.perform(call, as: world.ana) else {
            Issue.record("The reply was not refused.")
            return
        }
        call.staleReason = "The answer covers it."
        call.staleThrough = items.map(\.message.sequence).max()
        try await world.receive(
            RelayMails().buyer("Bitte stornieren!", at: world.clock.now + .seconds(1)))
        guard case .stale(let newer) = try await world.desk.perform(call, as: world.ana) else {
            Issue.record("The reply went past what nobody had read.")
            return
        }
        #expect(newer.map(\.body) == ["Bitte stornieren!"])
        call.staleThrough = newer.map(\.message.sequence).max()
        let item = try #require(try await world.desk.perform(call, as: world.ana).item)
        #expect(item.override?.rules == ["stale-basis"])
        #expect(item.override?.requestReason == "The answer covers it.")
        #expect(item.readThrough == basis)
        try await world.pass(.minutes(1))
        let debts = try await world.debts(ticket)
        #expect(debts.map(\.state) == [.answerPending, .answerPending, .answerPending])
        #expect(debts.map(\.isUnseenAtReply) == [nil, true, true])
        // The list says so until somebody answers who has read them.
        let row = try await row(ticket, world)
        #expect(row.unreadAtReply == 2)
        #expect(TicketDocument(row: row).unreadAtReply == 2)
        // Whoever puts the ticket to rest says that nothing more is to be answered.
        _ = try await world.desk.perform(ResolveTicket(ticket: ticket), as: world.ana)
        #expect(try await self.row(ticket, world).unreadAtReply == 0)
        _ = try await world.desk.perform(ReopenTicket(ticket: ticket), as: world.ana)
        #expect(try await self.row(ticket, world).unreadAtReply == 2)
        try await world.pass(.minutes(3))
        _ = try await world.answer("Die Bestellung ist storniert.", on: ticket)
        #expect(TicketDocument(row: try await self.row(ticket, world)).unreadAtReply == nil)
        try await world.checkRecord()
    }

    /// A reply on the other ticket, later though it was, had not seen what came in by the merge.
    @Test func whatWasSentPastStaysUnreadThroughAMerge() async throws {
        let world = try await World.make()
        let pair = try await MergeTicketsTests.pair(world)
        let basis = try await world.ticket(pair.new).lastItem
        try await world.receive(pair.newMails.buyer("Nachtrag", at: world.clock.now))
        let call = SendReply(
            ticket: pair.new, basis: basis, text: "Es kommt morgen.",
            staleReason: "The answer covers it.")
        _ = try #require(try await world.desk.perform(call, as: world.ana).item)
        try await world.pass(.minutes(3))
        #expect(try await row(pair.new, world).unreadAtReply == 1)
        _ = try await world.answer("Das liegt schon im Lager.", on: pair.old)
        try await world.pass(.minutes(3))
        _ = try await world.desk.perform(
            MergeTickets(ticket: pair.new, with: pair.old), as: world.sue)
        #expect(try await row(pair.old, world).unreadAtReply == 1)
        _ = try await world.answer("Den Nachtrag haben wir jetzt gelesen.", on: pair.old)
        #expect(try await row(pair.old, world).unreadAtReply == 0)
        try await world.checkRecord()
    }

    private func row(_ ticket: TicketID, _ world: World) async throws -> TicketRow {
        let list = try await world.desk.perform(ListTickets(queue: .all), as: world.ana)
        return try #require(list.rows.first { $0.id == ticket })
    }

    /// A bounce makes it owed again like any other debt.
    @Test func whatWasSentPastIsOwedAgainWithoutTheMark() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let basis = try await world.ticket(ticket).lastItem
        try await world.receive(RelayMails().buyer("Nachtrag", at: world.clock.now))
        let item = try #require(
            try await world.desk.perform(
                SendReply(
                    ticket: ticket, basis: basis, text: "Es kommt morgen.",
                    staleReason: "The answer covers it."), as: world.ana
            ).item)
        try await world.pass(.minutes(1))
        #expect(try await world.debts(ticket).map(\.isUnseenAtReply) == [nil, true])
        let content = try await world.database.read { try $0.outboxContent(item.id) }
        let name = try #require(content?.internetMessageID)
        try await world.receive(RelayMails().bounce(of: name, at: world.clock.now))
        #expect(try await world.outboxItem(item.id).state == .bounced)
        #expect(try await world.debts(ticket).map(\.state) == [.owed, .owed])
        #expect(try await world.debts(ticket).map(\.isUnseenAtReply) == [nil, nil])
        try await world.checkRecord()
    }

    @Test func aReplyOnItsWayIsPassedOnlyByWhoWasShownIt() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let basis = try await world.ticket(ticket).lastItem
        let first = try #require(try await world.send("Es kommt morgen.", on: ticket).item)
        var call = SendReply(
            ticket: ticket, basis: basis, text: "Es kommt heute.", staleReason: "A correction.",
            staleThrough: basis)
        guard case .stale(let items) = try await world.desk.perform(call, as: world.ben) else {
            Issue.record("The reply on its way was passed unseen.")
            return
        }
        #expect(items.map(\.message.outbox) == [first.id])
        call.knownAnswers = [.reply(first.id)]
        let item = try #require(try await world.desk.perform(call, as: world.ben).item)
        #expect(item.override?.rules == ["stale-basis", "double-answer"])
        try await world.checkRecord()
    }
}

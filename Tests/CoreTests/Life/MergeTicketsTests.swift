import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

@Suite struct MergeTicketsTests {
    /// Two live tickets of one buyer, about two orders.
    struct Pair {
        var old: TicketID
        var new: TicketID
        var oldMails = RelayMails(order: "305-1111111-1111111")
        var newMails = RelayMails(
            caseID: "93cf863f-e92f-442f-d405-123a7178b5bd", order: "305-2222222-2222222")
    }

    static func pair(_ world: World) async throws -> Pair {
        var pair = Pair(old: TicketID(0), new: TicketID(0))
        pair.old = try await world.question("Wo ist es?", from: pair.oldMails)
        world.clock.advance(by: .minutes(10))
        pair.new = try await world.question(
            "Und das andere?", from: pair.newMails, at: world.clock.now)
        try #require(pair.old != pair.new)
        return pair
    }

    @Test func theDebtsMoveAndTheirClocksRunOn() async throws {
        let world = try await World.make()
        let pair = try await Self.pair(world)
        let before = try await world.debts(pair.old) + world.debts(pair.new)
        let shown = try await world.desk.perform(
            ShowTicket(ticket: pair.new, refreshOrder: false), as: world.ana)
        #expect(shown.life?.mergeable.map(\.id) == [pair.old])
        let row = try await world.desk.perform(
            MergeTickets(ticket: pair.new, with: pair.old), as: world.sue)
        #expect(row.id == pair.old)
        #expect(row.ticket.owedDebts == 2)
        let after = try await world.debts(pair.old)
        #expect(after.map(\.platformDue) == before.map(\.platformDue))
        #expect(try await world.ticket(pair.new).mergedInto == pair.old)
        try await world.checkRecord()
    }

    @Test func everyReaderWalksToTheSurvivor() async throws {
        let world = try await World.make()
        let pair = try await Self.pair(world)
        _ = try await world.desk.perform(
            MergeTickets(ticket: pair.new, with: pair.old), as: world.sue)
        // A mail on the merged ticket's order, an opening of it, and a claim.
        try await world.receive(pair.newMails.buyer("Hallo?", at: world.clock.now))
        #expect(try await world.messages(pair.new).isEmpty)
        #expect(try await world.messages(pair.old).count == 3)
        let shown = try await world.desk.perform(
            ShowTicket(ticket: pair.new, refreshOrder: false), as: world.ana)
        #expect(shown.row.id == pair.old)
        #expect(shown.messages.count == 3)
        let claimed = try await world.desk.perform(
            ClaimTicket(ticket: pair.new), as: world.ana)
        #expect(claimed.id == pair.old)
        let item = try await world.answer("Es kommt morgen.", on: pair.old)
        #expect(item.state == .accepted)
        // The other order is another thread of the platform's, and is still owed.
        #expect(try await world.ticket(pair.old).owedDebts == 2)
        world.clock.advance(by: .minutes(5))
        _ = try await world.answer("Auch das kommt morgen.", on: pair.old)
        #expect(try await world.ticket(pair.old).owedDebts == 0)
        let log = try await world.desk.perform(ListEvents(ticket: pair.new), as: world.ana)
        #expect(log.events.contains { $0.event.kind == "merged-into" })
        try await world.checkRecord()
    }

    @Test func whoeverWroteBeforeTheMergeHasNotSeenIt() async throws {
        let world = try await World.make()
        let pair = try await Self.pair(world)
        let basis = try await world.ticket(pair.old).lastItem
        _ = try await world.desk.perform(
            MergeTickets(ticket: pair.new, with: pair.old), as: world.sue)
        let reply = try await world.desk.perform(
            SendReply(ticket: pair.old, basis: basis, text: "Ihr Paket kommt morgen an."),
            as: world.ana)
        guard case .stale(let unseen) = reply else {
            Issue.record("It was sent past the merged messages.")
            return
        }
        #expect(unseen.map(\.body) == ["Und das andere?"])
    }

    @Test func aQueuedReplyOfTheSourceSettlesItsDebtInTheSurvivor() async throws {
        let world = try await World.make()
        let pair = try await Self.pair(world)
        let item = try #require(try await world.send(on: pair.new).item)
        _ = try await world.desk.perform(
            MergeTickets(ticket: pair.new, with: pair.old), as: world.sue)
        world.clock.advance(by: .seconds(15))
        _ = try await world.desk.runDue()
        #expect(try await world.outboxItem(item.id).state == .accepted)
        // Its author saw the source alone: the other question still waits.
        let debts = try await world.debts(pair.old)
        #expect(debts.map(\.state) == [.owed, .answerPending])
        try await world.checkRecord()
    }

    @Test func itIsTakenBackUntilEitherSideMoves() async throws {
        let world = try await World.make()
        let pair = try await Self.pair(world)
        let before = try await world.ticket(pair.new)
        _ = try await world.desk.perform(
            MergeTickets(ticket: pair.new, with: pair.old), as: world.sue)
        let row = try await world.desk.perform(UnmergeTicket(ticket: pair.new), as: world.sue)
        #expect(row.ticket.state == before.state)
        #expect(row.ticket.nextDue == before.nextDue)
        #expect(row.ticket.owedDebts == 1)
        #expect(try await world.ticket(pair.old).owedDebts == 1)
        try await world.checkRecord()
        _ = try await world.desk.perform(
            MergeTickets(ticket: pair.new, with: pair.old), as: world.sue)
        _ = try await world.answer("Beide kommen.", on: pair.old)
        #expect(
            await code {
                _ = try await world.desk.perform(UnmergeTicket(ticket: pair.new), as: world.sue)
            } == .unmergeChanged)
    }

    @Test func strangersAreNotMergedUntilSomebodyLinksThem() async throws {
        let world = try await World.make()
        let one = try await world.question()
        let two = try await world.question(
            from: RelayMails(alias: "zzz111zzz111zz", order: nil), at: world.clock.now)
        let merge = MergeTickets(ticket: two, with: one)
        #expect(
            await code { _ = try await world.desk.perform(merge, as: world.sue) }
                == .mergeOtherBuyer)
        _ = try await world.desk.perform(
            LinkBuyers(ticket: two, with: one, reason: "same address"), as: world.sue)
        #expect(try await world.desk.perform(merge, as: world.sue).id == one)
        #expect(
            await code { _ = try await world.desk.perform(merge, as: world.sue) } == .mergeMerged)
        try await world.checkRecord()
    }

    @Test func chosenMessagesBecomeATicketOfTheirOwn() async throws {
        let world = try await World.make()
        let mails = RelayMails()
        let ticket = try await world.question("Wo ist es?", from: mails)
        _ = try await world.desk.perform(ClaimTicket(ticket: ticket), as: world.ana)
        try await world.receive(mails.buyer("Außerdem: Rechnung?", at: world.clock.now))
        let messages = try await world.messages(ticket)
        let second = try #require(messages.last)
        let all = SplitTicket(ticket: ticket, messages: messages.map(\.id))
        #expect(
            await code { _ = try await world.desk.perform(all, as: world.sue) }
                == .splitEverything)
        let due = try await world.debts(ticket).last?.platformDue
        let row = try await world.desk.perform(
            SplitTicket(ticket: ticket, messages: [second.id]), as: world.sue)
        #expect(row.ticket.owedDebts == 1)
        #expect(row.ticket.nextDue == due)
        #expect(row.ticket.owner == world.ana.person)
        #expect(try await world.ticket(ticket).owedDebts == 1)
        for id in [ticket, row.id] {
            let shown = try await world.desk.perform(
                ShowTicket(ticket: id, refreshOrder: false), as: world.ana)
            #expect(shown.life?.links.map(\.link.kind) == [.split])
        }
        try await world.checkRecord()
    }
}

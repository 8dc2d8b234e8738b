import Core
import HelpDesk
import SwiftExtensions
import Testing
import Wire

/// A message that the classifier got wrong (helpdesk section 3.2).
@Suite struct CorrectKindTests {
    private func call(
        _ world: World, _ ticket: TicketID, _ kind: MessageKind, _ reason: String = "read it"
    ) async throws -> CorrectKind {
        let message = try #require(try await world.messages(ticket).first)
        return CorrectKind(message: message.id, kind: kind, reason: reason)
    }

    @Test func whatIsNoQuestionOwesNothingAndWhatIsOneOwesFromItsStart() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let due = try await world.debts(ticket).map(\.platformDue)
        let row = try await world.desk.perform(
            try await call(world, ticket, .buyerAuto), as: world.ana)
        #expect(row.ticket.owedDebts == 0)
        #expect(try await world.debts(ticket).map(\.state) == [.void])
        #expect(try await world.messages(ticket).map(\.kind) == [.buyerAuto])
        _ = try await world.desk.perform(ResolveTicket(ticket: ticket), as: world.ana)
        world.clock.advance(by: .hours(1))
        _ = try await world.desk.perform(try await call(world, ticket, .buyer), as: world.ana)
        #expect(try await world.debts(ticket).map(\.state) == [.owed])
        #expect(try await world.debts(ticket).map(\.platformDue) == due)
        #expect(try await world.ticket(ticket).state == .open)
        let deadlines = try await world.desk.perform(
            ExplainDeadlines(ticket: ticket), as: world.ana)
        #expect(
            deadlines.clocks.contains { $0.key.kind == .platform && $0.state == .running })
        let broken = try await world.desk.perform(VerifyDesk(), as: world.sue).broken
        #expect(broken.map(\.name) == [])
        try await world.checkRecord()
    }

    @Test func closeToTheDeadlineTwoPeopleSaySo() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        world.clock.advance(by: .hours(19))
        let change = try await call(world, ticket, .bounce)
        try await world.approve(change, as: world.ana, by: world.sue)
        #expect(try await world.debts(ticket).map(\.state) == [.void])
        _ = try await world.desk.perform(change, as: world.ana)
        #expect(try await world.messages(ticket).map(\.kind) == [.bounce])
        try await world.checkRecord()
    }

    @Test(arguments: [
        (MessageKind.buyer, "read it", DeskError.Code.kindRefused),
        (.agentReply, "read it", .kindRefused), (.courtesy, " ", .badRequest),
    ])
    func nonsenseIsRefused(
        kind: MessageKind, reason: String, expected: DeskError.Code
    ) async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let change = try await call(world, ticket, kind, reason)
        #expect(
            await code { _ = try await world.desk.perform(change, as: world.ana) } == expected)
        #expect(try await world.debts(ticket).map(\.state) == [.owed])
    }

    @Test func aliasesThatWereJoinedByMistakeArePartedAgain() async throws {
        let world = try await World.make()
        let one = try await world.question()
        let other = try await world.question(
            from: RelayMails(alias: "anotheraliasab", order: nil))
        let desk = world.desk
        _ = try await desk.perform(
            LinkBuyers(ticket: one, with: other, reason: "same street"), as: world.sue)
        _ = try await desk.perform(
            LinkBuyers(ticket: one, with: other, isOn: false, reason: "another flat"),
            as: world.sue)
        #expect(
            await code {
                _ = try await desk.perform(MergeTickets(ticket: one, with: other), as: world.sue)
            } == .mergeOtherBuyer)
        try await world.checkRecord()
    }

    /// Two aliases that only a third makes one person have no link of their own to take away.
    @Test func aChainOfAliasesIsPartedLinkByLink() async throws {
        let world = try await World.make()
        let one = try await world.question()
        let middle = try await world.question(
            from: RelayMails(alias: "anotheraliasab", order: nil))
        let other = try await world.question(
            from: RelayMails(alias: "thirdaliasabcd", order: nil))
        let desk = world.desk
        func link(_ a: TicketID, _ b: TicketID, isOn: Bool) async -> DeskError? {
            do {
                _ = try await desk.perform(
                    LinkBuyers(ticket: a, with: b, isOn: isOn, reason: "said so"), as: world.sue)
                return nil
            } catch { return error as? DeskError }
        }
        #expect(await link(one, middle, isOn: true) == nil)
        #expect(await link(middle, other, isOn: true) == nil)
        let refusal = await link(one, other, isOn: false)
        #expect(refusal?.code == .buyersLinkedThrough)
        #expect(refusal?.arguments["ticket"] == String(middle.rawValue))
        // A link of their own beside the chain is theirs to take away again.
        #expect(await link(one, other, isOn: true) == nil)
        #expect(await link(one, other, isOn: false) == nil)
        #expect(await link(one, other, isOn: false)?.code == .buyersLinkedThrough)
        #expect(await link(middle, other, isOn: false) == nil)
        #expect(
            await code {
                _ = try await desk.perform(MergeTickets(ticket: one, with: other), as: world.sue)
            } == .mergeOtherBuyer)
        try await world.checkRecord()
    }
}

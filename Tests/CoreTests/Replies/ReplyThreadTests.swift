import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

/// A ticket may hold several of the platform's threads; a reply ends the clocks of its own only
/// (invariant I5).
@Suite struct ReplyThreadTests {
    private static let first = RelayMails(name: "Kai Lenz", order: nil)
    private static let second = RelayMails(alias: "secondabcdefg", name: "Mara Voss", order: nil)

    /// Two buyers whom somebody took for one person.
    private static func twoBuyers(_ world: World) async throws -> TicketID {
        let one = try await world.question("Wo ist es?", from: first)
        world.clock.advance(by: .minutes(5))
        let two = try await world.question("Ich frage auch.", from: second)
        _ = try await world.desk.perform(
            LinkBuyers(ticket: one, with: two, reason: "same street"), as: world.sue)
        return try await world.desk.perform(
            MergeTickets(ticket: two, with: one, survivor: one), as: world.sue
        ).id
    }

    private func states(_ world: World, _ ticket: TicketID) async throws -> [DebtState] {
        try await world.debts(ticket).sorted { $0.message < $1.message }.map(\.state)
    }

    private func show(_ world: World, _ ticket: TicketID) async throws -> TicketDetail {
        try await world.desk.perform(
            ShowTicket(ticket: ticket, refreshOrder: false), as: world.ana)
    }

    private func broken(_ world: World) async throws -> [String] {
        try await world.desk.perform(VerifyDesk(), as: world.sue).broken.map(\.name)
    }

    @Test func aReplyToOneBuyerLeavesTheOtherOwed() async throws {
        let world = try await World.make()
        let ticket = try await Self.twoBuyers(world)
        #expect(try await show(world, ticket).aim?.buyerName == "Kai Lenz")
        let reply = try await world.answer("Es kommt morgen.", on: ticket)
        #expect(
            try await world.database.read { try $0.outboxContent(reply.id) }?.to
                == Self.first.address)
        #expect(try await states(world, ticket) == [.answerPending, .owed])
        #expect(try await world.ticket(ticket).state == .open)
        #expect(try await show(world, ticket).aim?.buyerName == "Mara Voss")
        // Two answers within two minutes are asked about, but not to two persons.
        let next = try await world.answer("Ihres kommt auch.", on: ticket)
        #expect(
            try await world.database.read { try $0.outboxContent(next.id) }?.to
                == Self.second.address)
        #expect(try await states(world, ticket) == [.answerPending, .answerPending])
        #expect(try await broken(world) == [])
        try await world.checkRecord()
    }

    @Test func twoOrdersOfOneBuyerAreTwoThreads() async throws {
        let world = try await World.make()
        let pair = try await MergeTicketsTests.pair(world)
        _ = try await world.desk.perform(
            MergeTickets(ticket: pair.new, with: pair.old), as: world.sue)
        #expect(try await show(world, pair.old).aim?.order == "305-1111111-1111111")
        _ = try await world.answer("Es kommt morgen.", on: pair.old)
        #expect(try await states(world, pair.old) == [.answerPending, .owed])
        #expect(try await show(world, pair.old).aim?.order == "305-2222222-2222222")
        // A later message on the first thread does not hide the second one.
        world.clock.advance(by: .minutes(5))
        try await world.receive(pair.oldMails.buyer("Danke, wann?", at: world.clock.now))
        #expect(try await show(world, pair.old).aim?.order == "305-2222222-2222222")
        try await world.checkRecord()
    }

    @Test func aTicketOfOneThreadSaysNothingOfIt() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        try await world.receive(RelayMails().buyer("Hallo?", at: world.clock.now))
        #expect(try await show(world, ticket).aim == nil)
        _ = try await world.answer(on: ticket)
        #expect(try await states(world, ticket) == [.answerPending, .answerPending])
    }

    /// The platform's copy names a buyer at most.
    @Test func aCopyThatFitsSeveralThreadsEndsNone() async throws {
        let world = try await World.make()
        let ticket = try await Self.twoBuyers(world)
        try await world.receive(
            Self.first.ownCopy("Dort beantwortet.", at: world.clock.now))
        #expect(try await states(world, ticket) == [.owed, .owed])
        try await world.checkRecord()
    }

    @Test func anAnswerInAnotherThreadIsNamed() async throws {
        let world = try await World.make()
        let ticket = try await Self.twoBuyers(world)
        let reply = try await world.answer("Es kommt morgen.", on: ticket)
        let other = try #require(
            try await world.debts(ticket).first { $0.state == .owed })
        try await world.database.write(as: .service("test"), at: world.clock.now) {
            _ = try $0.record(
                .debtMoved(
                    DebtMove(
                        debt: other.id, from: .owed, to: .answerPending, at: $0.now,
                        proof: .accepted(reply.id))))
        }
        #expect(try await broken(world) == ["I5"])
    }
}

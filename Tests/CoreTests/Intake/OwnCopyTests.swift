import Core
import HelpDesk
import SwiftExtensions
import Testing

@Suite struct OwnCopyTests {
    @Test func anAnswerWrittenElsewhereSettlesTheDebt() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let answered = world.clock.now - .minutes(10)
        try await world.receive(RelayMails().ownCopy("Es kommt morgen.", at: answered))
        let debts = try await world.debts(ticket)
        #expect(debts.map(\.state) == [.answered])
        #expect(debts.first?.dischargedAt == answered)
        #expect(try await world.messages(ticket).last?.kind == .agentExternal)
        #expect(try await world.ticket(ticket).state == .pending)
        try await world.checkRecord()
    }

    @Test func twoCopiesAreOneAnswer() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let time = world.clock.now - .minutes(10)
        try await world.receive(RelayMails().ownCopy("Es kommt morgen.", at: time))
        try await world.receive(RelayMails().ownCopy("Es kommt morgen.", at: time + .minutes(1)))
        #expect(try await world.messages(ticket).count == 2)
    }

    @Test func theCopyOfOurReplyProvesIt() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let item = try await world.answer("Es kommt morgen.", on: ticket)
        #expect(item.state == .accepted)
        try await world.receive(RelayMails().ownCopy("Es  kommt\nmorgen.", at: world.clock.now))
        #expect(try await world.outboxItem(item.id).state == .confirmed)
        #expect(try await world.debts(ticket).map(\.state) == [.answered])
        #expect(try await world.messages(ticket).count == 2)
        try await world.checkRecord()
    }

    @Test func nobodyGuessesBetweenTwoBuyersOfOneName() async throws {
        let world = try await World.make()
        let first = try await world.question()
        let second = try await world.question(
            from: RelayMails(
                alias: "zzz111zzz111zz", caseID: "10d9c95f-ee9c-13ea-50f5-78b3a0bbc3aa",
                order: "305-1111111-2222222"))
        try await world.receive(RelayMails().ownCopy("Es kommt morgen.", at: world.clock.now))
        #expect(try await world.debts(first).map(\.state) == [.owed])
        #expect(try await world.debts(second).map(\.state) == [.owed])
    }
}

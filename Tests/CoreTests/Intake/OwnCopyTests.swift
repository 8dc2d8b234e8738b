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

/// Which reply or thread a copy means when several fit.
@Suite struct OwnCopyChoiceTests {
    private static let other = RelayMails(
        alias: "zzz111zzz111zz", caseID: "10d9c95f-ee9c-13ea-50f5-78b3a0bbc3aa",
        order: "305-1111111-2222222")

    @Test func ofTwoRepliesWithTheseWordsTheLatestBeforeTheCopyIsMeant() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let first = try await world.answer("Es kommt morgen.", on: ticket)
        try await world.pass(.hours(2))
        #expect(try await world.outboxItem(first.id).state == .confirmed)
        try await world.receive(RelayMails().buyer("Wirklich?", at: world.clock.now))
        let second = try await world.answer("Es kommt morgen.", on: ticket)
        let copied = world.clock.now
        world.clock.advance(by: .minutes(1))
        try await world.receive(RelayMails().ownCopy("Es kommt morgen.", at: copied))
        #expect(try await world.outboxItem(second.id).state == .confirmed)
        #expect(try await world.debts(ticket).map(\.state) == [.answered, .answered])
        try await world.checkRecord()
    }

    /// The words are those of an old reply, proven long ago: somebody wrote them again elsewhere.
    @Test func anOldProvenReplyIsNotMeant() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        _ = try await world.answer("Es kommt morgen.", on: ticket)
        try await world.pass(.hours(5))
        try await world.receive(RelayMails().buyer("Wirklich?", at: world.clock.now))
        world.clock.advance(by: .minutes(2))
        try await world.receive(RelayMails().ownCopy("Es kommt morgen.", at: world.clock.now))
        #expect(try await world.messages(ticket).last?.kind == .agentExternal)
        #expect(try await world.debts(ticket).map(\.state) == [.answered, .answered])
    }

    /// The buyer of that name who waits is meant, not the one who was answered.
    @Test func theThreadThatWaitsIsMeant() async throws {
        let world = try await World.make()
        let answered = try await world.question()
        _ = try await world.answer("Ihr Paket ist unterwegs.", on: answered)
        let waiting = try await world.question(from: Self.other)
        try await world.receive(RelayMails().ownCopy("Es kommt morgen.", at: world.clock.now))
        #expect(try await world.debts(waiting).map(\.state) == [.answered])
        #expect(try await world.messages(answered).last?.kind == .agentReply)
    }

    /// A copy that names a thread needs no other proof when it came to the store's own address.
    @Test func theThreadProvesACopy() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let link =
            "https://sellercentral.amazon.de/messaging/inbox?fi=caseId"
            + "&ss=\(RelayMails().caseID)&cc=\(RelayMails().caseID)"
        var copy = RelayMails().ownCopy("Es kommt morgen.", at: world.clock.now, results: nil)
        copy += Array("\r\n\(link)\r\n".utf8)
        try await world.receive(copy)
        #expect(try await world.debts(ticket).map(\.state) == [.answered])
        let stranger = try await world.question(from: Self.other)
        var strange = RelayMails().ownCopy("Auch morgen.", at: world.clock.now, results: nil)
        strange += Array(
            "\r\nhttps://sellercentral.amazon.de/messaging/inbox?fi=caseId&ss=unknown-case-1\r\n"
                .utf8)
        try await world.receive(strange)
        #expect(try await world.debts(stranger).map(\.state) == [.owed])
    }
}

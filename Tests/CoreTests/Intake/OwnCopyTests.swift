import Core
import HelpDesk
import MailKit
import Store
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

    /// Two tickets bear the name: that one of them waits does not make it the one that was answered.
    @Test func aNameOfSeveralTicketsEndsNobodysDebt() async throws {
        let world = try await World.make()
        let answered = try await world.question()
        _ = try await world.answer("Ihr Paket ist unterwegs.", on: answered)
        let waiting = try await world.question(from: Self.other)
        try await world.receive(RelayMails().ownCopy("Es kommt morgen.", at: world.clock.now))
        #expect(try await world.debts(waiting).map(\.state) == [.owed])
        #expect(try await world.messages(answered).last?.kind == .agentReply)
        #expect(try await world.messages(waiting).last?.kind == .buyer)
        #expect(try await reasons(world) == ["several-threads"])
    }

    /// One template for two buyers of one name: either reply may be the one that was copied.
    @Test func theSameWordsToTwoBuyersOfOneNameConfirmNeither() async throws {
        let world = try await World.make()
        let first = try await world.question()
        let second = try await world.question(from: Self.other)
        let left = try await world.answer("Es kommt morgen.", on: first)
        world.sender.script(.unknown(.finalDot))
        let lost = try await world.answer("Es kommt morgen.", on: second)
        #expect(lost.state == .unknown)
        try await world.receive(RelayMails().ownCopy("Es kommt morgen.", at: world.clock.now))
        #expect(try await world.outboxItem(left.id).state == .accepted)
        #expect(try await world.outboxItem(lost.id).state == .unknown)
        #expect(try await world.debts(second).map(\.state) == [.owed])
        #expect(try await reasons(world) == ["several-threads"])
    }

    @Test func amongBuyersOfOneNameTheOneReplyWithTheseWordsIsMeant() async throws {
        let world = try await World.make()
        let first = try await world.question()
        let second = try await world.question(from: Self.other)
        let one = try await world.answer("Es kommt morgen.", on: first)
        let other = try await world.answer("Ihr Paket ist unterwegs.", on: second)
        try await world.receive(RelayMails().ownCopy("Es kommt morgen.", at: world.clock.now))
        #expect(try await world.outboxItem(one.id).state == .confirmed)
        #expect(try await world.outboxItem(other.id).state == .accepted)
        try await world.checkRecord()
    }

    /// Whoever writes a thread's name into a mail's text has proven nothing: a buyer knows it too.
    @Test func aThreadProvesNoCopy() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let copy = copy("Es kommt morgen.", at: world.clock.now, naming: RelayMails())
        try await world.receive(copy)
        #expect(try await world.debts(ticket).map(\.state) == [.owed])
        #expect(try await reasons(world) == ["unproven-copy"])
    }

    /// Nobody knows whether the reply left; a copy that anybody can write does not say so.
    @Test func anUnprovenCopySettlesNoUnknownReply() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        world.sender.script(.unknown(.finalDot))
        let item = try await world.answer("Es kommt morgen.", on: ticket)
        try await world.receive(copy("Es kommt morgen.", at: world.clock.now, naming: RelayMails()))
        #expect(try await world.outboxItem(item.id).state == .unknown)
        #expect(try await world.debts(ticket).map(\.state) == [.owed])
        try await world.receive(RelayMails().ownCopy("Es kommt morgen.", at: world.clock.now))
        #expect(try await world.outboxItem(item.id).state == .confirmed)
        #expect(try await world.debts(ticket).map(\.state) == [.answered])
        try await world.checkRecord()
    }

    /// Its words are ours, and the mail server took them before: nothing is settled that was not.
    @Test func anUnprovenCopyConfirmsWhatWasAccepted() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let item = try await world.answer("Es kommt morgen.", on: ticket)
        try await world.receive(copy("Es kommt morgen.", at: world.clock.now, naming: RelayMails()))
        #expect(try await world.outboxItem(item.id).state == .confirmed)
    }

    private func copy(
        _ text: String, at time: Timestamp, naming mails: RelayMails
    ) -> [UInt8] {
        let link =
            "https://sellercentral.amazon.de/messaging/inbox?fi=caseId"
            + "&ss=\(mails.caseID)&cc=\(mails.caseID)"
        return mails.ownCopy(text, at: time, results: nil) + Array("\r\n\(link)\r\n".utf8)
    }

    private func reasons(
        _ world: World, _ outcome: IntakeOutcome = .quarantined
    ) async throws -> [String?] {
        try await world.database.read { try $0.rawMails(outcome: outcome, limit: 9).map(\.reason) }
    }
}

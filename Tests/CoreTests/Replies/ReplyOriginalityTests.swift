import Core
import HelpDesk
import SwiftExtensions
import Testing
import Wire

@Suite struct ReplyOriginalityTests {
    static let letter = """
        Guten Tag Kai,

        Ihr Paket liegt seit zwei Tagen im Verteilzentrum. Ich habe beim Versanddienst eine Suche \
        beauftragt und melde mich spätestens am Freitag bei Ihnen.
        """

    private func asksAgain(_ world: World, _ ticket: TicketID) async throws {
        world.clock.advance(by: .hours(20))
        try await world.receive(RelayMails().buyer("Und jetzt?", at: world.clock.now))
    }

    @Test func theSameLetterTwiceIsConfirmedAndTheThirdNeedsALead() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        _ = try await world.answer(Self.letter, on: ticket)
        try await asksAgain(world, ticket)
        guard case .unconfirmed(let warnings) = try await world.send(Self.letter, on: ticket) else {
            Issue.record("The buyer gets the same letter again without a question.")
            return
        }
        #expect(warnings.map(\.rule) == ["ORI-01"])
        var call = SendReply(
            ticket: ticket, basis: try await world.ticket(ticket).lastItem, text: Self.letter,
            confirmedRules: ["ORI-01"])
        guard case .queued = try await world.desk.perform(call, as: world.ana) else {
            Issue.record("A confirmed warning stops.")
            return
        }
        try await world.pass(.minutes(1))
        try await asksAgain(world, ticket)
        guard case .blocked(let findings) = try await world.send(Self.letter, on: ticket) else {
            Issue.record("The third time passed.")
            return
        }
        #expect(findings.map(\.rule).contains("ORI-02"))
        call.basis = try await world.ticket(ticket).lastItem
        call.reviewReason = "nothing new to say"
        guard case .held = try await world.desk.perform(call, as: world.ana) else {
            Issue.record("A lead cannot be asked.")
            return
        }
        try await world.checkRecord()
    }

    /// The buyer is what counts, not the ticket.
    @Test func anotherTicketOfTheBuyerCounts() async throws {
        let world = try await World.make()
        let first = try await world.question()
        _ = try await world.answer(Self.letter, on: first)
        let second = try await world.question(
            "Noch eine Frage", from: RelayMails(caseID: "c2", order: "305-1111111-2222222"))
        try #require(second != first)
        guard case .unconfirmed(let warnings) = try await world.send(Self.letter, on: second) else {
            Issue.record("The same letter went to the same buyer.")
            return
        }
        #expect(warnings.map(\.rule) == ["ORI-01"])
    }

    @Test func aHabitIsPointedOutButStopsNothing() async throws {
        let world = try await World.make()
        for number in 0..<11 {
            let mails = RelayMails(
                alias: "habit\(number)", caseID: "h\(number)",
                order: "305-\(1_000_000 + number)-1000000")
            let ticket = try await world.question(from: mails)
            let sent = try await world.answer(Self.letter, on: ticket)
            #expect(sent.state == .accepted)
        }
        let ticket = try await world.question(
            from: RelayMails(alias: "last", caseID: "last", order: "305-9999999-1000000"))
        let findings = try await world.desk.perform(
            LintReply(ticket: ticket, text: Self.letter), as: world.ana
        ).findings.filter { $0.category == "originality" }
        #expect(findings.map(\.rule) == ["ORI-03"])
        #expect(findings.first?.arguments?["of"] == "11")
    }
}

import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

/// What a client may claim, and what may not leave.
@Suite struct ReplyLimitsTests {
    @Test func aBasisFromTheFutureCountsAsWhatIsThere() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let there = try await world.ticket(ticket).lastItem
        let call = SendReply(ticket: ticket, basis: EventSequence(.max), text: "Morgen.")
        let item = try #require(try await world.desk.perform(call, as: world.ana).item)
        #expect(item.basis == there)
        try await world.receive(
            RelayMails().buyer("Bitte stornieren!", at: world.clock.now + .seconds(5)))
        world.clock.advance(by: .seconds(15))
        _ = try await world.desk.runDue()
        #expect(try await world.debts(ticket).map(\.state) == [.answerPending, .owed])
        let draft = SaveDraft(ticket: ticket, basis: EventSequence(.max), text: "Entwurf")
        _ = try await world.desk.perform(draft, as: world.ana)
        let kept = try await world.database.read {
            try $0.draft(ticket: ticket, person: world.ana.person)?.basis
        }
        #expect(kept == (try await world.ticket(ticket).lastItem))
        try await world.checkRecord()
    }

    @Test func sendingPastNewerItemsTwiceIsOneReply() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let call = SendReply(
            ticket: ticket, basis: .zero, text: "Morgen.", staleReason: "It covers all.")
        let first = try await world.desk.perform(call, as: world.ana).item
        try await world.pass(.minutes(1))
        let again = try await world.desk.perform(call, as: world.ana).item
        #expect(again?.id == first?.id)
        #expect(world.sender.sent.count == 1)
    }

    @Test func controlsAndDirectionMarksDoNotLeave() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let item = try await world.answer("Es kommt\u{202E} mor\u{0}gen\r\nan.", on: ticket)
        let body = try await world.database.read { try $0.outboxContent(item.id)?.body }
        #expect(body == "Es kommt morgen\nan.")
        #expect(item.state == .accepted)
    }

    @Test func longTextsAreRefused() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let long = String(repeating: "a", count: 20_001)
        let longer = String(repeating: "a", count: 200_001)
        #expect(await code { _ = try await world.send(long, on: ticket) } == .badRequest)
        let desk = world.desk
        #expect(
            await code {
                _ = try await desk.perform(LintReply(ticket: ticket, text: long), as: world.ana)
            } == .badRequest)
        #expect(
            await code {
                _ = try await desk.perform(AddNote(ticket: ticket, text: longer), as: world.ana)
            } == .badRequest)
    }

    @Test(arguments: [
        "bestellung-ä@shop.example", String(repeating: "x", count: 901) + "@shop.example",
        "two words@shop.example",
    ])
    func anUnspeakableMessageIDDoesNotKeepTheAnswerBack(_ id: String) async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        try await world.database.write(as: .service("test"), at: world.clock.now) { transaction in
            let message = try #require(try transaction.messages(of: ticket).last)
            var content = try #require(try transaction.messageContent(message.id))
            content.internetMessageID = id
            try transaction.putMessage(message.id, content)
        }
        #expect(try await world.answer(on: ticket).state == .accepted)
        #expect(world.sender.sent.first?.text.contains("In-Reply-To") == false)
    }

    @Test func aHeldReplyIsNotReleasedPastWhatItsAuthorHasNotSeen() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let call = SendReply(
            ticket: ticket, basis: try await world.ticket(ticket).lastItem,
            text: LintGateTests.blocked, reviewReason: "The buyer asked for it.")
        let item = try #require(try await world.desk.perform(call, as: world.ana).item)
        try await world.receive(RelayMails().buyer("Hat sich erledigt.", at: world.clock.now))
        let release = ReviewReply(item: item.id, isApproved: true, reason: "Agreed.")
        #expect(
            await code { _ = try await world.desk.perform(release, as: world.sue) } == .staleBasis)
        let refusal = ReviewReply(item: item.id, isApproved: false, reason: "Look again.")
        #expect(
            try await world.desk.perform(refusal, as: world.sue).item.state == .withdrawn)
    }

    @Test func aFailedReplyCannotHaveArrived() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        world.sender.script(OutboxOutcomeTests.refused)
        let item = try await world.answer(on: ticket)
        let arrived = SettleReply(item: item.id, hasArrived: true, reason: "I think so.")
        #expect(
            await code { _ = try await world.desk.perform(arrived, as: world.ana) }
                == .outboxTooLate)
        let silent = SettleReply(item: item.id, hasArrived: false, reason: " ")
        #expect(
            await code { _ = try await world.desk.perform(silent, as: world.ana) } == .badRequest)
        #expect(try await world.debts(ticket).map(\.state) == [.owed])
    }
}

import Core
import HelpDesk
import SwiftExtensions
import Testing
import Wire

@Suite struct SuggestRepliesTests {
    private func resolved(
        _ world: World, _ question: String, _ answer: String, alias: String, name: String,
        order: String
    ) async throws -> TicketID {
        let mails = RelayMails(alias: alias, caseID: alias, name: name, order: order)
        let ticket = try await world.question(question, from: mails)
        _ = try await world.answer(answer, on: ticket, then: .resolved)
        try await world.pass(.hours(1))
        return ticket
    }

    private func suggest(_ world: World, _ ticket: TicketID, as caller: Principal) async throws
        -> SuggestReplies.Reply
    {
        try await world.desk.perform(SuggestReplies(ticket: ticket), as: caller)
    }

    @Test func whatTheTeamAnsweredToALikeQuestionIsOfferedWithoutTheOtherBuyer() async throws {
        let world = try await World.make()
        let source = try await resolved(
            world, "Die Lampe flackert nach zehn Minuten, ist der Trafo kaputt?",
            "Guten Tag Frau Berger,\n\nes liegt am Trafo der Bestellung 305-1111111-1111111. Wir schicken heute einen neuen los, Frau Berger.",
            alias: "lamp", name: "Jana Berger", order: "305-1111111-1111111")
        _ = try await resolved(
            world, "Wann kommt die Rechnung?", "Guten Tag,\n\ndie Rechnung liegt im Konto bereit.",
            alias: "bill", name: "Olaf Kern", order: "305-2222222-2222222")
        let ticket = try await world.question(
            "Hallo, meine Lampe flackert auch. Brauche ich einen neuen Trafo?")
        let found = try await suggest(world, ticket, as: world.ana)
        let best = try #require(found.replies.first)
        guard case .reply(_, let from) = best.source else {
            Issue.record("A template among replies.")
            return
        }
        #expect(from == source && found.replies.count == 1)
        #expect(best.text.hasPrefix("Guten Tag Kai,"))
        #expect(best.text.contains("305-7683573-2694036"))
        #expect(!best.text.contains("Berger") && !best.text.contains("305-1111111"))
        let words = best.reasons.first { $0.code == .words }?.arguments["words"]
        #expect(words == "Lampe, flackert, Trafo")
        // No letter of the desk is about lamps.
        #expect(found.templates.isEmpty)
    }

    /// A team that does not serve the store does not read its letters here either.
    @Test func anotherStoresLettersAreNotOffered() async throws {
        let world = try await World.make()
        _ = try await resolved(
            world, "My lamp flickers", "Hello,\n\nit is the transformer, a new one is on its way.",
            alias: "lamp", name: "Jo Poe", order: "305-1111111-1111111")
        let ticket = try await world.question("My lamp flickers too")
        #expect(try await suggest(world, ticket, as: world.ana).replies.count == 1)
        await #expect(throws: DeskError.self) {
            _ = try await suggest(world, ticket, as: world.mia)
        }
    }

    @Test func nothingFitsAMessageWithoutWords() async throws {
        let world = try await World.make()
        let ticket = try await world.question("???")
        let found = try await suggest(world, ticket, as: world.ana)
        #expect(found.replies.isEmpty && found.templates.isEmpty)
    }

    /// The first question of the ticket waits longest; the newer one does not hide it.
    @Test func eachMessageThatWaitsForAnAnswerIsHelped() async throws {
        let world = try await World.make()
        let now = world.clock.now
        let ticket = try await world.question(
            "Wo bleibt mein Paket? Ich warte auf die Lieferung.", at: now - .hours(2))
        _ = try await world.question("Hat die Lampe einen Trafo?", at: now - .hours(1))
        #expect(try await world.debts(ticket).count == 2)
        let found = try await suggest(world, ticket, as: world.ana)
        #expect(found.templates.first?.source == .template("late.de"))
        let list = try await world.desk.perform(ListTemplates(ticket: ticket), as: world.ana)
        #expect(list.templates.first?.template.key == "late.de")
    }
}

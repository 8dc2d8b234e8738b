import Store
import Core
import HelpDesk
import SwiftExtensions
import Synchronization
import Testing
import Wire

@Suite struct TranslationTests {
    @Test func aMessageIsTranslatedOnceAndThenRemembered() async throws {
        let engine = FakeTranslation()
        let world = try await World.make(translation: engine)
        let ticket = try await world.question()
        let message = try await world.messages(ticket)[0].id
        let call = TranslateMessage(ticket: ticket, message: message, to: "en")
        let first = try await world.desk.perform(call, as: world.ana)
        #expect(first.text == "[en] WO BLEIBT MEIN PAKET?")
        #expect(first.from == "de" && first.engine == "fake" && first.lost.isEmpty)
        #expect(try await world.desk.perform(call, as: world.ben) == first)
        #expect(engine.asked == 1)
        try await world.checkRecord()
    }

    /// The translated draft goes nowhere by itself, and its facts are held to the original's.
    @Test func aDraftComesBackAndItsFactsAreHeldUntilItLeft() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let draft = "Order 305-7683573-2694036 costs 49.90, parcel JD0002233445566778."
        let done = try await world.desk.perform(
            TranslateDraft(ticket: ticket, text: draft), as: world.ana)
        #expect(done.to == "de" && done.lost.isEmpty)
        #expect(try await world.database.read { try $0.outbox(of: ticket) }.isEmpty)
        func lost(_ text: String) async throws -> [String] {
            try await world.desk.perform(LintReply(ticket: ticket, text: text), as: world.ana)
                .findings.filter { $0.rule == "FCT-05" }.compactMap { $0.arguments?["old"] }
        }
        #expect(try await lost("305-7683573-2694036, 49,90 EUR, JD0002233445566778").isEmpty)
        #expect(
            try await lost("305-7683573-2694036, 94,90 EUR") == ["49.90", "JD0002233445566778"])
        let send = SendReply(
            ticket: ticket, basis: try await world.ticket(ticket).lastItem,
            text: "Ihr Paket kommt morgen an.", confirmedRules: ["FCT-05"])
        guard case .queued = try await world.desk.perform(send, as: world.ana) else {
            Issue.record("A confirmed loss stops.")
            return
        }
        try await world.pass(.minutes(1))
        #expect(try await lost("Ihr Paket kommt.").isEmpty)
    }

    /// An engine that hangs holds nobody who has given up, and nobody else at all.
    @Test func whatIsGivenUpIsNotWaitedFor() async throws {
        let engine = SilentTranslation()
        let world = try await World.make(translation: engine)
        let ticket = try await world.question()
        let first = Task {
            await code {
                _ = try await world.desk.perform(
                    TranslateDraft(ticket: ticket, text: "Hello"), as: world.ana)
            }
        }
        for await _ in engine.asked { break }
        // Another person's wait on the same ticket is theirs.
        _ = try await world.desk.perform(CancelTranslation(ticket: ticket), as: world.ben)
        _ = try await world.desk.perform(CancelTranslation(ticket: ticket), as: world.ana)
        #expect(await first.value == .translationCancelled)
        try await world.checkRecord()
    }

    @Test func withoutAnEngineTheDeskSaysSo() async throws {
        let world = try await World.make(translation: nil)
        let ticket = try await world.question()
        let refused = await code {
            _ = try await world.desk.perform(
                TranslateDraft(ticket: ticket, text: "Hello"), as: world.ana)
        }
        #expect(refused == .translationOff)
    }

    @Test func anotherTicketsMessageIsNotFound() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let other = try await world.question(
            "Andere Frage", from: RelayMails(alias: "other", caseID: "c9", order: "305-1-1"))
        let foreign = try await world.messages(other)[0].id
        let refused = await code {
            _ = try await world.desk.perform(
                TranslateMessage(ticket: ticket, message: foreign, to: "en"), as: world.ana)
        }
        #expect(refused == .ticketNotFound)
    }
}

/// Says when it was asked, and then nothing more: not even when nobody waits.
private final class SilentTranslation: TranslationEngine {
    let name = "silent"
    let asked: AsyncStream<Void>
    private let asking: AsyncStream<Void>.Continuation

    init() { (asked, asking) = AsyncStream<Void>.makeStream() }

    func translate(
        _ text: String, from: LanguageCode, to: LanguageCode
    ) async throws(DeskError) -> String {
        asking.yield()
        await withCheckedContinuation { (never: CheckedContinuation<Void, Never>) in
            Self.held.withLock { $0.append(never) }
        }
        return text
    }

    /// Kept to the end of the run, as an engine that hangs keeps its caller.
    private static let held = Mutex<[CheckedContinuation<Void, Never>]>([])
}

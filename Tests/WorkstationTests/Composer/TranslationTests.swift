import HelpDesk
import SwiftExtensions
import TerminalWidgets
import Testing
import Wire

@testable import Workstation

@Suite struct TranslationTests {
    @Test func translationsStandBesideTheOriginalAndGoAgain() {
        var bench = Bench(width: 100, height: 30)
        bench.press("j enter")
        bench.settle()
        bench.press("T")
        #expect(bench.text.contains("[en] translated by fake, read with care"))
        #expect(bench.text.contains("Where is it?"))
        bench.press("T")
        #expect(!bench.text.contains("Where is it?"))
    }

    private func translatedDraft(losing facts: [String] = []) -> Bench {
        var bench = Bench(width: 100, height: 30)
        bench.lostFacts = facts
        bench.press("j r")
        bench.type("It comes tomorrow")
        bench.settle()
        bench.press("ctrl-x l")
        return bench
    }

    @Test func aDraftIsReplacedAndComesBack() {
        var bench = translatedDraft()
        #expect(bench.model.composer?.editor.text == "[de] It comes tomorrow")
        #expect(bench.text.contains("Translated by fake"))
        #expect(bench.text.contains("Your text before the translation:"))
        bench.press("ctrl-x b")
        #expect(bench.model.composer?.editor.text == "It comes tomorrow")
        // It is linted and kept like any other change, and sent by nobody but its author.
        #expect(!bench.calls.contains { if case .send = $0 { true } else { false } })
    }

    /// The engine takes its time; the author goes on, or gives it up with the same key.
    @Test func aTranslationIsGivenUpByTheSameKey() throws {
        var bench = Bench(width: 100, height: 30)
        bench.press("j r")
        bench.type("It comes tomorrow")
        bench.settle()
        bench.answersCalls = false
        bench.press("ctrl-x l")
        #expect(bench.text.contains("translating"))
        let ticket = try #require(bench.model.composer?.ticket)
        let call = try #require(bench.calls.last)
        let first = try #require(bench.model.composer?.translating?.request)
        bench.press("ctrl-x l")
        #expect(bench.calls.contains(.cancelTranslation(ticket, request: first)))
        #expect(bench.text.contains("given up"))
        // What comes late, or is refused for that reason, changes and says nothing.
        let late = Translation(text: "[de]", from: "en", to: "de", engine: "fake", lost: [])
        bench.feed(.answered(call, .translation(late)))
        bench.feed(.refused(call, DeskError(.translationCancelled)))
        #expect(bench.model.composer?.editor.text == "It comes tomorrow")
        bench.press("ctrl-x l")
        let again = try #require(bench.calls.last)
        #expect(again != call)
        // Nor does it touch the newer request.
        bench.feed(.refused(call, DeskError(.translationCancelled)))
        bench.feed(.answered(call, .translation(late)))
        #expect(bench.model.composer?.translating?.text == "It comes tomorrow")
        bench.feed(.refused(again, DeskError(.translationFailed, ["reason": "exit 1"])))
        #expect(bench.text.contains("did not translate it (exit 1)"))
        #expect(bench.model.composer?.translating == nil)
    }

    @Test func aThreadsTranslationsAreGivenUpByTheSameKey() throws {
        var bench = Bench(width: 100, height: 30)
        bench.press("j enter")
        bench.settle()
        bench.answersCalls = false
        bench.press("T T")
        let ticket = try #require(bench.model.thread?.ticket)
        let first = try #require(bench.model.thread?.translationRequest)
        #expect(bench.calls.contains(.cancelTranslation(ticket, request: first)))
        #expect(bench.model.thread?.translating.isEmpty == true)
        // Asked again at once, the first one's end is not the second one's.
        let call = try #require(bench.calls.dropLast().last)
        bench.press("T")
        bench.feed(.refused(call, DeskError(.translationCancelled)))
        #expect(bench.model.thread?.translating.isEmpty == false)
    }

    /// Who writes on, or sends, does not lose what the engine made.
    @Test func aTranslationOfATextThatChangedWaits() throws {
        var bench = Bench(width: 100, height: 30)
        bench.press("j r")
        bench.type("It comes tomorrow")
        bench.settle()
        bench.answersCalls = false
        bench.press("ctrl-x l")
        let call = try #require(bench.calls.last)
        bench.type(".")
        let made = Translation(
            text: "Es kommt morgen", from: "en", to: "de", engine: "fake", lost: [])
        bench.feed(.answered(call, .translation(made)))
        #expect(bench.model.composer?.editor.text == "It comes tomorrow.")
        #expect(bench.text.contains("The translation of your earlier text is ready"))
        bench.press("ctrl-x l")
        #expect(bench.model.composer?.editor.text == "Es kommt morgen")
        bench.press("ctrl-x b")
        #expect(bench.model.composer?.editor.text == "It comes tomorrow.")
    }

    @Test func aLostConnectionEndsTheWait() {
        var bench = Bench(width: 100, height: 30)
        bench.press("j r")
        bench.type("It comes tomorrow")
        bench.settle()
        bench.answersCalls = false
        bench.press("ctrl-x l")
        bench.feed(.disconnected(retryAt: Fixture.now + .seconds(60)))
        #expect(bench.model.composer?.translating == nil)
        bench.press("ctrl-x l")
        #expect(bench.model.composer?.translating == nil)
        // What the bar says of the core has the last word.
        #expect(bench.text.contains("The core is away"))
    }

    @Test func oneFailureLeavesTheOtherMessages() throws {
        var bench = Bench(width: 100, height: 30)
        bench.press("j enter")
        bench.settle()
        bench.answersCalls = false
        bench.press("T")
        let ticket = try #require(bench.model.thread?.ticket)
        let language: LanguageCode = "en"
        let first = MessageID(8001)
        let second = MessageID(8002)
        let request = try #require(bench.model.thread?.translationRequest)
        bench.model.changeThread { state, _ in state.translating = [first, second] }
        let failure = DeskError(.translationFailed, ["reason": "exit 1"])
        bench.feed(.refused(.translate(ticket, second, to: language, request: request), failure))
        #expect(bench.model.thread?.translating == [first])
        #expect(bench.calls.contains(.translate(ticket, first, to: language, request: request)))
        bench.feed(
            .refused(
                .translate(ticket, first, to: language, request: request),
                DeskError(.translationOff)))
        #expect(bench.model.thread?.translating.isEmpty == true)
    }

    @Test func lostFactsAreSaid() {
        let bench = translatedDraft(losing: ["49.90"])
        #expect(bench.text.contains("The translation lost: 49.90"))
    }
}

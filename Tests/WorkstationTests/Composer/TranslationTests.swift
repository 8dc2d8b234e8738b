import HelpDesk
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

    @Test func lostFactsAreSaid() {
        let bench = translatedDraft(losing: ["49.90"])
        #expect(bench.text.contains("The translation lost: 49.90"))
    }
}

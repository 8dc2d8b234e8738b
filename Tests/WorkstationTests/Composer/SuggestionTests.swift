import HelpDesk
import TerminalWidgets
import Testing
import Wire

@testable import Workstation

@Suite struct SuggestionTests {
    private func composing() -> Bench {
        var bench = Bench(width: 100, height: 30)
        bench.press("j r")
        bench.settle()
        return bench
    }

    private static let lamp = Suggestion(
        source: .reply(MessageID(rawValue: 7), TicketID(rawValue: 12)),
        title: "The lamp flickers", text: "Hello,\n\nit is the transformer.", score: 1,
        reasons: [
            Suggestion.Reason(.words, ["words": "lamp, flicker"]), Suggestion.Reason(.settled),
        ])

    @Test func theBestAnswersAreOneKeyAway() {
        var bench = composing()
        bench.suggestions = SuggestReplies.Reply(templates: [], replies: [Self.lamp])
        bench.press("ctrl-g")
        #expect(bench.text.contains("Suggested answers"))
        #expect(bench.text.contains("settled · lamp"))
        #expect(bench.text.contains("in common: lamp, flicker"))
        #expect(bench.text.contains("it is the transformer."))
        bench.press("enter")
        #expect(bench.model.composer?.editor.text == Self.lamp.text)
    }

    /// A template is filled by the core, which then knows what to compare before it leaves.
    @Test func aTemplateIsFilledAnew() {
        var bench = composing()
        let template = Suggestion(
            source: .template("invoice.de"), title: "Rechnung", text: "Guten Tag.", score: 1,
            reasons: [])
        bench.suggestions = SuggestReplies.Reply(templates: [template], replies: [])
        bench.press("ctrl-g enter")
        #expect(
            bench.calls.contains { call in
                if case .renderTemplate("invoice.de", _, isSuggested: true) = call {
                    true
                } else {
                    false
                }
            })
    }

    @Test func nothingFittingIsSaid() {
        var bench = composing()
        bench.press("ctrl-g")
        #expect(bench.text.contains("No template and no earlier reply fits."))
    }
}

import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Testing
import Wire

@testable import Workstation

struct MacroQuestionTests {
    private func composing(
        _ language: InterfaceLanguage = .english, _ width: Int = 80, _ height: Int = 24
    ) -> Bench {
        var bench = Bench(width: width, height: height, language: language)
        let ticket = bench.rows[1].id
        bench.library = [.macros(ticket): .macros([LibraryFixture.macro])]
        var reply = RunMacro.Reply(title: "Late", number: 2, steps: [LibraryFixture.steps[0]])
        bench.library[.runMacro("late", ticket, number: 2, isDryRun: true)] = .played(reply)
        reply.isDone = true
        (reply.template, reply.stateAfter) = ("late.de", .resolved)
        reply.rendered = RenderTemplate.Reply(text: "Guten Tag,", missing: [], number: 2)
        bench.library[.runMacro("late", ticket, number: 2, isDryRun: false)] = .played(reply)
        bench.press("j r")
        bench.settle()
        return bench
    }

    @Test func aMacroShowsItsActsAndThenDoesThem() {
        var bench = composing()
        bench.press("ctrl-x m")
        #expect(bench.text.contains("Late parcel"))
        bench.press("enter")
        #expect(bench.text.contains("put in template late.de"))
        bench.press("y")
        bench.settle()
        #expect(bench.model.composer?.editor.text == "Guten Tag,")
        #expect(bench.model.composer?.stateAfter == .resolved)
        #expect(bench.model.composer?.request().templateVersion == 2)
        // One undo takes the letter back.
        bench.press("ctrl-_")
        #expect(bench.model.composer?.editor.text == "")
    }

    @Test(arguments: InterfaceLanguage.allCases, [[80, 24], [200, 50]])
    func aRefusalNamesTheActAndDoesNothing(
        _ language: InterfaceLanguage, _ size: [Int]
    ) throws {
        var bench = composing(language, size[0], size[1])
        let ticket = bench.rows[1].id
        bench.library[.runMacro("late", ticket, number: 2, isDryRun: true)] = .played(
            RunMacro.Reply(title: "Late", number: 2, steps: LibraryFixture.steps))
        bench.press("ctrl-x m enter")
        bench.settle()
        let name = "macro-refused-\(size[0])x\(size[1])-\(language.rawValue)"
        try expectScreen(bench.screen, name)
        bench.press("y")
        #expect(
            !bench.calls.contains(.library(.runMacro("late", ticket, number: 2, isDryRun: false))))
    }
}

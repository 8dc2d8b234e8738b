import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Testing
import Wire

@testable import Workstation

struct OwnWordsTests {
    private func composing(
        _ language: InterfaceLanguage = .english, _ width: Int = 80, _ height: Int = 24
    ) -> Bench {
        var bench = Bench(width: width, height: height, language: language)
        bench.library = [
            .words(.snippet): .words([
                OwnWordContent(name: ";mfg", text: "Freundliche Grüße\nLi"),
                OwnWordContent(name: "谢", text: "谢谢您的来信。"),
            ])
        ]
        bench.press("j r")
        bench.settle()
        return bench
    }

    @Test func tabTurnsAShortNameIntoItsText() {
        var bench = composing()
        bench.type("Hallo\n;mfg")
        bench.press("tab")
        #expect(bench.model.composer?.editor.text == "Hallo\nFreundliche Grüße\nLi")
        bench.press("ctrl-_")
        #expect(bench.model.composer?.editor.text == "Hallo\n;mfg")
        bench.press("ctrl-y")
        #expect(bench.model.composer?.editor.text == "Hallo\nFreundliche Grüße\nLi")
    }

    @Test func aChineseNameWorksToo() {
        var bench = composing()
        bench.type("你好 谢")
        bench.press("tab")
        #expect(bench.model.composer?.editor.text == "你好 谢谢您的来信。")
    }

    @Test func anUnknownNameIsSaidAndChangesNothing() {
        var bench = composing()
        bench.type("Hallo")
        bench.press("tab")
        #expect(bench.model.composer?.editor.text == "Hallo")
        #expect(bench.text.contains("No snippet of yours"))
    }

    @Test func aParagraphBecomesASnippet() {
        var bench = composing()
        bench.type("eins\n\nzwei\ndrei")
        bench.press("ctrl-x :")
        bench.type("snippet ;zd\n")
        let word = OwnWordContent(name: ";zd", text: "zwei\ndrei")
        #expect(bench.calls.contains(.library(.keepWord(.snippet, word))))
    }

    private func misspelled(_ bench: inout Bench) {
        let ticket = bench.rows[1].id
        let text = "Ihre Rechnugn"
        bench.library[.spelling(ticket, text: text)] = .spelling(
            CheckSpelling.Reply(
                language: "de", dictionary: "de_DE",
                findings: [
                    Finding.misspelled(
                        SpellingWords.Word("Rechnugn", 5..<13), guesses: ["Rechnung"])
                ]))
        bench.type(text)
        bench.settle()
    }

    @Test(arguments: InterfaceLanguage.allCases, [[80, 24], [200, 50]])
    func anUnknownWordIsMarkedAndNeverBlocks(
        _ language: InterfaceLanguage, _ size: [Int]
    ) throws {
        var bench = composing(language, size[0], size[1])
        misspelled(&bench)
        #expect(bench.model.composer?.findings.map(\.rule) == ["SPL-01"])
        #expect(bench.model.composer?.blocks == 0)
        #expect(bench.model.composer?.dictionary == "de_DE")
        let name = "composer-spelling-\(size[0])x\(size[1])-\(language.rawValue)"
        try expectScreen(bench.screen, name)
    }

    @Test func theFixKeyPutsTheFirstGuessInItsPlace() {
        var bench = composing()
        misspelled(&bench)
        bench.press("ctrl-f")
        #expect(bench.model.composer?.editor.text == "Ihre Rechnung")
        bench.press("ctrl-_")
        #expect(bench.model.composer?.editor.text == "Ihre Rechnugn")
    }

    @Test func aWordIsLearned() {
        var bench = composing()
        misspelled(&bench)
        let call = LibraryCall.keepWord(.spelling, OwnWordContent(name: "Rechnugn"))
        bench.library[call] = .words([OwnWordContent(name: "Rechnugn")])
        bench.press("ctrl-x v")
        #expect(bench.calls.contains(.library(call)))
        #expect(bench.model.composer?.findings == [])
    }

    /// An answer about an older text marks nothing.
    @Test func whatWasSaidOfAnOlderTextIsNotShown() {
        var bench = composing()
        misspelled(&bench)
        bench.press("backspace")
        bench.settle()
        #expect(bench.model.composer?.findings == [])
    }

    /// What blocks is never hidden behind advice, wherever it stands.
    @Test func whatBlocksComesBeforeUnknownWords() {
        var bench = composing()
        let ticket = bench.rows[1].id
        let text = "Rechnugn an desk@example.com"
        bench.library[.spelling(ticket, text: text)] = .spelling(
            CheckSpelling.Reply(
                language: "de", dictionary: "de_DE",
                findings: [
                    Finding.misspelled(
                        SpellingWords.Word("Rechnugn", 0..<8), guesses: ["Rechnung"])
                ]))
        bench.type(text)
        bench.settle()
        #expect(bench.model.composer?.findings.map(\.rule) == ["CON-01", "SPL-01"])
        // The fix is still that of the word under the cursor.
        for _ in 0..<text.count { bench.press("left") }
        #expect(bench.model.composer?.currentFinding?.rule == "SPL-01")
    }
}

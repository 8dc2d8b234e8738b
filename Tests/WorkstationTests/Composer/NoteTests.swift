import HelpDesk
import TerminalWidgets
import Testing
import Wire

@testable import Workstation

struct NoteTests {
    @Test func escapeKeepsTheText() {
        var bench = Bench()
        bench.press("j i")
        bench.type("Invoice is wrong")
        bench.press("esc")
        #expect(bench.text.contains("Note kept."))
        bench.press("i")
        #expect(bench.model.composer?.editor.text == "Invoice is wrong")
    }

    @Test func aSavedNoteIsNotKept() {
        var bench = Bench()
        bench.press("j i")
        bench.type("Invoice is wrong")
        bench.press("ctrl-s i")
        #expect(bench.model.composer?.editor.text == "")
    }

    @Test func aRefusedNoteIsAtHandAgain() {
        var bench = Bench()
        bench.refusal = { call in
            if case .note = call { DeskError(.badRequest) } else { nil }
        }
        bench.press("j i")
        bench.type("Invoice is wrong")
        bench.press("ctrl-s i")
        #expect(bench.model.composer?.editor.text == "Invoice is wrong")
    }

    @Test func aNoteSaysThatItIsOne() {
        var bench = Bench(width: 120)
        bench.press("j i")
        #expect(bench.text.contains("Note #48802"))
        #expect(bench.text.contains("save note"))
        #expect(!bench.text.contains("ask supervisor"))
        #expect(!bench.text.contains("template"))
    }
}

import HelpDesk
import TerminalWidgets
import Testing
import Wire

@testable import Workstation

struct UndoTests {
    @Test func theCountdownRunsOnWhileTheNextReplyIsWritten() {
        var bench = Bench()
        bench.press("j r")
        bench.type("Bonjour")
        bench.press("ctrl-s J r")
        bench.type("Hello")
        #expect(bench.text.contains("^X u takes it back."))
        bench.press("ctrl-x u")
        #expect(bench.calls.contains(.undo(OutboxID(7))))
    }

    @Test func takingBackLeavesTheReplyInHandAlone() throws {
        var bench = Bench()
        bench.press("j r")
        bench.type("Bonjour")
        let sent = try #require(bench.model.composer?.ticket)
        bench.press("ctrl-s J r")
        bench.type("Hello")
        bench.feed(
            .answered(
                .undo(OutboxID(7)),
                .draft(
                    DraftView(ticket: sent, text: "Bonjour", basis: .zero, savedAt: Fixture.now))))
        #expect(bench.model.composer?.editor.text == "Hello")
        #expect(bench.text.contains("Taken back. The text is a draft on #48802."))
    }
}

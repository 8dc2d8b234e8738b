import TerminalCore
import TerminalWidgets
import Testing

@Suite struct TextViewportTests {
    @Test func aMessageIsSafeWrappedAndQuoted() {
        let lines = TextViewport.lines(
            of: "Hello there,\u{1B}[2J\r\n> old words\n漢字漢字漢字\nשלום", width: 12,
            style: Style(.buyer))
        #expect(
            lines.map { $0.map(\.text).joined() } == [
                "Hello", "there,␛[2J", "> old words", "漢字漢字漢字", "[RTL] שלום",
            ])
        #expect(lines[2].first?.style == Style(.quote))
        #expect(lines[0].first?.style == Style(.buyer))
    }

    @Test func scrollingStopsAtTheLastLine() {
        var state = ViewportState()
        state.scroll(by: 100, lineCount: 10, height: 4)
        #expect(state.top == 6)
        state.scroll(by: -100, lineCount: 10, height: 4)
        #expect(state.top == 0)
        state.reveal(7, lineCount: 10, height: 4)
        #expect(state.top == 4)
    }

    @Test func onlyLinesInSightAreDrawn() {
        var buffer = ScreenBuffer(size: Size(width: 3, height: 2))
        let view = TextViewport(lines: (0..<9).map { [StyledText("l\($0)")] })
        view.render(into: &buffer, in: buffer.bounds, state: ViewportState(top: 4))
        #expect(buffer.textRows == ["l4 ", "l5 "])
    }
}

import TerminalCore
import TerminalWidgets
import Testing

@Suite struct BarTests {
    @Test func hintsFitWholeAndDisabledOnesStay() {
        let hints = KeyHints([
            KeyHint(key: "r", label: "reply"), KeyHint(key: "t", label: "take", isEnabled: false),
            KeyHint(key: "?", label: "help"),
        ])
        var buffer = ScreenBuffer(size: Size(width: 20, height: 1))
        hints.render(into: &buffer, in: buffer.bounds)
        #expect(buffer.textRows == ["r reply  t take     "])
        #expect(buffer[Point(x: 9, y: 0)]?.style == Style(.disabled, .dim))
    }

    @Test(arguments: [
        (40, "Deskhand  Inbox          sync  王芳  22:04"), (24, "Deskhand  Inbox    22:04"),
        (10, "Deskhand  "), (5, "Desk…"),
    ])
    func segmentsAreDroppedFromTheMiddle(width: Int, expected: String) {
        let status = StatusLine(
            leading: [[StyledText("Deskhand")], [StyledText("Inbox")]],
            trailing: ["sync", "王芳", "22:04"].map { [StyledText($0)] })
        var buffer = ScreenBuffer(size: Size(width: width, height: 1))
        status.render(into: &buffer, in: buffer.bounds)
        #expect(buffer.textRows[0].split(separator: " ") == expected.split(separator: " "))
        if width >= 24 { #expect(buffer.textRows[0].hasSuffix("22:04")) }
    }

    @Test(arguments: [
        (0, "░░░░"), (1, "█░░░"), (5, "██░░"), (10, "████"), (99, "████"), (-3, "░░░░"),
    ])
    func barsShowAShare(value: Int, expected: String) {
        #expect(Bar(value: value, limit: 10).text(width: 4) == expected)
    }

    @Test func chartsScaleToTheirHighest() {
        #expect(Sparkline([0, 1, 4, 8]).text(width: 3) == "▁▄█")
        #expect(Sparkline([]).text(width: 3) == "")
        #expect(Sparkline([5]).text(width: 3, rules: TextRules(prefersAsciiBorders: true)) == "*")
    }

    @Test func badgesAreReadableWithoutColour() {
        #expect(Badge.text("fr") == StyledText("[fr]", .badge))
    }
}

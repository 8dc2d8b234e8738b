import TerminalCore
import TerminalWidgets
import Testing

@Suite struct DialogTests {
    private let dialog = Dialog(
        title: "Discard", lines: [[StyledText("Discard the draft?")]],
        choices: [
            DialogChoice(key: "y", label: "discard"),
            DialogChoice(key: "n", label: "keep", isSafe: true),
        ])

    @Test(
        arguments: [
            (Key.character("y"), "y"), (.character("Y"), "y"), (.character("n"), "n"),
            (.named(.enter), "n"), (.named(.escape), "n"), (.ctrl("c"), "n"),
            (.character("x"), nil),
            (.paste("y"), nil), (.ctrl("y"), nil),
        ] as [(Key, Character?)])
    func keysGiveAnswersAndTheSafeOneIsTheDefault(key: Key, answer: Character?) {
        #expect(dialog.choice(for: key)?.key == answer)
    }

    @Test func theBoxStandsInTheMiddleAndCoversWhatIsBelow() {
        var buffer = ScreenBuffer(size: Size(width: 30, height: 7))
        buffer.fill(buffer.bounds, with: ".")
        dialog.render(into: &buffer, in: buffer.bounds)
        #expect(
            buffer.textRows == [
                "..............................",
                "....┌ Discard ───────────┐....",
                "....│ Discard the draft? │....",
                "....│                    │....",
                "....│ y discard   n keep │....",
                "....└────────────────────┘....",
                "..............................",
            ])
    }

    @Test func aSmallScreenIsNoReasonToTrap() {
        for width in 0..<12 {
            for height in 0..<6 {
                var buffer = ScreenBuffer(size: Size(width: width, height: height))
                dialog.render(into: &buffer, in: buffer.bounds)
                #expect(buffer.textRows.count == height)
            }
        }
    }
}

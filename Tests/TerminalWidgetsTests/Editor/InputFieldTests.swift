import TerminalCore
import TerminalWidgets
import Testing

@Suite struct InputFieldTests {
    @Test func keysEditAndOthersAreLeft() {
        var field = InputField(prompt: "/")
        for character in "refund" { _ = field.handle(.character(character)) }
        _ = field.handle(.named(.home))
        _ = field.handle(.named(.delete))
        #expect(field.text == "efund" && field.caret == 0)
        for code in [KeyCode.enter, .escape] {
            let isUsed = field.handle(.named(code))
            #expect(!isUsed)
        }
    }

    @Test func aPasteNeverPressesEnter() {
        var field = InputField()
        _ = field.handle(.paste("rm -rf\r\n\u{1B}[A:quit\n"))
        #expect(field.text == "rm -rf [A:quit ")
    }

    @Test func arrowsRecallAndGiveBackTheOwnText() {
        var field = InputField()
        for entry in ["one", "two", "one"] { field.remember(entry) }
        field.set("mine")
        let shown = [KeyCode.up, .up, .up, .down, .down, .down].map { code in
            _ = field.handle(.named(code))
            return field.text
        }
        #expect(shown == ["one", "two", "two", "one", "mine", "mine"])
    }

    @Test func aLongTextScrollsToTheCaret() {
        var buffer = ScreenBuffer(size: Size(width: 8, height: 1))
        let field = InputField(prompt: "> ", text: "abc漢字漢字")
        let caret = field.render(into: &buffer, in: buffer.bounds)
        #expect(buffer.textRows == [">  漢字 "] || buffer.textRows == ["> 漢字  "])
        #expect(caret.x == 6)
        #expect(buffer.cursor == caret)
    }
}

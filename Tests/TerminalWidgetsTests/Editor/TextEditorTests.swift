import TerminalCore
import TerminalWidgets
import Testing

@Suite struct TextEditorTests {
    private func type(_ keys: [Key], into editor: inout TextEditor, width: Int = 20) {
        for key in keys {
            let isUsed = editor.handle(key, width: width, height: 5)
            #expect(isUsed, "\(key)")
        }
    }

    @Test(arguments: [
        ("漢字", "漢"), ("か\u{3099}", ""), ("ok👨‍👩‍👧", "ok"), ("🇩🇪🇫🇷", "🇩🇪"), ("e\u{301}", ""),
        ("한\u{1100}\u{1161}", "한"), ("👍🏽", ""), ("", ""),
    ])
    func backspaceTakesWholeClusters(text: String, expected: String) {
        var editor = TextEditor(text)
        editor.deleteBackward()
        #expect(editor.text == expected)
        #expect(editor.caret == expected.utf8.count)
    }

    @Test func theCaretMovesByClusters() {
        var editor = TextEditor("a漢👨‍👩‍👧b")
        var stops = [editor.caret]
        for _ in 0..<5 {
            editor.moveLeft()
            stops.append(editor.caret)
        }
        #expect(stops == [23, 22, 4, 1, 0, 0])
        editor.moveRight()
        editor.deleteForward()
        #expect(editor.text == "a👨‍👩‍👧b")
    }

    @Test func aMarkTypedAfterALetterJoinsIt() {
        var editor = TextEditor()
        type([.character("e"), .character("\u{301}"), .named(.backspace)], into: &editor)
        #expect(editor.text == "")
    }

    @Test func japaneseIsTypedAndCorrected() {
        var editor = TextEditor()
        type([.paste("ありがとう"), .named(.left), .named(.left), .character("ご")], into: &editor)
        #expect(editor.text == "ありがごとう")
        editor.undo()
        #expect(editor.text == "ありがとう")
        editor.undo()
        #expect(editor.text == "")
        editor.redo()
        editor.redo()
        #expect(editor.text == "ありがごとう")
        let isRedone = editor.redo()
        #expect(!isRedone)
    }

    @Test func typingIsOneStepAndMotionsEndIt() {
        var editor = TextEditor()
        type("dear".map { .character($0) } + [.named(.left)], into: &editor)
        type([.character("x"), .character("y")], into: &editor)
        #expect(editor.text == "deaxyr")
        editor.undo()
        #expect(editor.text == "dear")
        editor.undo()
        #expect(editor.text == "")
        let isUndone = editor.undo()
        #expect(!isUndone)
    }

    @Test func aChangeAfterUndoForgetsWhatWasUndone() {
        var editor = TextEditor("a")
        editor.insert("b")
        editor.undo()
        editor.insert("c")
        let isRedone = editor.redo()
        #expect(!isRedone)
        #expect(editor.text == "ac")
    }

    @Test func wordMotionsKnowScripts() {
        var editor = TextEditor("Paket 漢字, über-all")
        var stops: [Int] = []
        for _ in 0..<7 {
            editor.moveWordLeft()
            stops.append(editor.caret)
        }
        #expect(stops == [20, 19, 14, 12, 6, 0, 0])
        editor.moveWordRight()
        #expect(editor.caret == 6)
        type([.ctrl("w")], into: &editor)
        #expect(editor.text == "漢字, über-all")
    }

    @Test func rowsWrapAndTheCaretKeepsItsColumn() {
        var editor = TextEditor("one two three\n漢字漢字\nxyz")
        editor.move(to: 7)
        // Rows of a field of 9: "one two ", "three", "漢字漢字", "xyz".
        editor.moveVertically(by: 1, width: 9, rules: .standard)
        #expect(editor.caret == 13)
        editor.moveVertically(by: 1, width: 9, rules: .standard)
        #expect(editor.caret == 14 + 9)
        editor.moveVertically(by: 1, width: 9, rules: .standard)
        #expect(editor.caret == editor.text.utf8.count)
        editor.moveVertically(by: -3, width: 9, rules: .standard)
        #expect(editor.caret == 7)
    }

    @Test func rowEndsStayInTheirRow() {
        var editor = TextEditor("one two three")
        editor.move(to: 1)
        editor.moveToRowEnd(width: 9, rules: .standard)
        #expect(editor.caret == 7)
        editor.moveToRowStart(width: 9, rules: .standard)
        #expect(editor.caret == 0)
        editor.deleteToRowEnd(width: 9, rules: .standard)
        #expect(editor.text == "three")
    }

    @Test func pastesAreCleaned() {
        var editor = TextEditor()
        type([.paste("a\u{1B}[31mb\r\nc\u{202E}d")], into: &editor)
        #expect(editor.text == "a[31mb\ncd")
    }

    @Test func marksMoveWithTheTextAndGoWhenTouched() {
        var editor = TextEditor("see www.example.com now")
        editor.marks = [
            TextMark(range: 4..<19, role: .markBlock), TextMark(range: 20..<23, role: .markWarn),
        ]
        editor.move(to: 0)
        editor.insert("é")
        #expect(editor.marks.map(\.range) == [6..<21, 22..<25])
        editor.replace(6..<21, with: "us")
        #expect(editor.text == "ésee us now")
        #expect(editor.marks == [TextMark(range: 9..<12, role: .markWarn)])
        editor.undo()
        #expect(editor.marks.map(\.range) == [6..<21, 22..<25])
    }

    @Test(arguments: [-5..<(-1), 2..<3, 1..<900, 900..<901, 4..<5])
    func rangesThatDoNotFitAreMovedToWholeClusters(range: Range<Int>) {
        var editor = TextEditor("a漢👍🏽")
        editor.replace(range, with: "x")
        #expect(String(decoding: Array(editor.text.utf8), as: UTF8.self) == editor.text)
        #expect(!editor.text.unicodeScalars.contains("\u{FFFD}"))
        editor.undo()
        #expect(editor.text == "a漢👍🏽")
    }

    @Test func theScreenShowsRowsMarksAndCaret() {
        var editor = TextEditor("漢字 is here\nsecond")
        editor.marks = [TextMark(range: 0..<6, role: .markBlock)]
        editor.move(to: 10)
        var buffer = ScreenBuffer(size: Size(width: 9, height: 3))
        let caret = editor.render(into: &buffer, in: buffer.bounds, style: .plain)
        #expect(caret == Point(x: 0, y: 1))
        #expect(
            buffer.dump == """
                漢字 is  |
                here     |
                second   |
                styles
                0: aaaa
                a = markBlock underline
                cursor column 0 row 1

                """)
    }

    @Test func theCaretBehindAFullRowIsInSight() {
        var editor = TextEditor("1234567")
        var buffer = ScreenBuffer(size: Size(width: 8, height: 2))
        #expect(editor.render(into: &buffer, in: buffer.bounds) == Point(x: 7, y: 0))
        editor.insert("8")
        #expect(editor.render(into: &buffer, in: buffer.bounds) == Point(x: 1, y: 1))
    }

    @Test func theFieldScrollsToTheCaret() {
        var editor = TextEditor((1...9).map { "line \($0)" }.joined(separator: "\n"))
        _ = editor.handle(.named(.end), width: 20, height: 3)
        var buffer = ScreenBuffer(size: Size(width: 8, height: 3))
        editor.render(into: &buffer, in: buffer.bounds)
        #expect(buffer.textRows == ["line 7  ", "line 8  ", "line 9  "])
    }

    @Test func unknownKeysAreLeftToThePane() {
        var editor = TextEditor()
        for key in [Key.ctrl("s"), .named(.escape), .hangup] {
            let isUsed = editor.handle(key, width: 10, height: 3)
            #expect(!isUsed, "\(key)")
        }
    }

    /// Typing is undone word by word, in Chinese and Japanese from mark to mark.
    @Test(arguments: [
        ("Guten Tag Li", ["Guten Tag ", "Guten ", ""]),
        ("您好，订单已发货。请稍候", ["您好，订单已发货。", "您好，", ""]),
        ("お荷物です。明日", ["お荷物です。", ""]), ("a, b", ["a, ", ""]),
    ])
    func undoGoesWordByWord(_ text: String, _ steps: [String]) {
        var editor = TextEditor()
        for character in text { editor.insert(String(character)) }
        for step in steps {
            editor.undo()
            #expect(editor.text == step)
        }
        for step in steps.reversed().dropFirst() {
            editor.redo()
            #expect(editor.text == step)
        }
        editor.redo()
        #expect(editor.text == text)
    }

    @Test func aPasteIsOneStepAndSurvivesAFix() {
        var editor = TextEditor("Hallo ")
        editor.insert("drei Worte hier")
        editor.replace(0..<5, with: "Guten Tag")
        editor.undo()
        #expect(editor.text == "Hallo drei Worte hier")
        editor.undo()
        #expect(editor.text == "Hallo ")
    }

    @Test func marksOfWideAndCombinedLettersStandUnderTheirOwnCells() {
        var editor = TextEditor("漢字e\u{301}x写信")
        // 写信, and the e with its accent.
        editor.marks = [
            TextMark(range: 10..<16, role: .markBlock), TextMark(range: 6..<9, role: .markWarn),
        ]
        var buffer = ScreenBuffer(size: Size(width: 20, height: 1))
        editor.render(into: &buffer, in: Rect(size: Size(width: 20, height: 1)))
        func columns(_ role: ThemeRole) -> [Int] {
            (0..<20).filter { buffer[Point(x: $0, y: 0)]?.style == Style(role, .underline) }
        }
        #expect(columns(.markBlock) == [6, 7, 8, 9])
        #expect(columns(.markWarn) == [4])
    }

    /// A hundred kilobytes with everything that a terminal could be told.
    @Test func aHugeHostilePasteIsCleanAndStaysWhole() {
        let line = "您好 \u{1B}[2J\u{202E}evil\u{7} お荷物 \r\n"
        let paste = String(repeating: line, count: 100_000 / line.utf8.count)
        var editor = TextEditor("A")
        type([.paste(paste)], into: &editor, width: 80)
        #expect(!editor.text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
        #expect(editor.text.hasSuffix("お荷物 \n"))
        type([.character("z"), .named(.up), .named(.pageUp)], into: &editor, width: 80)
        editor.undo()
        editor.undo()
        #expect(editor.text == "A")
    }

    @Test func theWordAndTheParagraphAtTheCaretAreFound() {
        var editor = TextEditor("eins\n\nzwei\ndrei vier")
        #expect(editor.wordBeforeCaret == "vier")
        #expect(editor.paragraphAtCaret == "zwei\ndrei vier")
        editor.move(to: 5)
        #expect(editor.wordBeforeCaret == "" && editor.paragraphAtCaret == "")
        editor.move(to: 2)
        #expect(editor.wordBeforeCaret == "ei" && editor.paragraphAtCaret == "eins")
    }
}

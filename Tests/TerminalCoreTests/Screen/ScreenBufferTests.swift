import TerminalCore
import Testing

@Suite struct ScreenBufferTests {
    @Test func aWideCharacterTakesTwoCells() {
        var buffer = ScreenBuffer(size: Size(width: 4, height: 1))
        #expect(buffer.write("漢a", at: .zero) == 3)
        #expect(buffer[Point(x: 0, y: 0)]?.glyph.width == 2)
        #expect(buffer[Point(x: 1, y: 0)]?.glyph == .continuation)
        #expect(buffer.textRows == ["漢a "])
    }

    @Test(arguments: [(0, "x 字  "), (1, " x字  "), (2, "漢x   "), (3, "漢 x  "), (4, "漢字x ")])
    func whatIsLeftOfACoveredWideCharacterIsBlank(column: Int, expected: String) {
        var buffer = ScreenBuffer(size: Size(width: 6, height: 1))
        buffer.write("漢字", at: .zero)
        buffer.write("x", at: Point(x: column, y: 0))
        #expect(buffer.textRows == [expected])
    }

    @Test func aWideCharacterOverTwoOthersLeavesBlanks() {
        var buffer = ScreenBuffer(size: Size(width: 4, height: 1))
        buffer.write("漢字", at: .zero)
        buffer.write("界", at: Point(x: 1, y: 0))
        #expect(buffer.textRows == [" 界 "])
    }

    @Test func aWideCharacterDoesNotCrossTheEdge() {
        var buffer = ScreenBuffer(size: Size(width: 5, height: 2))
        buffer.write("ab漢字", at: .zero)
        buffer.write("漢字漢", at: Point(x: 0, y: 1))
        #expect(buffer.textRows == ["ab漢 ", "漢字 "])
    }

    @Test func subareasClipAndHalvesBecomeBlank() {
        var buffer = ScreenBuffer(size: Size(width: 8, height: 2))
        buffer.fill(buffer.bounds, with: ".")
        buffer.subarea(Rect(x: 2, y: 0, width: 3, height: 1)) { area in
            area.write("漢字", at: Point(x: -1, y: 0))
            area.write("below", at: Point(x: 0, y: 1))
        }
        #expect(buffer.textRows == [".. 字...", "........"])
    }

    @Test func subareasOutsideDrawNothing() {
        var buffer = ScreenBuffer(size: Size(width: 3, height: 1))
        buffer.subarea(Rect(x: 5, y: -4, width: 9, height: 9)) { area in
            area.fill(area.bounds, with: "#")
            area.box(area.bounds)
            area.placeCursor(.zero)
        }
        #expect(buffer.textRows == ["   "])
        #expect(buffer.cursor == nil)
    }

    @Test func fieldsAreFilledCutAndAligned() {
        var buffer = ScreenBuffer(size: Size(width: 10, height: 4))
        for row in 0..<4 { buffer.fill(Rect(x: 0, y: row, width: 10, height: 1), with: ".") }
        buffer.write("left", at: Point(x: 1, y: 0), width: 6)
        buffer.write("right", at: Point(x: 1, y: 1), width: 6, alignment: .trailing)
        buffer.write("漢字漢字", at: Point(x: 1, y: 2), width: 6)
        buffer.write("mid", at: Point(x: 0, y: 3), width: 9, alignment: .center)
        #expect(buffer.textRows == [".left  ...", ". right...", ".漢字… ...", "   mid   ."])
    }

    @Test func hostileTextNeverBecomesACell() {
        var buffer = ScreenBuffer(size: Size(width: 20, height: 1))
        buffer.write("\u{1B}]52;c;x\u{7}\u{202E}\u{9B}2J\u{200F}", at: .zero)
        let scalars = buffer.textRows.joined().unicodeScalars
        #expect(scalars.allSatisfy { $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) })
        #expect(!scalars.contains { $0.properties.generalCategory == .format })
    }

    @Test func boxesHaveTitlesAndReturnTheirInside() {
        var buffer = ScreenBuffer(size: Size(width: 10, height: 3))
        let inner = buffer.box(buffer.bounds, title: "a long title")
        #expect(inner == Rect(x: 1, y: 1, width: 8, height: 1))
        #expect(buffer.textRows == ["┌ a lon… ┐", "│        │", "└────────┘"])
    }

    @Test func bordersCanBeAscii() {
        var buffer = ScreenBuffer(
            size: Size(width: 3, height: 2), rules: TextRules(prefersAsciiBorders: true))
        buffer.box(buffer.bounds)
        #expect(buffer.textRows == ["+-+", "+-+"])
    }

    @Test func theDiffCoversWideCharactersWhole() {
        var old = ScreenBuffer(size: Size(width: 8, height: 2))
        old.write("ab漢字cd", at: .zero)
        var new = old
        new.write("界", at: Point(x: 2, y: 0))
        let diff = ScreenDiff(from: old, to: new)
        #expect(diff.runs.map(\.row) == [0])
        #expect(diff.runs.map(\.columns) == [2..<4])
        #expect(ScreenDiff(from: nil, to: new).cellCount == 16)
        #expect(ScreenDiff(from: new, to: new).runs.isEmpty)
    }

    @Test func theDumpNamesStylesAndCursor() {
        var buffer = ScreenBuffer(size: Size(width: 6, height: 2))
        buffer.write("late", at: Point(x: 1, y: 0), style: Style(.late, .bold))
        buffer.write("x", at: Point(x: 0, y: 1), style: Style(.text).on(.selection))
        buffer.placeCursor(Point(x: 1, y: 1))
        #expect(
            buffer.dump == """
                 late |
                x     |
                styles
                0: .aaaa
                1: b
                a = late bold
                b = text on selection
                cursor column 1 row 1

                """)
    }

    @Test func ansiTextSpeaksTheTiersLanguage() {
        var buffer = ScreenBuffer(size: Size(width: 6, height: 1))
        buffer.write("late", at: .zero, style: Style(.late))
        let colored = buffer.ansiText(theme: .dark, tier: .trueColor)
        #expect(colored == "\u{1B}[0;1;38;2;255;95;95mlate\u{1B}[0m\n")
        #expect(
            buffer.ansiText(theme: .dark, tier: .palette256)
                == "\u{1B}[0;1;38;5;203mlate\u{1B}[0m\n")
        #expect(buffer.ansiText(theme: .dark, tier: .palette16) == "\u{1B}[0;1;91mlate\u{1B}[0m\n")
        #expect(buffer.ansiText(theme: .dark, tier: .mono) == "\u{1B}[0;1;7mlate\u{1B}[0m\n")
    }
}

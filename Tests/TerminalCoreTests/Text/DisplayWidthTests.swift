import TerminalCore
import Testing

@Suite struct DisplayWidthTests {
    @Test(arguments: [
        ("plain", 5), ("", 0), ("é", 1), ("e\u{301}", 1), ("漢字", 4), ("ｱ", 1), ("한글", 4),
        ("\u{1112}\u{1161}\u{11AB}", 2), ("❤\u{FE0F}", 1), ("👍", 2), ("👍🏽", 2),
        ("👨‍👩‍👧", 2), ("🇩🇪", 2), ("1\u{FE0F}\u{20E3}", 1), ("\u{1FAE8}", 1), ("a\u{200B}b", 2),
        ("क्षि", 3), ("สวัสดี", 4), ("\u{3000}", 2), ("\u{AD}", 0), ("…", 1), ("\u{F8FF}", 1),
    ])
    func cellsOfText(text: String, width: Int) {
        #expect(text.displayWidth() == width)
    }

    @Test func ambiguousCharactersFollowTheSetting() {
        let wide = TextRules(isAmbiguousWide: true)
        #expect("§±α".displayWidth() == 3)
        #expect("§±α".displayWidth(wide) == 6)
        #expect("ab漢".displayWidth(wide) == 4)
    }

    @Test(arguments: [
        ("ticket", 6, "ticket"), ("ticket", 5, "tick…"), ("漢字漢", 5, "漢字…"),
        ("漢字漢", 4, "漢…"), ("a漢", 2, "a…"), ("x", 0, ""), ("🇩🇪🇫🇷", 3, "🇩🇪…"),
        ("👨‍👩‍👧x", 2, "…"),
    ])
    func cutTextEndsWithAnEllipsis(text: String, width: Int, expected: String) {
        let cut = text.truncated(to: width)
        #expect(cut == expected)
        #expect(cut.displayWidth() <= width)
    }

    @Test func aWideSettingCutsWithATilde() {
        #expect("ticket".truncated(to: 4, rules: TextRules(isAmbiguousWide: true)) == "tic~")
    }

    @Test func paddingCountsCells() {
        #expect("漢".padded(to: 4, alignment: .trailing) == "  漢")
        #expect("漢".padded(to: 5, alignment: .center) == " 漢  ")
    }
}

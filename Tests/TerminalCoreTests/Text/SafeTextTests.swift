import TerminalCore
import Testing

@Suite struct SafeTextTests {
    @Test(arguments: [
        ("❤\u{FE0F}", "❤"), ("👨‍👩‍👧 ok", "👨 ok"), ("🇩🇪", "🇩🇪"), ("👍🏽", "👍"),
        ("1\u{FE0F}\u{20E3}", "1"), ("\u{1FAE8}", "\u{FFFD}"),
        ("z\u{300}\u{301}\u{302}\u{303}\u{304}", "z\u{300}\u{301}"), ("\u{1B}[31m", "␛[31m"),
        ("bell\u{7}", "bell␇"), ("del\u{7F}", "del␡"), ("c1\u{9B}31m", "c131m"),
        ("safe\u{202E}txt", "safetxt"), ("\u{2066}x\u{2069}", "x"), ("a\u{200B}b\u{2060}c", "abc"),
        ("\u{FEFF}x", "x"), ("soft\u{AD}hyphen", "softhyphen"), ("tab\there", "tab here"),
        ("two\r\nlines", "two lines"), ("u2028\u{2028}x", "u2028 x"), ("\u{E0001}tag", "tag"),
        ("\u{E000}", "\u{FFFD}"), ("no\u{A0}break", "no break"), ("\u{3164}", ""),
        ("\u{301}alone", "alone"), ("🏴\u{E0067}\u{E0062}\u{E007F}", "🏴"),
        ("نمی\u{200C}دانم", "نمیدانم"),
    ])
    func aLineIsSafe(text: String, expected: String) {
        #expect(SafeText.line(text).unicodeScalars.elementsEqual(expected.unicodeScalars))
    }

    @Test func aMessageKeepsItsLinesAndNamesDirectionControls() {
        let text = "a\tb\r\nrefund \u{202E}gnihton\u{202C}\n\n漢\tx"
        #expect(
            SafeText.message(text) == ["a       b", "refund <RLO>gnihton<PDF>", "", "漢      x"])
    }

    @Test func privateUseIsShownWhereTheThemeHasAFont() {
        #expect(SafeText.line("\u{E0B0}", rules: TextRules(allowsPrivateUse: true)) == "\u{E0B0}")
    }

    @Test func asciiTerminalsGetNothingElse() {
        #expect(
            SafeText.line("Grüße 漢 e\u{301}", rules: TextRules(isAsciiOnly: true)) == "Gr??e ? e")
    }

    @Test func everyScalarComesOutHarmless() {
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            for safe in SafeText.line(String(Character(scalar))).unicodeScalars {
                let category = safe.properties.generalCategory
                let isHarmless =
                    category != .control && category != .format && category != .privateUse
                    && category != .unassigned
                guard isHarmless else {
                    Issue.record(
                        "U+\(String(value, radix: 16)) came out as \(safe.escaped(asASCII: true))")
                    return
                }
            }
        }
    }

    @Test func inputKeepsWhatTheReaderNeeds() {
        #expect(SafeText.input("a\r\nb\rc\td\u{1B}[0m\u{202E}x\u{9D}") == "a\nb\nc    d[0mx")
        #expect(SafeText.input("👨‍👩‍👧❤\u{FE0F}") == "👨‍👩‍👧❤\u{FE0F}")
        #expect(SafeText.input(String(repeating: "x", count: 1_000_010)).utf8.count == 1_000_000)
    }

    @Test(arguments: [("שלום", true), ("مرحبا", true), ("hello", false), ("漢字", false)])
    func rightToLeftTextIsFound(text: String, expected: Bool) {
        #expect(SafeText.isRightToLeft(text) == expected)
    }
}

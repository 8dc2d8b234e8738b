import HelpDesk
import Testing

@Suite struct CleanTextTests {
    @Test(arguments: [
        ("Guten Tag,\n\tIhr Paket\n", "Guten Tag,\n\tIhr Paket\n"),
        ("a\r\nb\rc\n\rd", "a\nb\nc\n\nd"),
        ("a\u{0}b\u{1B}[31mc\u{7F}d\u{85}e\u{9B}f", "ab[31mcdef"),
        ("\u{202E}gpj\u{202C}.exe", "gpj.exe"),
        ("\u{2066}a\u{2069}\u{200E}b\u{200F}\u{061C}", "ab"),
        ("発送しました 👍🏽 e\u{301}", "発送しました 👍🏽 e\u{301}"),
    ])
    func controlsAndDirectionMarksLeave(_ text: String, _ clean: String) {
        #expect(Array(CleanText.clean(text).unicodeScalars) == Array(clean.unicodeScalars))
    }

    @Test func aLongTextIsRefusedWithItsLimit() throws {
        #expect(try TextLimits.clean(String(repeating: "é", count: 5), limit: 10).count == 5)
        #expect(throws: DeskError(.badRequest, ["field": "text", "limit": "10"])) {
            try TextLimits.clean(String(repeating: "é", count: 6), limit: 10)
        }
    }
}

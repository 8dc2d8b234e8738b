import HelpDesk
import Testing

@Suite struct TextRulesTests {
    @Test(arguments: [
        ("  a \n\t b  ", Int.max, "a b"), ("", Int.max, ""), ("abc def", 3, "abc"),
        ("abc def", 4, "abc"), ("abc def", 5, "abc d"), ("您好\u{3000}世界", Int.max, "您好 世界"),
    ])
    func collapsed(text: String, limit: Int, result: String) {
        #expect(text.collapsed(limit: limit) == result)
    }

    @Test func blankIsNothingToRead() {
        #expect(" \n\t\u{3000}".isBlank)
        #expect(!" x ".isBlank)
    }
}

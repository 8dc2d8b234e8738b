import Localization
import Testing

@Suite struct MailWarningTests {
    @Test(arguments: ["order-from-text", "unparsed-no-markers", "duplicate-conflict"])
    func aWarningIsASentenceInBothLanguages(code: String) {
        let phrase = MailWarningSentences.phrase(code)
        #expect(phrase.key == "mail-warning.\(code)")
        #expect(Words(.simplifiedChinese)(phrase) != phrase.english)
    }

    @Test func anUnknownWarningIsNamedByItsCode() {
        #expect(Words(.english)(MailWarningSentences.phrase("new-thing")) == "new-thing")
    }
}

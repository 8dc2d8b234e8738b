import Compliance
import HelpDesk
import Testing

/// The linter's data files: they read, and broken ones are refused with file and key.
@Suite struct TableTests {
    @Test func everyEmbeddedTableReads() throws {
        try LintTables.check()
        #expect(Linter.rules.count == 53)
    }

    @Test func everyRuleHasItsCategoryOfTheCommandLine() {
        let categories: Set = [
            "contact-email", "contact-phone", "contact-messenger", "social-media",
            "external-link", "qr-code", "off-platform-payment", "off-platform-transaction",
            "review-solicit-positive", "review-incentive", "feedback-removal", "marketing-promo",
            "personal-address", "emoji", "shouting-formatting", "attachment-mention-illegal",
            "pii-request", "other",
        ]
        for rule in Linter.rules { #expect(categories.contains(rule.category), "\(rule.code)") }
    }

    @Test(arguments: [
        ("[[frame]]\nrule = \"NO-99\"\nneeds = [\"review\"]", "frame[1].rule"),
        ("[[frame]]\nrule = \"REV-01\"\nneeds = []", "frame[1].needs"),
        ("[[frame]]\nrule = \"REV-01\"\nneeds = [\"no-such-thing\"]", "frame[1].needs"),
        (
            "[[frame]]\nrule = \"REV-01\"\nneeds = [\"review\"]\nwindow = \"page\"",
            "frame[1].window"
        ),
        ("[[frame]]\nneeds = [\"review\"]", "frame[1].rule"),
        ("frames = 1", "frame"),
    ])
    func aBadFrameIsRefused(toml: String, key: String) {
        #expect {
            try LintTables.checkFrames(file: "mine.toml", toml: toml)
        } throws: { error in
            let fault = error as? LintTableFault
            return fault?.file == "mine.toml" && fault?.key == key
        }
    }

    @Test func aBrokenFileNamesItsLine() {
        #expect {
            try LintTables.checkFrames(file: "mine.toml", toml: "[[frame]]\nrule = \n")
        } throws: { ($0 as? LintTableFault)?.line == 2 }
    }
}

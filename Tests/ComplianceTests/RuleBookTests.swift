import Compliance
import HelpDesk
import Testing

/// The rules that ship with the desk: they read, every one has examples, and the examples hold.
@Suite struct RuleBookTests {
    @Test func everyEmbeddedTableReadsAndEveryExampleHolds() throws {
        try RuleBook.check()
        #expect(RuleBook.builtIn.rules.count == 53)
    }

    @Test func everyRuleSaysWhereItComesFromAndWhatItFinds() {
        for rule in RuleBook.builtIn.rules {
            #expect(rule.source.hasPrefix("compliance "), "\(rule.code)")
            #expect(rule.examples.contains { $0.isHit }, "\(rule.code)")
            #expect(rule.examples.contains { !$0.isHit }, "\(rule.code)")
        }
    }

    @Test func everyRuleHasItsCategoryOfTheCommandLine() {
        let categories: Set = [
            "contact-email", "contact-phone", "contact-messenger", "social-media",
            "external-link", "qr-code", "off-platform-payment", "off-platform-transaction",
            "review-solicit-positive", "review-incentive", "feedback-removal", "marketing-promo",
            "personal-address", "emoji", "shouting-formatting", "attachment-mention-illegal",
            "pii-request", "other",
        ]
        for rule in RuleBook.builtIn.rules {
            #expect(categories.contains(rule.category), "\(rule.code)")
        }
    }

    /// What a fix puts in must not be found itself, in any language and kind of message.
    @Test func textsOfFixesAreClean() {
        for name in RuleBook.builtIn.fixTextNames {
            let texts = RuleBook.builtIn.fixTextsByLanguage(name)
            #expect(Set(texts.keys) == ["en", "de", "fr", "it", "es", "ja", "zh"], "\(name)")
            for (language, text) in texts {
                let context = LintContext(language: LanguageCode(language))
                #expect(Linter.lint(text, context: context).isEmpty, "\(name) \(language)")
            }
        }
    }

    @Test func severityDependsOnMarketplaceAndKind() {
        let text = "You can write a product review, good or bad."
        func severity(_ context: LintContext) -> Severity? {
            Linter.lint(text, context: context).first { $0.rule == "REV-07" }?.severity
        }
        #expect(severity(LintContext(marketplace: "US")) == .advise)
        #expect(severity(LintContext(marketplace: "DE")) == .warn)
        let shipped = "Your order has shipped."
        #expect(Linter.lint(shipped, context: LintContext(messageKind: .reply)).isEmpty)
        let proactive = Linter.lint(shipped, context: LintContext(messageKind: .proactive))
        #expect(proactive.map(\.rule).contains("STA-01"))
    }
}

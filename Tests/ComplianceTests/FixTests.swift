import Compliance
import HelpDesk
import Testing

/// One key puts a finding right: afterwards it is gone, and nothing else is.
@Suite struct FixTests {
    /// What no key can put right: a person writes another text, sends another file, or nothing.
    private static let personal: Set = ["STA-02", "ORD-04", "FMT-05", "FMT-06", "ORD-01"]

    /// Texts of both corpora with what their fixes make of them.
    private static let repaired = Result {
        try Corpus.sample(8, of: "fixes").map { text in
            (text: text, repair: Linter.repaired(text.text, context: text.context))
        }
    }

    @Test func everyFindingOfTheCorpusCanBeFixed() throws {
        for (text, repair) in try Self.repaired.get() {
            for finding in text.findings
            where finding.suggestion == nil {
                let isWhole = finding.start == finding.end
                #expect(isWhole || Self.personal.contains(finding.rule), "\(text.id) \(finding)")
            }
            // A likeness is for a person to judge: no key helps by itself.
            let plain = repair.left.filter { $0.arguments?["likeness"] == nil }
            let left = plain.filter { !Self.personal.contains($0.rule) }
            // A whole text in another language has to be translated.
            #expect(
                left.allSatisfy { $0.rule == "LNG-01" && $0.text.isEmpty }, "\(text.id) \(left)")
            // Nothing is left that a key would still change.
            for finding in plain {
                let next = finding.applied(to: repair.text)
                #expect(next == nil || next == repair.text, "\(text.id)")
            }
        }
    }

    /// Paragraphs without a finding are there afterwards, word for word.
    @Test func whatWasFineStays() throws {
        for (text, repair) in try Self.repaired.get() {
            let findings = text.findings
            let repaired = repair.text
            var start = 0
            for paragraph in text.text.split(
                separator: "\n\n", omittingEmptySubsequences: false)
            {
                let end = start + paragraph.utf8.count
                let isTouched = findings.contains { finding in
                    finding.start < end && finding.end > start
                        || finding.fixRange.lowerBound < end && finding.fixRange.upperBound > start
                }
                if !isTouched { #expect(repaired.contains(paragraph), "\(text.id): \(paragraph)") }
                start = end + 2
            }
        }
    }

    @Test(arguments: [
        ("Thank you 😊!", "Thank you!"),
        ("Hello,\n\n\n\nit is here.", "Hello,\n\nit is here."),
        ("PLEASE READ THIS now!!!", "Please read this now!"),
        ("It is <b>here</b> &amp; fine.", "It is here + fine."),
        (
            "Hi Kim,\nplease call 020 7946 0321 today. The parcel is here.\nJo",
            "Hi Kim,\nPlease reply to this message. The parcel is here.\nJo"
        ),
        ("Dear [Customer Name],\nit is here.", "Dear,\nit is here."),
        (
            "Track it: http://www.ups.com/track?n=1 today.",
            "Track it: https://www.ups.com/track?n=1 today."
        ),
        (
            "Fine.\n\nWrite a review and get a gift card.\n\nBye",
            "Fine.\n\nBye"
        ),
    ])
    func fixesReadLikeALetter(text: String, fixed: String) {
        #expect(Linter.repaired(text).text == fixed)
    }

    @Test func knownNumbersFillSlotsAndReplaceWrongOnes() {
        let order: OrderID = "112-1234567-1234567"
        let context = LintContext(orderID: order)
        let slot = Linter.repaired("It is about order [ORDER ID].", context: context)
        #expect(slot.text == "It is about order 112-1234567-1234567.")
        let other = Linter.repaired("Order 112-1234567-7654321 left.", context: context)
        #expect(other.text == "Order 112-1234567-1234567 left.")
        let proactive = LintContext(messageKind: .proactive, orderID: order)
        let missing = Linter.repaired("Which colour shall we engrave?", context: proactive)
        #expect(missing.text.hasSuffix("(112-1234567-1234567)"))
        #expect(missing.left.isEmpty)
    }

    @Test func theBuyersLanguageSpeaks() {
        let context = LintContext(language: "ja")
        let repair = Linter.repaired("お急ぎの方は 03-5555-0187 へお電話ください。", context: context)
        #expect(repair.text == "このメッセージにご返信ください。")
    }
}

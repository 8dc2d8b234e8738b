import Compliance
import HelpDesk
import Testing

/// What the buyer asked for or wrote himself may stand in the answer (compliance 4.3, 4.6).
@Suite struct BuyerEchoTests {
    private func severity(_ rule: String, _ answer: String, to question: String?) -> Severity? {
        var context = LintContext(marketplace: "US", language: "en")
        context.buyerWords = question
        return Linter.lint(answer, context: context).first { $0.rule == rule }?.severity
    }

    @Test func aBuyerWhoAsksMayBeToldHowToCancel() {
        let answer = "Could you please cancel the order from your account?"
        #expect(severity("DIV-02", answer, to: nil) == .block)
        #expect(severity("DIV-02", answer, to: "Where is my parcel?") == .block)
        #expect(severity("DIV-02", answer, to: "Can I cancel my order? It is late.") == .advise)
        #expect(severity("DIV-02", answer, to: "Please do not cancel my order.") == .block)
    }

    @Test func aBuyerWhoAsksMayBeToldAHotline() {
        let answer = "UPS customer service is at 1-800-742-5877."
        #expect(severity("CON-08", answer, to: "It did not arrive.") == .warn)
        #expect(severity("CON-08", answer, to: "What is the phone number of UPS?") == .advise)
    }

    @Test(arguments: [
        ("CON-01", "You wrote that jo.marsh@mail.example gets no mails."),
        ("CON-02", "You wrote that the driver called 415-555-0143 in vain."),
    ])
    func theBuyersOwnWordsGiveNothingAway(rule: String, answer: String) {
        let question = "My mail is Jo.Marsh@mail.example, my phone 415-555-0143; nobody called."
        #expect(severity(rule, answer, to: nil) == .block)
        #expect(severity(rule, answer, to: question) == .advise)
        #expect(severity(rule, answer, to: "Hello?") == .block)
    }

    private static let demand =
        "As you said: \"Change your review to five stars and we refund you 20 € by PayPal.\""

    /// Who puts a demand into quotes makes it no less one.
    @Test(arguments: [
        ("REV-04", demand), ("PAY-01", demand),
        ("CON-03", "您说“加微信 abc12345”，没问题。"),
        ("REV-02", "You wrote \"leave us a 5-star review\", so please do."),
        ("PAY-01", "Sie schreiben „wir erstatten per PayPal“: gern, noch heute."),
    ])
    func aQuoteOfNobodyExcusesNothing(rule: String, answer: String) {
        #expect(severity(rule, answer, to: nil) == .block)
        #expect(severity(rule, answer, to: "Where is my parcel? The hinge is loose.") == .block)
    }

    @Test func aQuoteOfTheBuyerOnlyAdvises() {
        let question = "I will change my review to five stars when you refund me by PayPal."
        let answer = "You wrote \"change my review to 5 stars when you refund me by PayPal\"."
        #expect(severity("REV-04", answer, to: question) == .advise)
        #expect(severity("REV-04", answer, to: "Where is my parcel?") == .block)
    }

    /// Where nobody knows what the buyer wrote, an answer that refuses speaks for itself.
    @Test func aRefusedQuoteOnlyAdvises() {
        let quote = "You wrote \"refund me by PayPal and I change my review\"."
        #expect(severity("REV-04", quote, to: nil) == .block)
        #expect(severity("REV-04", quote + " We cannot do that.", to: nil) == .advise)
    }

    @Test func whatAThingShallBearIsToBeConfirmed() {
        let answer = "We print on the card: \"Mail jo@shop-demo.com\"."
        #expect(severity("CON-01", answer, to: nil) == .warn)
    }

    /// A payment that the buyer proposed stays one outside Amazon.
    @Test func whatIsForbiddenStaysSo() {
        let answer = "I can refund you $20 through PayPal tonight."
        #expect(severity("PAY-01", answer, to: "Can you refund me with PayPal?") == .block)
    }
}

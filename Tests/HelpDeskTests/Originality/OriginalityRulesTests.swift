import HelpDesk
import SwiftExtensions
import Testing

@Suite struct OriginalityRulesTests {
    private static let letter = """
        Guten Tag Frau Lenz,

        Ihr Paket liegt seit zwei Tagen im Verteilzentrum. Ich habe beim Versanddienst eine Suche \
        beauftragt und melde mich spätestens am Freitag bei Ihnen.
        """
    private static let other = """
        Guten Tag Frau Lenz,

        die Suche ist beendet: das Paket wurde bei der Familie im ersten Stock abgegeben. Bitte \
        fragen Sie dort nach, sonst schicken wir ein neues.
        """
    private static let march = Timestamp(milliseconds: 1_772_500_000_000)

    private func earlier(_ text: String, in ticket: Int64 = 1, days: Int64 = 0) -> EarlierReply {
        EarlierReply(
            wording: ReplyWording(text), at: Self.march + .days(days),
            ticket: TicketID(rawValue: ticket))
    }

    private func findings(_ text: String, _ context: OriginalityContext) -> [Finding] {
        OriginalityRules.findings(in: text, ReplyWording(text), context)
    }

    @Test func whatTheBuyerHasGotIsAWarningWithItsDay() throws {
        let context = OriginalityContext(
            ticket: TicketID(rawValue: 2), toBuyer: [earlier(Self.letter)])
        let found = try #require(findings(Self.letter, context).first)
        #expect(found.rule == "ORI-01" && found.severity == .warn)
        #expect(found.arguments?["day"] == "2026-03-03")
        #expect(found.arguments?["percent"] == "100")
        #expect(findings(Self.other, context).isEmpty)
    }

    @Test func theThirdTimeInOneTicketNeedsALead() throws {
        let twice = [earlier(Self.letter), earlier(Self.letter, days: 1)]
        let found = findings(
            Self.letter, OriginalityContext(ticket: TicketID(rawValue: 1), toBuyer: twice))
        #expect(found.map(\.rule) == ["ORI-02"] && found[0].severity == .block)
        // Twice in another ticket is a warning.
        let elsewhere = findings(
            Self.letter, OriginalityContext(ticket: TicketID(rawValue: 9), toBuyer: twice))
        #expect(elsewhere.map(\.rule) == ["ORI-01"])
    }

    @Test func aHabitPointsAtTheSentenceWornMost() throws {
        var own = (0..<30).map { earlier(Self.letter, in: 100 + Int64($0)) }
        own += (0..<20).map { _ in earlier(Self.other, in: 7) }
        let found = try #require(
            findings(Self.letter, OriginalityContext(ticket: TicketID(rawValue: 1), byAuthor: own))
                .first)
        #expect(found.rule == "ORI-03" && found.severity == .advise)
        #expect(found.text.hasPrefix("Ich habe beim Versanddienst"))
        #expect(found.arguments == ["count": "30", "of": "50"])
        #expect(
            findings(
                "\(Self.other) Und nun?",
                OriginalityContext(ticket: TicketID(rawValue: 1), byAuthor: [])) == [])
    }

    /// 40 % is the line: 20 of 50 is no habit yet, 21 is.
    @Test(arguments: [(20, 0), (21, 1)]) func fortyPercentIsTheLine(same: Int, count: Int) {
        let own = (0..<50).map { earlier($0 < same ? Self.letter : Self.other, in: 7) }
        let context = OriginalityContext(ticket: TicketID(rawValue: 1), byAuthor: own)
        #expect(findings(Self.letter, context).count == count)
    }

    @Test func anUntouchedQuestionUnderATemplateIsPointedOut() throws {
        var context = OriginalityContext(
            ticket: TicketID(rawValue: 1), template: ReplyWording(Self.letter),
            question: "Hallo. Wo ist es? Passt der Deckel auch auf den Topf von 2019?",
            language: "de")
        let found = try #require(findings(Self.letter, context).first)
        #expect(found.rule == "ORI-04" && found.severity == .advise)
        #expect(found.arguments?["question"] == "Passt der Deckel auch auf den Topf von 2019?")
        let answered = Self.letter + " Der Deckel passt auf jeden Topf."
        #expect(findings(answered, context).isEmpty)
        context.template = nil
        #expect(findings(Self.letter, context).isEmpty)
    }

    @Test func aShortAnswerMayBeRepeated() {
        let context = OriginalityContext(
            ticket: TicketID(rawValue: 1), toBuyer: [earlier("Gern geschehen!")])
        #expect(findings("Gern geschehen!", context).isEmpty)
    }
}

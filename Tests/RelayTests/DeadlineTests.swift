import Channels
import HelpDesk
import SwiftExtensions
import Testing

@testable import ChannelAmazon

/// The deadline that a notice's text names.
struct DeadlineTests {
    static let deadlines: [(text: String, time: Duration?)] = [
        ("Please respond within 3 calendar days.", .days(3)),
        ("You must respond within 72 hours or the claim is granted.", .hours(72)),
        ("Antworten Sie innerhalb von 3 Kalendertagen auf den Antrag.", .days(3)),
        ("Vous devez répondre sous 48 heures.", .hours(48)),
        ("Risponda entro 3 giorni di calendario.", .days(3)),
        ("Responda en un plazo de 5 días.", .days(5)),
        ("３日以内にご返信ください。", .days(3)),
        ("Respond within\n  2 days. The buyer waited within 14 days.", .days(2)),
        ("Refunds take up to 5 business days.", nil),
        ("Within 400 days nothing happens.", nil), ("within 0 days", nil), ("", nil),
        ("within 12345 days", nil),
    ]

    @Test(arguments: deadlines.indices) func `the text names it`(_ index: Int) throws {
        let words = try RelayTables.embedded().notices.deadline
        #expect(words.deadline(in: Self.deadlines[index].text) == Self.deadlines[index].time)
    }

    /// Only a case with a clock reads its text; a refund's "within 5 days" is no deadline of ours.
    @Test func `news without a clock gets none from its words`() throws {
        let bytes = Fixture.mail(
            from: "Amazon <no-reply@amazon.de>",
            headers: ["X-Space-Notification-Type: REFUND_ISSUED"],
            body: "The buyer has the money within 5 days.")
        let message = try #require(Fixture.reader).read(bytes, context: Fixture.context)
        #expect(message.notice?.reviewDue == nil)
        #expect(message.notice?.closes == ["return-request"])
    }
}

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

    private static let sent = Timestamp(iso8601: "2026-03-10T09:00:00Z")

    @Test(arguments: deadlines.indices) func `the text names it`(_ index: Int) throws {
        let words = try RelayTables.embedded().notices.deadline
        let sent = try #require(Self.sent)
        let due = words.deadline(in: Self.deadlines[index].text, from: sent)
        #expect(due == Self.deadlines[index].time.map { sent + $0 })
    }

    /// A day is over when it is over in Japan, which is first.
    static let dates: [(text: String, due: String?)] = [
        ("Respond by March 13, 2026 or the claim is granted.", "2026-03-13T15:00:00Z"),
        ("Please respond by Friday, Mar. 13th, 2026.", "2026-03-13T15:00:00Z"),
        ("Reply no later than 13 March 2026.", "2026-03-13T15:00:00Z"),
        ("Reply before 2026-03-13.", "2026-03-12T15:00:00Z"),
        ("Antworten Sie bis zum 13. März 2026.", "2026-03-13T15:00:00Z"),
        ("Antworten Sie bis 13.03.2026, sonst gilt er.", "2026-03-13T15:00:00Z"),
        ("Répondez au plus tard le 13 mars 2026.", "2026-03-13T15:00:00Z"),
        ("Répondez avant le 1er avril 2026.", "2026-03-31T15:00:00Z"),
        ("Risponda entro il 13 marzo 2026.", "2026-03-13T15:00:00Z"),
        ("Responda a más tardar el 13 de marzo de 2026.", "2026-03-13T15:00:00Z"),
        ("2026年3月13日までにご返信ください。", "2026-03-13T15:00:00Z"),
        ("请在 2026年3月13日前 回复。", "2026-03-12T15:00:00Z"),
        // Day and month, or month and day: the earlier of what may be meant.
        ("Respond by 04/05/2026.", "2026-04-05T15:00:00Z"),
        ("Respond by 13/03/2026.", "2026-03-13T15:00:00Z"),
        // The first place counts, be it a number or a date.
        ("Respond by March 12, 2026, within 30 days of the order.", "2026-03-12T15:00:00Z"),
        ("Respond within 2 days. It arrived by March 30, 2026.", "2026-03-12T09:00:00Z"),
        // Days that are over, far away or in no calendar are no deadlines.
        ("The parcel was to arrive by March 1, 2026.", nil), ("by March 13, 2027", nil),
        ("by February 30, 2026", nil), ("by March 2026", nil), ("by 13.03/2026", nil),
    ]

    @Test(arguments: dates.indices) func `the text names a day`(_ index: Int) throws {
        let words = try RelayTables.embedded().notices.deadline
        let due = words.deadline(in: Self.dates[index].text, from: try #require(Self.sent))
        #expect(due?.iso8601 == Self.dates[index].due)
    }

    @Test func `a claim's named day is its review clock`() throws {
        let bytes = Fixture.mail(
            from: "Amazon <atoz-guarantee-no-reply@amazon.de>",
            headers: ["X-Space-Notification-Type: A_Z_CLAIM_RESPONDENT_NOTIFY"],
            body: "Bitte antworten Sie bis zum 12. Juni 2026.")
        let message = try #require(Fixture.reader).read(bytes, context: Fixture.context)
        #expect(message.notice?.isDeadlineNamed == true)
        #expect(message.notice?.reviewDue == Timestamp(iso8601: "2026-06-12T15:00:00Z"))
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

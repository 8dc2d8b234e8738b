import HelpDesk
import MailKit
import SwiftExtensions
import Testing

@testable import Simulator

@Suite struct BuyerCrowdTests {
    private func crowd(_ settings: CrowdSettings) throws -> BuyerCrowd {
        BuyerCrowd(world: try SampleData.world(), settings: settings, start: SampleData.now)
    }

    private func reply(to mail: CrowdMail, id: String = "<1@desk.example>") throws -> SunkMail {
        let parsed = ParsedMail(parsing: mail.bytes)
        let alias = try #require(parsed.from.first).address
        let text = "From: desk@desk.example\r\nTo: \(alias)\r\nMessage-ID: \(id)\r\n\r\nHello\r\n"
        return SunkMail(
            sender: "desk@desk.example", recipients: [alias], bytes: Array(text.utf8))
    }

    @Test func oneSeedOneDay() throws {
        let settings = CrowdSettings(seed: 7)
        var first = try crowd(settings)
        var second = try crowd(settings)
        let end = SampleData.now + .hours(24)
        var inSteps: [CrowdMail] = []
        for hour in 1...24 {
            inSteps += second.advance(to: SampleData.now + .hours(Int64(hour)))
        }
        let atOnce = first.advance(to: end)
        #expect(atOnce == inSteps)
        #expect(atOnce.count > 150 && atOnce.count < 500)
        #expect(atOnce.map(\.at) == atOnce.map(\.at).sorted())
        var other = try crowd(CrowdSettings(seed: 8))
        #expect(other.advance(to: end) != atOnce)
    }

    @Test func speedMakesMore() throws {
        var slow = try crowd(CrowdSettings(seed: 3, reminderShare: 0))
        var fast = try crowd(CrowdSettings(seed: 3, speed: 10, reminderShare: 0))
        let end = SampleData.now + .hours(10)
        let few = slow.advance(to: end).count
        let many = fast.advance(to: end).count
        #expect(many > few * 6 && many < few * 15, "\(few) \(many)")
    }

    @Test func mailsLookLikeTheRelay() throws {
        var crowd = try crowd(CrowdSettings(seed: 11, speed: 4))
        let mails = crowd.advance(to: SampleData.now + .hours(20))
        var marketplaces: Set<String> = []
        for mail in mails {
            let parsed = ParsedMail(parsing: mail.bytes)
            #expect(parsed.warnings.isEmpty, "\(parsed.warnings)")
            #expect(
                parsed.headers["X-Space-Notification-Type"] == "BBC_MESSAGE_SENT_TO_MERCHANT")
            marketplaces.insert(try #require(parsed.headers["X-Marketplace-ID"]))
            let from = try #require(parsed.from.first)
            #expect(from.domain.hasPrefix("marketplace.amazon."))
            #expect(from.localPart.contains("+"))
            #expect(parsed.date?.seconds == mail.at.seconds)
            let html = try #require(parsed.html)
            let words = try #require(HTMLText.preBlock(in: html))
            #expect(!words.isEmpty)
            let plain = try #require(parsed.text)
            #expect(plain.contains(words))
            #expect(plain.contains("[commMgrTok:A"))
            #expect(plain.contains("/messaging/no-response-needed?t=A"))
        }
        #expect(marketplaces.count == 8)
    }

    @Test func answersMakeBuyersReact() throws {
        var crowd = try crowd(
            CrowdSettings(
                seed: 5, inquiriesPerHour: 6, answerDelay: .minutes(5) ... .minutes(10),
                answerShare: 1, reminderShare: 0, bounceShare: 0))
        let inquiry = try #require(crowd.advance(to: SampleData.now + .hours(3)).first)
        let answered = SampleData.now + .hours(3)
        crowd.receive(try reply(to: inquiry), at: answered)
        let later = crowd.advance(to: answered + .minutes(11))
        let reaction = try #require(later.first { $0.kind == .reaction })
        #expect(reaction.at >= answered + .minutes(5))
        let first = ParsedMail(parsing: inquiry.bytes)
        let second = ParsedMail(parsing: reaction.bytes)
        #expect(first.from == second.from)
        #expect(first.subject == second.subject)
        #expect(token("?t=", first) == token("?t=", second))
        #expect(token("&m=", first) != token("&m=", second))
    }

    @Test func buyersOfTheFolderReactToo() throws {
        let world = try SampleData.world()
        var crowd = BuyerCrowd(
            world: world,
            settings: CrowdSettings(
                seed: 5, inquiriesPerHour: 0, answerShare: 1, reminderShare: 0, bounceShare: 0),
            start: SampleData.now)
        let mail = try #require(world.mails.first { $0.name.contains("de-wo-bleibt") })
        let before = ParsedMail(parsing: mail.bytes)
        let alias = try #require(before.from.first).address
        crowd.receive(
            SunkMail(sender: "desk@desk.example", recipients: [alias.uppercased()], bytes: []),
            at: SampleData.now)
        let reaction = try #require(crowd.advance(to: SampleData.now + .hours(1)).first)
        let after = ParsedMail(parsing: reaction.bytes)
        #expect(after.from.first?.address == alias)
        #expect(token("?t=", after) == token("?t=", before))
        #expect(after.bestText.contains(try #require(before.subject.firstMatch(of: /\d{3}-\d{7}-\d{7}/)).output))
    }

    @Test func onlyTheUnansweredWriteAgain() throws {
        var settings = CrowdSettings(
            seed: 9, inquiriesPerHour: 4, answerShare: 0, reminderShare: 1, bounceShare: 0)
        settings.confirmationShare = 0
        var crowd = try crowd(settings)
        let inquiries = crowd.advance(to: SampleData.now + .hours(4))
        #expect(inquiries.count > 5)
        for inquiry in inquiries {
            crowd.receive(try reply(to: inquiry), at: SampleData.now + .hours(4))
        }
        let next = crowd.advance(to: SampleData.now + .hours(30))
        let answered = Set(inquiries.compactMap { ParsedMail(parsing: $0.bytes).from.first })
        let reminders = next.filter { $0.kind == .reminder }
        #expect(!reminders.isEmpty)
        for reminder in reminders {
            let from = try #require(ParsedMail(parsing: reminder.bytes).from.first)
            #expect(!answered.contains(from))
        }
    }

    @Test func someRepliesBounce() throws {
        var crowd = try crowd(CrowdSettings(seed: 2, inquiriesPerHour: 6, bounceShare: 1))
        let inquiry = try #require(crowd.advance(to: SampleData.now + .hours(2)).first)
        let sent = try reply(to: inquiry, id: "<out.42@desk.example>")
        crowd.receive(sent, at: SampleData.now + .hours(2))
        let later = crowd.advance(to: SampleData.now + .hours(2) + .minutes(3))
        let bounce = try #require(later.first { $0.kind == .bounce })
        let report = try #require(ParsedMail(parsing: bounce.bytes).report)
        #expect(report.isPermanentFailure)
        #expect(report.originalMessageID == "out.42@desk.example")
        #expect(report.recipients.first?.finalRecipient.lowercased() == sent.recipients.first)
    }

    @Test func confirmationsNameTheOrder() throws {
        var crowd = try crowd(
            CrowdSettings(seed: 2, inquiriesPerHour: 6, bounceShare: 0, confirmationShare: 1))
        let inquiry = try #require(crowd.advance(to: SampleData.now + .hours(2)).first)
        crowd.receive(try reply(to: inquiry), at: SampleData.now + .hours(2))
        let later = crowd.advance(to: SampleData.now + .hours(2) + .minutes(2))
        let copy = try #require(later.first { $0.kind == .confirmation })
        let parsed = ParsedMail(parsing: copy.bytes)
        #expect(
            parsed.headers["X-Space-Notification-Type"] == "BBC_MESSAGE_CONFIRMATION_TO_MERCHANT")
        #expect(parsed.html.flatMap(HTMLText.preBlock)?.contains("Hello") == true)
    }

    private func token(_ mark: String, _ mail: ParsedMail) -> String? {
        mail.bestText.firstRange(of: mark).map { String(mail.bestText[$0.upperBound...].prefix(21)) }
    }
}

import HelpDesk
import MailKit
import SwiftExtensions
import Testing

@testable import Simulator

@Suite struct BuyerCrowdTests {
    private func crowd(
        seed: UInt64, inquiryEvery: Duration = .minutes(5),
        _ change: (inout CrowdManners) -> Void = { _ in }
    ) throws -> BuyerCrowd {
        var manners = CrowdManners(inquiryEvery: inquiryEvery, reactionAfter: .minutes(20))
        change(&manners)
        return BuyerCrowd(
            world: try SampleData.world(), manners: manners, seed: seed, from: SampleData.now)
    }

    private func reply(to mail: CrowdMail, id: String = "<1@desk.example>") throws -> SunkMail {
        let parsed = ParsedMail(parsing: mail.bytes)
        let alias = try #require(parsed.from.first).address
        let text = "From: desk@desk.example\r\nTo: \(alias)\r\nMessage-ID: \(id)\r\n\r\nHello\r\n"
        return SunkMail(
            sender: "desk@desk.example", recipients: [alias], bytes: Array(text.utf8))
    }

    @Test func oneSeedOneDay() throws {
        var first = try crowd(seed: 7)
        var second = try crowd(seed: 7)
        let end = SampleData.now + .hours(24)
        var inSteps: [CrowdMail] = []
        for hour in 1...24 {
            inSteps += second.speak(upTo: SampleData.now + .hours(Int64(hour)))
        }
        let atOnce = first.speak(upTo: end)
        #expect(atOnce == inSteps)
        #expect(atOnce.count > 150 && atOnce.count < 500, "\(atOnce.count)")
        #expect(atOnce.map(\.at) == atOnce.map(\.at).sorted())
        var other = try crowd(seed: 8)
        #expect(other.speak(upTo: end) != atOnce)
    }

    @Test func paceMakesMore() throws {
        var slow = try crowd(seed: 3) { $0.reminderShare = 0 }
        var fast = try crowd(seed: 3, inquiryEvery: .seconds(30)) { $0.reminderShare = 0 }
        let end = SampleData.now + .hours(10)
        let few = slow.speak(upTo: end).count
        let many = fast.speak(upTo: end).count
        #expect(many > few * 6 && many < few * 15, "\(few) \(many)")
    }

    @Test func mailsLookLikeTheRelay() throws {
        var crowd = try crowd(seed: 11, inquiryEvery: .minutes(2))
        let mails = crowd.speak(upTo: SampleData.now + .hours(6))
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
        var crowd = try crowd(seed: 5, inquiryEvery: .minutes(10)) {
            $0.reactionShare = 1
            $0.reminderShare = 0
            $0.bounceShare = 0
        }
        let inquiry = try #require(crowd.speak(upTo: SampleData.now + .hours(3)).first)
        let answered = SampleData.now + .hours(3)
        crowd.hear(try reply(to: inquiry), at: answered)
        let later = crowd.speak(upTo: answered + .minutes(35))
        let reaction = try #require(later.first { $0.kind == .reaction })
        #expect(reaction.at >= answered + .minutes(6))
        let first = ParsedMail(parsing: inquiry.bytes)
        let second = ParsedMail(parsing: reaction.bytes)
        #expect(first.from == second.from)
        #expect(first.subject == second.subject)
        #expect(token("?t=", first) == token("?t=", second))
        #expect(token("&m=", first) != token("&m=", second))
    }

    @Test func buyersOfTheFolderReactToo() throws {
        var crowd = try crowd(seed: 5, inquiryEvery: .zero) {
            $0.reactionShare = 1
            $0.reminderShare = 0
            $0.bounceShare = 0
        }
        let world = try SampleData.world()
        let mail = try #require(world.mails.first { $0.name.contains("de-wo-bleibt") })
        let before = ParsedMail(parsing: mail.bytes)
        let alias = try #require(before.from.first).address
        crowd.hear(
            SunkMail(sender: "desk@desk.example", recipients: [alias.uppercased()], bytes: []),
            at: SampleData.now)
        let reaction = try #require(crowd.speak(upTo: SampleData.now + .hours(1)).first)
        let after = ParsedMail(parsing: reaction.bytes)
        #expect(after.from.first?.address == alias)
        #expect(token("?t=", after) == token("?t=", before))
        let order = try #require(before.subject.firstMatch(of: /\d{3}-\d{7}-\d{7}/)).output
        #expect(after.bestText.contains(order))
    }

    @Test func onlyTheUnansweredWriteAgain() throws {
        var crowd = try crowd(seed: 9, inquiryEvery: .minutes(15)) {
            $0.reactionShare = 0
            $0.reminderShare = 1
            $0.bounceShare = 0
        }
        let inquiries = crowd.speak(upTo: SampleData.now + .hours(3))
        #expect(inquiries.count > 5)
        for inquiry in inquiries {
            crowd.hear(try reply(to: inquiry), at: SampleData.now + .hours(3))
        }
        let next = crowd.speak(upTo: SampleData.now + .hours(30))
        let answered = Set(inquiries.compactMap { ParsedMail(parsing: $0.bytes).from.first })
        let reminders = next.filter { $0.kind == .reminder }
        #expect(!reminders.isEmpty)
        for reminder in reminders {
            let from = try #require(ParsedMail(parsing: reminder.bytes).from.first)
            #expect(!answered.contains(from))
        }
    }

    @Test func someRepliesBounce() throws {
        var crowd = try crowd(seed: 2) { $0.bounceShare = 1 }
        let inquiry = try #require(crowd.speak(upTo: SampleData.now + .hours(2)).first)
        let sent = try reply(to: inquiry, id: "<out.42@desk.example>")
        crowd.hear(sent, at: SampleData.now + .hours(2))
        let later = crowd.speak(upTo: SampleData.now + .hours(2) + .minutes(3))
        let bounce = try #require(later.first { $0.kind == .bounce })
        let report = try #require(ParsedMail(parsing: bounce.bytes).report)
        #expect(report.isPermanentFailure)
        #expect(report.originalMessageID == "out.42@desk.example")
        #expect(report.recipients.first?.finalRecipient.lowercased() == sent.recipients.first)
    }

    @Test func confirmationsHoldTheAnswer() throws {
        var crowd = try crowd(seed: 2) {
            $0.bounceShare = 0
            $0.confirmationShare = 1
        }
        let inquiry = try #require(crowd.speak(upTo: SampleData.now + .hours(2)).first)
        crowd.hear(try reply(to: inquiry), at: SampleData.now + .hours(2))
        let later = crowd.speak(upTo: SampleData.now + .hours(2) + .minutes(2))
        let copy = try #require(later.first { $0.kind == .confirmation })
        let parsed = ParsedMail(parsing: copy.bytes)
        #expect(
            parsed.headers["X-Space-Notification-Type"] == "BBC_MESSAGE_CONFIRMATION_TO_MERCHANT")
        #expect(parsed.html.flatMap(HTMLText.preBlock)?.contains("Hello") == true)
    }

    private func token(_ mark: String, _ mail: ParsedMail) -> String? {
        mail.bestText.firstRange(of: mark).map {
            String(mail.bestText[$0.upperBound...].prefix(21))
        }
    }
}

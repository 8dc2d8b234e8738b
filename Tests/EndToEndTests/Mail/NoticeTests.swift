import CoreClient
import HelpDesk
import MailHost
import Testing
import Wire

extension MailScenarios {
    /// What Amazon tells besides buyers' messages, from a real mailbox to the people's calls.
    @Suite struct NoticeTests {
        private static func notice(_ type: String, order: String, _ text: String) -> [UInt8] {
            var letter = BuyerLetter()
            letter.order = order
            let body = letter.mail(type: "text/plain; charset=utf-8", body: Array(text.utf8))
            // The same head as a buyer's letter, but from Amazon itself and of its own type.
            let head = String(decoding: body, as: UTF8.self)
                .replacing("\"Kai Lenz\" <\(letter.address)>", with: "Amazon <no-reply@amazon.de>")
                .replacing("BBC_MESSAGE_SENT_TO_MERCHANT", with: type)
                .replacing(letter.messageID, with: "\(type)@eu-west-1.amazonses.com")
            // What ends a case's clock must be vouched for by the mailbox's own server.
            let word =
                "Authentication-Results: mx.desk.example; spf=pass; dkim=pass; dmarc=pass "
                + "header.from=amazon.de\r\n"
            return Array((word + head).utf8)
        }

        @Test func aClaimIsHandledAndClosed() async throws {
            let host = try await MailHost.start()
            defer { host.stop() }
            let desk = try TestDesk(.on(host))
            try await desk.start()
            let letter = BuyerLetter()
            try host.deliver(
                Self.notice(
                    "A_Z_CLAIM_RESPONDENT_NOTIFY", order: letter.order,
                    "Please respond within 3 calendar days."), to: "desk")
            try await desk.waitForTickets(1)
            let session = try desk.session()
            let list = try session.call(ListTickets(queue: .cases))
            let item = try #require(list.rows.first?.nextCase)
            #expect(item.kind == "a-to-z-claim")
            #expect(item.isDeadlineNamed)
            #expect(list.counts.cases == 1)
            let shown = try await desk.client(
                "ticket", "case", "\(item.id.rawValue)", "--reason", "answered the claim")
            #expect(shown.code == 0)
            #expect(try session.call(ListTickets(queue: .cases)).total == 0)
            try host.deliver(
                Self.notice("A_Z_CLAIM_RESPONDENT_CLOSE", order: letter.order, "It is closed."),
                to: "desk")
            let ticket = try #require(list.rows.first?.id)
            try await eventually("the claim is closed") {
                let detail = try session.call(ShowTicket(ticket: ticket, refreshOrder: false))
                return detail.cases.first?.state == .closed
            }
            #expect(try await desk.isRecordEqual())
        }

        @Test func aHeldMailIsReleasedAndThenExcused() async throws {
            let host = try await MailHost.start()
            defer { host.stop() }
            let desk = try TestDesk(.on(host))
            try await desk.start()
            let letter = BuyerLetter()
            try host.deliver(
                letter.mail(
                    type: "text/plain; charset=utf-8",
                    extra: ["Authentication-Results: mx.desk.example; spf=fail; dkim=none"],
                    body: Array(letter.plain.utf8)), to: "desk")
            let session = try desk.session()
            try await eventually("the mail is held") {
                try session.call(ListQuarantine()).total == 1
            }
            #expect(try desk.ticketCount() == 0)
            let mail = try #require(try session.call(ListQuarantine()).mails.first)
            #expect(mail.reasons == ["spf-failed"])
            let released = try session.call(
                ReleaseQuarantine(mail: mail.id, reason: "our forwarder breaks SPF"))
            let ticket = try #require(released.ticket)
            let detail = try session.call(ShowTicket(ticket: ticket, refreshOrder: false))
            let message = try #require(detail.messages.first)
            let debt = try #require(message.debt)
            #expect(debt.start == message.message.platformTime)
            #expect(debt.state == .owed)
            let link = try #require(message.noResponseURL)
            #expect(link.contains("&m=\(letter.token)&"))
            _ = try session.call(
                ExcuseTicket(ticket: ticket, isConfirmed: false, reason: "only thanks"))
            #expect(try session.call(ListTickets(queue: .ticks)).rows.map(\.id) == [ticket])
            let row = try session.call(
                ExcuseTicket(ticket: ticket, isConfirmed: true, reason: "ticked"))
            #expect(row.ticket.clockDue == nil)
            #expect(try await desk.isRecordEqual())
        }
    }
}

import MailHost
import MailKit
import Testing

extension MailScenarios {
    /// From a buyer's relay mail to the delivered answer, over IMAP, SP-API and SMTP.
    @Suite struct WholeLineTests {
        @Test func aBuyersMailBecomesADeliveredAnswer() async throws {
            let host = try await MailHost.start()
            defer { host.stop() }
            let shop = try await PretendShop.open()
            var plan = DeskPlan.on(host)
            plan.amazonPort = shop.port
            let desk = try TestDesk(plan)
            let first = BuyerLetter.series(1)
            let letter = BuyerLetter()
            shop.place(letter.order)
            try await desk.start()
            // The second mail comes when the first is in: only IDLE can bring it before an hour.
            try await send(first, host)
            try await desk.waitForTickets(1)
            try await send(letter, host)
            let numbers = try await desk.waitForTickets(2)
            let number = try #require(numbers[letter.order])
            try await checkTicket(number, letter, desk)
            try await checkOrder(letter, desk)
            try await checkReply(number, letter, desk, host)
            checkUntouched(host)
            #expect(try await desk.isRecordEqual())
            await shop.close()
        }

        /// As Amazon would: by SMTP, to the store's address.
        private func send(_ letter: BuyerLetter, _ host: MailHost) async throws {
            let envelope = MailEnvelope(from: letter.address, recipients: [letter.to])
            let result = await SmtpSender(server: host.smtp, credentials: nil)
                .send(letter.bytes, envelope: envelope)
            guard case .accepted = result else {
                Issue.record("\(result)\n\(host.logs)")
                return
            }
        }

        private func checkTicket(_ number: Int, _ letter: BuyerLetter, _ desk: TestDesk)
            async throws
        {
            let ticket = try await desk.ticket(number)
            #expect(ticket["store"].text == "nova-eu")
            #expect(ticket["marketplace"].text == "DE")
            #expect(ticket["order_id"].text == letter.order)
            #expect(ticket["buyer"].text == letter.name)
            #expect(ticket["lang"].text == "de")
            #expect(ticket["owed"].number == 1)
            #expect(!ticket["platform_due"].isNull)
            let messages = ticket["messages"].list
            #expect(messages.map { $0["state"].text } == ["owed"])
            #expect(messages.map { $0["body"].text } == [letter.text])
        }

        private func checkOrder(_ letter: BuyerLetter, _ desk: TestDesk) async throws {
            let id = letter.order
            try await eventually("the order was pulled") {
                try await desk.client("order", "show", id, "--json").code == 0
            }
            let order = try await desk.client("order", "show", id, "--json").json()
            #expect(order["store"].text == "nova-eu")
            #expect(order["platform_status"].text == "SHIPPED")
            #expect(order["total"].text == "19.90")
            #expect(order["items"].list.map { $0["title"].text } == ["Leselampe „Nova“"])
        }

        private func checkReply(
            _ number: Int, _ letter: BuyerLetter, _ desk: TestDesk, _ host: MailHost
        ) async throws {
            let claimed = try await desk.client("ticket", "claim", "\(number)", "--json").json()
            #expect(claimed["owner"].text == "boss")
            try await checkBlocked(number, desk)
            let text = "Guten Tag, Ihr Paket ist unterwegs und kommt morgen an.\n\nNova Home"
            let item = try await desk.reply(to: number, text)
            try await desk.waitForOutbox(item, "accepted")
            try await eventually("Exim delivers to the buyer") { try !host.sink.scan().isEmpty }
            let mails = try host.sink.scan().map { ParsedMail(parsing: try host.sink.read($0)) }
            #expect(mails.count == 1)
            let mail = try #require(mails.first)
            #expect(mail.from.map(\.address) == ["desk@desk.example"])
            #expect(mail.to.map(\.address) == [letter.address])
            #expect(mail.headers["Envelope-To"] == letter.address)
            #expect(mail.headers["Return-Path"] == "<desk@desk.example>")
            #expect(mail.subject == "Re: \(letter.subject)")
            #expect(mail.inReplyTo == [letter.messageID])
            #expect(mail.references == [letter.messageID])
            #expect(mail.bestText.contains("Ihr Paket ist unterwegs"))
            let ticket = try await desk.ticket(number)
            #expect(ticket["owed"].number == 0)
            #expect(ticket["state"].text == "pending")
            let states = ticket["messages"].list.map { $0["state"].text }
            #expect(states == ["answer-pending", "accepted"])
        }

        private func checkBlocked(_ number: Int, _ desk: TestDesk) async throws {
            let file = try desk.folder.write(
                "Guten Tag, schreiben Sie bitte an hilfe@nova-shop.example, danke.",
                to: "blocked.txt")
            let result = try await desk.client(
                "ticket", "reply", "\(number)", "--file", file, "--json")
            #expect(result.code == 4)
            let report = try result.json()
            #expect(report["outcome"].text == "blocked")
            let findings = report["findings"].list
            #expect(findings.map { $0["category"].text } == ["contact-email"])
            #expect(findings.map { $0["severity"].text } == ["block"])
            #expect(findings.map { $0["text"].text } == ["hilfe@nova-shop.example"])
            #expect(findings.map { $0["start"].number } == [34])
            #expect(try await desk.ticket(number)["messages"].list.count == 1)
        }

        /// Read-only: no mail was marked as seen, and none is gone.
        private func checkUntouched(_ host: MailHost) {
            let entries = (try? host.maildir(of: "desk").scan()) ?? []
            #expect(entries.count == 2)
            for entry in entries {
                let flags = entry.path.split(separator: ":2,", maxSplits: 1).dropFirst().first ?? ""
                #expect(!flags.contains("S"), "\(entry.path)")
            }
        }
    }
}

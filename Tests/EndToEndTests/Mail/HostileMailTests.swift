import MailHost
import MailKit
import Testing

extension MailScenarios {
    /// Mail that tries to harm: kept, shown, harmless, and no obstacle for the mail behind it.
    @Suite struct HostileMailTests {
        @Test func everyHostileMailIsKeptAndShownHarmless() async throws {
            let host = try await MailHost.start()
            defer { host.stop() }
            let desk = try TestDesk(.on(host))
            for (index, mail) in HostileMails.all.enumerated() {
                try host.deliver(mail.bytes, to: "desk", name: "hostile\(100 + index)")
            }
            try host.deliver(BuyerLetter.series(1).bytes, to: "desk", name: "hostile999")
            try await desk.start()
            let count = HostileMails.all.count + 1
            try await desk.waitForTickets(count, within: .seconds(120))
            try await checkShown(desk)
            try await checkInjection(desk, host)
            #expect(desk.isUp)
            #expect(try await desk.isRecordEqual())
            #expect(try await desk.stop() == 0)
            #expect(desk.core == nil)
        }

        private func checkShown(_ desk: TestDesk) async throws {
            let list = try await desk.client("ticket", "list", "--limit", "500")
            #expect(list.output.dangers.isEmpty)
            var bodies = 0
            for row in try await desk.tickets() {
                let number = try #require(row["ticket"].number)
                let shown = try await desk.client("ticket", "show", "\(number)")
                #expect(shown.code == 0, "#\(number): \(shown.errors)")
                #expect(String(validating: shown.output, as: UTF8.self) != nil)
                #expect(shown.output.dangers.isEmpty, "#\(number): \(row["order_id"])")
                #expect(shown.errors.isEmpty)
                let ticket = try await desk.ticket(number)
                #expect(ticket["messages"].list.count == 1)
                #expect(ticket["messages"].list.first?["state"].text == "owed")
                bodies += ticket["messages"].list.first?["body"].text?.isEmpty == false ? 1 : 0
            }
            // All but the endless boxes hold words.
            #expect(bodies >= HostileMails.all.count)
        }

        /// The answer to a mail with line breaks in its subject has no header that we did not write.
        private func checkInjection(_ desk: TestDesk, _ host: MailHost) async throws {
            let hostile = try #require(HostileMails.all.first { $0.what == "header injection" })
            let row = try #require(
                try await desk.tickets().first { $0["order_id"].text == hostile.order })
            let number = try #require(row["ticket"].number)
            let item = try await desk.reply(
                to: number, "Guten Tag, Ihr Paket kommt morgen an.")
            try await desk.waitForOutbox(item, "accepted")
            try await eventually("Exim delivers") { try !host.sink.scan().isEmpty }
            #expect(try host.sink.scan().count == 1)
            let entry = try #require(try host.sink.scan().first)
            let mail = ParsedMail(parsing: try host.sink.read(entry))
            #expect(mail.headers["Bcc"] == nil)
            #expect(mail.headers["Envelope-To"]?.contains("evil") == false)
            #expect(mail.to.count == 1)
            #expect(mail.bestText.contains("Ihr Paket kommt morgen"))
            #expect(mail.text?.contains("Body") == false)
        }
    }
}

import MailHost
import MailKit
import Testing

extension MailScenarios {
    /// What becomes of a reply when the mail system refuses it, loses it or sends it back.
    @Suite struct DeliveryTests {
        @Test func aBounceMakesTheAnswerOwedAgain() async throws {
            let host = try await MailHost.start()
            defer { host.stop() }
            let letter = BuyerLetter.series(1)
            try host.treat([letter.alias: .bounce])
            let (desk, ticket) = try await desk(.on(host), letter, host)
            let item = try await desk.reply(to: ticket, answer(1))
            // Exim takes the mail first, finds no mailbox, and writes a report of its own.
            try await desk.waitForOutbox(item, "bounced")
            #expect(try host.sink.scan().isEmpty)
            let after = try await desk.ticket(ticket)
            #expect(after["owed"].number == 1)
            #expect(after["state"].text == "open")
            let messages = after["messages"].list
            #expect(messages.map { $0["kind"].text } == ["buyer", "agent-reply", "bounce"])
            #expect(messages.first?["state"].text == "owed")
            #expect(try await desk.isRecordEqual())
        }

        @Test func aRefusalForNowIsTriedAgain() async throws {
            let host = try await MailHost.start()
            defer { host.stop() }
            let letter = BuyerLetter.series(1)
            try host.treat([letter.alias: .defer])
            let (desk, ticket) = try await desk(.on(host), letter, host)
            let item = try await desk.reply(to: ticket, answer(1))
            try await eventually("a first attempt was refused") {
                let row = try await desk.outboxItem(item)
                let words = row["evidence"].text ?? ""
                return row["state"].text == "queued" && words.hasPrefix("451")
            }
            try host.treat([:])
            try await desk.waitForOutbox(item, "accepted")
            try await eventually("Exim delivers") { try host.sink.scan().count == 1 }
            #expect(try await desk.outboxItem(item)["attempts"].number == 2)
            #expect(try await desk.ticket(ticket)["owed"].number == 0)
        }

        @Test func aRefusalForGoodIsAFailureThatPeopleSee() async throws {
            let host = try await MailHost.start()
            defer { host.stop() }
            let letter = BuyerLetter.series(1)
            try host.treat([letter.alias: .refuse])
            let (desk, ticket) = try await desk(.on(host), letter, host)
            let item = try await desk.reply(to: ticket, answer(1))
            try await desk.waitForOutbox(item, "failed")
            let row = try await desk.outboxItem(item)
            #expect(row["evidence"].text?.hasPrefix("550") == true)
            #expect(row["evidence"].text?.contains(letter.alias) == false, "no address is logged")
            #expect(try await desk.ticket(ticket)["owed"].number == 1)
            let problems = try await desk.client(
                "ticket", "list", "--queue", "problems", "--json"
            ).jsonLines()
            #expect(problems.map { $0["ticket"].number } == [ticket])
        }

        @Test func aLostAnswerIsUnknownAndNeverRepeated() async throws {
            let host = try await MailHost.start()
            defer { host.stop() }
            let tap = try WireTap(to: host.smtp.port)
            defer { tap.close() }
            tap.become(.dropAnswer)
            let letter = BuyerLetter.series(1)
            let (desk, ticket) = try await desk(.on(host, smtpPort: tap.port), letter, host)
            let item = try await desk.reply(to: ticket, answer(1))
            try await desk.waitForOutbox(item, "unknown")
            #expect(tap.counts.lostAnswers == 1)
            #expect(try await desk.ticket(ticket)["owed"].number == 1, "nobody knows; still owed")
            tap.become(.pass)
            // Another reply that arrives shows that the outbox works again, before a restart and
            // after it.
            try await answerAnother(2, desk, host)
            #expect(try await desk.stop() == 0)
            try await desk.start()
            try await answerAnother(3, desk, host)
            #expect(try await desk.outboxItem(item)["state"].text == "unknown")
            #expect(try copies(of: 1, host) == 1)
            #expect(try await desk.isRecordEqual())
        }

        /// A desk whose one ticket is the letter's.
        private func desk(_ plan: DeskPlan, _ letter: BuyerLetter, _ host: MailHost) async throws
            -> (TestDesk, Int)
        {
            let desk = try TestDesk(plan)
            try host.deliver(letter.bytes, to: "desk")
            try await desk.start()
            return (desk, try #require(try await desk.waitForTickets(1).values.first))
        }

        private func answerAnother(_ number: Int, _ desk: TestDesk, _ host: MailHost) async throws {
            let letter = BuyerLetter.series(number)
            try host.deliver(letter.bytes, to: "desk")
            let numbers = try await desk.waitForTickets(number)
            let ticket = try #require(numbers[letter.order])
            let item = try await desk.reply(to: ticket, answer(number))
            try await desk.waitForOutbox(item, "accepted")
            try await eventually("Exim delivers") { try copies(of: number, host) == 1 }
        }

        private func answer(_ number: Int) -> String {
            "Guten Tag, Ihr Paket Nummer \(number) ist unterwegs und kommt morgen an."
        }

        private func copies(of number: Int, _ host: MailHost) throws -> Int {
            try host.sink.scan().count { entry in
                let mail = ParsedMail(parsing: try host.sink.read(entry))
                return mail.bestText.contains("Paket Nummer \(number) ist")
            }
        }
    }
}

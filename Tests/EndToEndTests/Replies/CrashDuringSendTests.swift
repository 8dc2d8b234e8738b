import MailHost
import MailKit
import Testing

extension MailScenarios {
    /// A core that dies while a reply is on its way: never two copies, and doubt is called doubt.
    @Suite struct CrashDuringSendTests {
        /// Where the reply was when the power went.
        enum Moment: String, CaseIterable, CustomTestStringConvertible {
            case queued, greeting, answer

            var testDescription: String { rawValue }
        }

        @Test(arguments: Moment.allCases)
        func noReplyArrivesTwice(moment: Moment) async throws {
            let host = try await MailHost.start()
            defer { host.stop() }
            let tap = try WireTap(to: host.smtp.port)
            defer { tap.close() }
            var plan = DeskPlan.on(host, smtpPort: tap.port)
            // Long enough to be killed within; short enough to wait for.
            plan.undoSeconds = moment == .queued ? 5 : 0
            let desk = try TestDesk(plan)
            try host.deliver(BuyerLetter.series(1).bytes, to: "desk")
            try await desk.start()
            let ticket = try #require(try await desk.waitForTickets(1).values.first)
            tap.become(mode(moment))
            let item = try await desk.reply(to: ticket, "Guten Tag, Ihr Paket kommt morgen an.")
            try await reach(moment, item, desk, tap)
            try await desk.killCore()
            tap.become(.pass)
            try await desk.start()
            try await check(moment, item, desk, host)
            #expect(try await desk.isRecordEqual())
        }

        private func mode(_ moment: Moment) -> WireTap.Mode {
            switch moment {
            case .queued: .pass
            case .greeting: .silent
            case .answer: .holdAnswer
            }
        }

        private func reach(_ moment: Moment, _ item: Int, _ desk: TestDesk, _ tap: WireTap)
            async throws
        {
            switch moment {
            case .queued:
                #expect(try await desk.outboxItem(item)["state"].text == "queued")
            case .greeting:
                try await desk.waitForOutbox(item, "sending")
                try await eventually("the core waits for a greeting") {
                    tap.counts.connections == 1
                }
            case .answer:
                try await eventually("Exim has answered, and nobody heard it") {
                    tap.counts.lostAnswers == 1
                }
                #expect(try await desk.outboxItem(item)["state"].text == "sending")
            }
        }

        private func check(_ moment: Moment, _ item: Int, _ desk: TestDesk, _ host: MailHost)
            async throws
        {
            if moment == .queued {
                try await desk.waitForOutbox(item, "accepted")
                try await eventually("Exim delivers") { try host.sink.scan().count == 1 }
            } else {
                #expect(try await desk.outboxItem(item)["state"].text == "unknown")
            }
            // A second reply that arrives shows that the outbox has had its turn.
            let letter = BuyerLetter.series(2)
            try host.deliver(letter.bytes, to: "desk")
            let numbers = try await desk.waitForTickets(2)
            let ticket = try #require(numbers[letter.order])
            let other = try await desk.reply(to: ticket, "Guten Tag, Ihre Lampe kommt heute an.")
            try await desk.waitForOutbox(other, "accepted")
            let copies = moment == .greeting ? 0 : 1
            try await eventually("Exim delivers") { try host.sink.scan().count == copies + 1 }
            let state = try await desk.outboxItem(item)["state"].text
            #expect(state == (moment == .queued ? "accepted" : "unknown"))
            let subjects = try host.sink.scan().map {
                ParsedMail(parsing: try host.sink.read($0)).bestText
            }
            #expect(subjects.count { $0.contains("Ihr Paket kommt morgen") } == copies)
        }
    }
}

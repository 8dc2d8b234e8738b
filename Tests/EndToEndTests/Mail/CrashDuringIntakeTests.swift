import MailHost
import Testing

extension MailScenarios {
    /// A core that dies again and again while it takes mail in: nothing lost, nothing twice.
    @Suite struct CrashDuringIntakeTests {
        private static let letters = 400
        /// Tickets at which the power goes.
        private static let killPoints = [1, 120, 260]

        @Test func everyMailIsTakenInExactlyOnce() async throws {
            let host = try await MailHost.start()
            defer { host.stop() }
            let desk = try TestDesk(.on(host))
            for number in 1...Self.letters {
                try host.deliver(
                    BuyerLetter.series(number).bytes, to: "desk", name: "mail\(1000 + number)")
            }
            var interrupted = 0
            for point in Self.killPoints {
                try await desk.start()
                try await eventually("\(point) tickets", within: .seconds(120)) {
                    try desk.ticketCount() >= point
                }
                try await desk.killCore()
                let kept = try await desk.exportedTickets().count
                #expect(kept >= point, "what was there before the crash is there after it")
                interrupted += kept < Self.letters ? 1 : 0
            }
            #expect(interrupted == Self.killPoints.count, "each crash came in mid-intake")
            try await desk.start()
            try await desk.waitForTickets(Self.letters, within: .seconds(120))
            #expect(try await desk.isRecordEqual())
            #expect(try await desk.stop() == 0)
            let orders = try await desk.exportedTickets().map { ticket in
                #expect(ticket["messages"].list.count == 1, "\(ticket["order_id"])")
                return ticket["order_id"].text ?? ""
            }
            let expected = (1...Self.letters).map { BuyerLetter.series($0).order }
            #expect(orders.sorted() == expected.sorted())
        }
    }
}

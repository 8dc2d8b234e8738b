import CoreClient
import Foundation
import HelpDesk
import MailHost
import MailKit
import Testing
import Wire

extension MailScenarios {
    /// How long a mail takes from its delivery to a client that listens. Measures only when asked
    /// (DESKHAND_MEASURE=1, see docs/performance.md); as a test it asserts that each one arrives.
    @Suite struct ArrivalTimeTests {
        private static let count =
            ProcessInfo.processInfo.environment["DESKHAND_MEASURE"] == nil ? 3 : 100

        @Test func throughAMaildir() async throws {
            let desk = try TestDesk(.onMaildir)
            try await measure("maildir", desk) { letter in
                _ = try desk.maildir.deliver(letter.bytes)
            }
        }

        @Test func throughIdle() async throws {
            let host = try await MailHost.start()
            defer { host.stop() }
            let desk = try TestDesk(.on(host))
            try await measure("idle", desk) { letter in
                _ = try host.deliver(letter.bytes, to: "desk")
            }
        }

        private func measure(
            _ name: String, _ desk: TestDesk, deliver: (BuyerLetter) throws -> Void
        ) async throws {
            try await desk.start()
            // The first mail shows that the feed is listening.
            try deliver(.series(0))
            try await desk.waitForTickets(1)
            let session = try desk.session(wantsEvents: true)
            var times: [Double] = []
            for number in 1...Self.count {
                let letter = BuyerLetter.series(number)
                let clock = ContinuousClock()
                let start = clock.now
                try deliver(letter)
                try await eventually("letter \(number) reaches the client") {
                    try session.takeEvents(waitingMilliseconds: 50).contains { event in
                        guard case .ticketChanged(let row) = event else { return false }
                        return row.ticket.order?.rawValue == letter.order
                    }
                }
                times.append((clock.now - start) / .milliseconds(1))
            }
            #expect(times.count == Self.count)
            times.sort()
            let at = { (share: Double) in times[Int(Double(times.count - 1) * share)].rounded() }
            print("arrival\t\(name)\tp50 \(at(0.5)) ms\tp99 \(at(0.99)) ms\tmax \(at(1)) ms")
            #expect(try await desk.stop() == 0)
        }
    }
}

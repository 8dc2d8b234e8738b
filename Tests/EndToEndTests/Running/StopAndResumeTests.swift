import Foundation
import CoreClient
import HelpDesk
import MailHost
import MailKit
import Testing
import Wire

extension MailScenarios {
    /// The core as a service: it stops in good order, alone in its folder, and goes on later.
    @Suite struct StopAndResumeTests {
        @Test func stopsCleanlyAndSaysGoodbye() async throws {
            let desk = try TestDesk(.onMaildir)
            try await desk.start()
            let session = try desk.session(wantsEvents: true)
            let core = try #require(desk.core)
            core.send(SIGTERM)
            var events: [PushedEvent] = []
            try await eventually("the client hears of the end") {
                do { events += try session.takeEvents(waitingMilliseconds: 100) } catch {
                    // What came together with the connection's end is still to be had.
                    events += (try? session.takeEvents()) ?? []
                    return true
                }
                return events.contains(.goodbye(reason: "shutdown"))
            }
            #expect(events.contains(.goodbye(reason: "shutdown")))
            #expect(try await desk.stop() == 0)
            #expect(!FileManager.default.fileExists(atPath: desk.socket))
            let list = try await desk.client("ticket", "list")
            #expect(list.code == 3)
            #expect(list.errors.contains("The core does not answer."))
        }

        @Test func aSecondCoreIsRefused() async throws {
            let desk = try TestDesk(.onMaildir)
            try await desk.start()
            let second = try await desk.deskhand("serve")
            #expect(second.code == 2)
            #expect(second.errors.contains("Another core is using the data folder."))
            // The first one is none the worse for it.
            #expect(try await desk.client("ticket", "list").code == 0)
            try await desk.stop()
        }

        @Test func aRestartFetchesOnlyWhatIsNew() async throws {
            let host = try await MailHost.start()
            defer { host.stop() }
            let tap = try WireTap(to: host.imap.port)
            defer { tap.close() }
            let desk = try TestDesk(.on(host, imapPort: tap.port))
            var bytes = 0
            for number in 1...40 {
                let letter = BuyerLetter.series(number).bytes
                bytes += letter.count
                try host.deliver(letter, to: "desk")
            }
            try await desk.start()
            try await desk.waitForTickets(40)
            let before = tap.counts.bytesToClient
            #expect(before > bytes, "all mails went through the tap")
            #expect(try await desk.stop() == 0)
            try host.deliver(BuyerLetter.series(41).bytes, to: "desk")
            try await desk.start()
            try await desk.waitForTickets(41)
            // The greeting, the log-in and one mail; not the forty again.
            #expect(tap.counts.bytesToClient - before < bytes / 4)
            try await desk.stop()
        }
    }
}

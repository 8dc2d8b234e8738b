import Foundation
import MailHost
import MailKit
import Testing

extension DeskScenarios {
    /// The record by the commands that people type, on a running core and on the file it leaves.
    @Suite struct RecordTests {
        @Test func aRecordIsSoundUntilSomebodyTouchesTheFile() async throws {
            let desk = try TestDesk(.onMaildir)
            _ = try desk.maildir.deliver(BuyerLetter().bytes)
            try await desk.start()
            try await desk.waitForTickets(1)
            let running = try await desk.client("audit", "verify", "--json")
            #expect(running.code == 0)
            #expect(try running.json()["sound"].flag == true)
            let signed = try await desk.client("audit", "checkpoint")
            let checkpoint = try signed.json()
            #expect(checkpoint["number"].number == 1)
            let rules = try await desk.client("verify", "--json")
            #expect(rules.code == 0, "\(rules.text)")
            #expect(try rules.json()["rules"].list.count == 14)
            let copies = try desk.folder.write(signed.text, to: "copies.jsonl")
            try await desk.stop()
            let file = "\(desk.folder.path)/data/desk.sqlite"
            let offline = [
                "audit", "verify", "--database", file, "--copies", copies, "--json",
            ]
            #expect(try await desk.run(offline).code == 0)
            // A byte of an entry's text, changed in the file itself.
            try Self.replace("\"ticketOpened\"", by: "\"ticketopened\"", in: file)
            let touched = try await desk.run(offline)
            #expect(touched.code == 1)
            let breaks = try touched.json()["breaks"].list.compactMap(\.text)
            #expect(breaks.contains { $0.hasPrefix("edited entry") }, "\(breaks)")
        }

        private static func replace(_ old: String, by new: String, in path: String) throws {
            var data = try #require(FileManager.default.contents(atPath: path))
            let place = try #require(data.range(of: Data(old.utf8)), "the log is in the file")
            data.replaceSubrange(place, with: Data(new.utf8))
            try data.write(to: URL(fileURLWithPath: path))
        }
    }
}

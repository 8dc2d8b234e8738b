import Foundation
import Glibc
import MailHost
import MailKit
import Testing

extension DeskScenarios {
    /// Replies with files through a local command, which gets all of them on its input.
    @Suite struct SendmailDeliveryTests {
        private static let invoice =
            Array("%PDF-1.7\n".utf8) + (0..<900_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }

        /// A command that keeps what it gets in `sent` and ends with `code`.
        private func sender(endingWith code: Int, in folder: TestFolder) throws -> String {
            let script =
                "#!/bin/sh\nprintf '%s\\n' \"$@\" > \(folder.path)/words\n"
                + "cat > \(folder.path)/sent\nexit \(code)\n"
            let path = try folder.write(script, to: "deliver")
            guard chmod(path, 0o700) == 0 else {
                throw MailHostError("\(path) cannot be made to run.")
            }
            return "sendmail = \"\(path) -i -t -f %f\""
        }

        /// Sends a reply with a file and waits for what became of it.
        private func reply(on desk: TestDesk, until state: String) async throws {
            _ = try desk.maildir.deliver(BuyerLetter.series(1).bytes)
            try await desk.start()
            let ticket = try #require(try await desk.waitForTickets(1).values.first)
            let path = "\(desk.folder.path)/Rechnung Größe.pdf"
            try Data(Self.invoice).write(to: URL(filePath: path))
            let text = try desk.folder.write("Die Rechnung liegt bei.", to: "reply.txt")
            let sent = try await desk.client(
                "ticket", "reply", "\(ticket)", "--file", text, "--attach", path, "--json")
            #expect(sent.code == 0, "\(sent.errors)")
            try await desk.waitForOutbox(try #require(try sent.json()["outbox"].number), state)
        }

        @Test func aFileLeavesWholeByACommand() async throws {
            let mailer = try TestFolder()
            var plan = DeskPlan.onMaildir
            plan.outbound = try sender(endingWith: 0, in: mailer)
            let desk = try TestDesk(plan)
            try await reply(on: desk, until: "accepted")
            let bytes = [UInt8](try Data(contentsOf: URL(filePath: "\(mailer.path)/sent")))
            let mail = ParsedMail(parsing: bytes)
            #expect(mail.attachments.map(\.name) == ["Rechnung Größe.pdf"])
            #expect(mail.attachments.map(\.mediaType) == ["application/pdf"])
            #expect(mail.attachments.first?.bytes == Self.invoice)
            #expect(mail.text?.contains("Die Rechnung liegt bei.") == true)
            #expect(!bytes.contains(0x0D), "a local command gets the system's line ends")
            // Everybody on the machine can read a command's words: no buyer stands in them.
            let words = try String(
                decoding: Data(contentsOf: URL(filePath: "\(mailer.path)/words")), as: UTF8.self)
            #expect(words == "-i\n-t\n-f\ndesk@desk.example\n")
            #expect(try await desk.isRecordEqual())
            #expect(try await desk.stop() == 0)
        }

        /// Sendmail says 75 for a mail that it has queued: it must not go out a second time.
        @Test func whatMayBeQueuedIsNotSentAgain() async throws {
            let mailer = try TestFolder()
            var plan = DeskPlan.onMaildir
            plan.outbound = try sender(endingWith: 75, in: mailer)
            let desk = try TestDesk(plan)
            try await reply(on: desk, until: "unknown")
            #expect(try await desk.isRecordEqual())
            #expect(try await desk.stop() == 0)
        }
    }
}

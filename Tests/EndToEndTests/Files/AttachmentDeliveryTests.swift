import Foundation
import MailHost
import MailKit
import Testing

extension MailScenarios {
    /// Files through real servers: from a buyer to a folder, and from a folder to the buyer.
    @Suite struct AttachmentDeliveryTests {
        private static let invoice =
            Array("%PDF-1.7\n".utf8) + (0..<900_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        private static let picture: [UInt8] =
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
            + (0..<700_000).map {
                UInt8(truncatingIfNeeded: $0 &* 13)
            }

        private func letter() -> [UInt8] {
            let letter = BuyerLetter.series(1)
            let body =
                [
                    "--bb", "Content-Type: text/plain; charset=utf-8",
                    "Content-Transfer-Encoding: 8bit", "", letter.plain, "--bb",
                    "Content-Type: image/jpeg; name=\"lampe.png\"",
                    "Content-Transfer-Encoding: base64", "",
                    Data(Self.picture).base64EncodedString(options: .lineLength76Characters),
                    "--bb--", "",
                ].joined(separator: "\r\n")
            return letter.mail(
                type: "multipart/mixed; boundary=bb", body: Array(body.utf8))
        }

        @Test func theSameBytesArriveBothWays() async throws {
            let host = try await MailHost.start()
            defer { host.stop() }
            let desk = try TestDesk(.on(host))
            try await desk.start()
            _ = try host.deliver(letter(), to: "desk")
            let ticket = try #require(try await desk.waitForTickets(1).values.first)

            // In: the list says what it is, saving never writes over a file.
            let list = try await desk.client("ticket", "attachment", "list", "\(ticket)", "--json")
            let file = try list.json()
            #expect(file["kind"].text == "png")
            #expect(file["media_type"].text == "image/jpeg")
            #expect(file["size"].number == Self.picture.count)
            let number = try #require(file["attachment"].number)
            let target = "\(desk.folder.path)/saved.png"
            let save = ["ticket", "attachment", "save", "\(ticket)", "\(number)", "--to", target]
            let who = ["--config", desk.configuration, "--as-user", "boss"]
            #expect(try await desk.run(save + who).code == 0)
            #expect(try [UInt8](Data(contentsOf: URL(filePath: target))) == Self.picture)
            let mode = try FileManager.default.attributesOfItem(atPath: target)[.posixPermissions]
            #expect(mode as? Int == 0o600)
            #expect(try await desk.run(save + who).code == 2)
            let log = try await desk.client("ticket", "log", "\(ticket)")
            #expect(log.text.contains("attachment_opened"))

            // Out: checked, queued, sent by real SMTP, and equal at the other end.
            let path = "\(desk.folder.path)/Rechnung Größe.pdf"
            try Data(Self.invoice).write(to: URL(filePath: path))
            let disguised = "\(desk.folder.path)/photo.pdf"
            try Data(Self.picture).write(to: URL(filePath: disguised))
            let text = try desk.folder.write("Die Rechnung liegt bei.", to: "reply.txt")
            let reply = ["ticket", "reply", "\(ticket)", "--file", text, "--json"]
            #expect(try await desk.run(reply + who + ["--attach", disguised]).code == 4)
            let sent = try await desk.run(reply + who + ["--attach", path])
            #expect(sent.code == 0, "\(sent.errors)")
            try await desk.waitForOutbox(try #require(try sent.json()["outbox"].number), "accepted")
            try await eventually("Exim delivers") { try host.sink.scan().count == 1 }
            let entry = try #require(try host.sink.scan().first)
            let mail = ParsedMail(parsing: try host.sink.read(entry))
            #expect(mail.attachments.map(\.name) == ["Rechnung Größe.pdf"])
            #expect(mail.attachments.map(\.mediaType) == ["application/pdf"])
            #expect(mail.attachments.first?.bytes == Self.invoice)
            #expect(mail.text?.contains("Die Rechnung liegt bei.") == true)
            #expect(try await desk.isRecordEqual())
            #expect(try await desk.stop() == 0)
        }
    }
}

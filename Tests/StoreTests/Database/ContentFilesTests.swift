import Glibc
import GRDB
import HelpDesk
import SwiftExtensions
import Testing

@testable import Store

@Suite struct ContentFilesTests {
    /// A shipped step never changes.
    @Test func theStepIsAsItWas() {
        let digest = ContentDigest.of(Migration.files.parts.joined(separator: "\n"))
        #expect(digest.prefix(16) == "aa1bd407e024273f")
        #expect(Migrations.all.contains { $0.identifier == "008-files" })
    }

    private static let bytes = Array("a picture of a broken lamp".utf8)

    private func file(_ folder: String) -> String {
        let digest = ContentDigest.of(Self.bytes)
        return "\(folder)/files/\(digest.prefix(2))/\(digest)"
    }

    private func attach(_ desk: Desk, _ id: Int64 = 1) throws {
        try desk.write { transaction in
            try transaction.record(
                .attachmentAdded(
                    Attachment(
                        id: AttachmentID(id), message: MessageID(1), mediaType: "image/png",
                        byteCount: Self.bytes.count, digest: ContentDigest.of(Self.bytes),
                        kind: .png)))
            try transaction.putAttachment(AttachmentID(id), name: "lamp.png", bytes: Self.bytes)
        }
    }

    @Test func bytesLieSealedOutsideTheDatabase() throws {
        try TemporaryFolder.with { folder in
            let desk = try Desk(try DeskDatabase(path: folder + "/desk.sqlite", key: .forTests))
            try desk.ticket()
            try desk.buyerMessage(TicketID(1), "see the picture")
            try attach(desk)
            let sealed = try FileBytes.read(file(folder))
            #expect(String(decoding: sealed, as: UTF8.self).contains("lamp") == false)
            #expect(try FileStatus(path: file(folder)).permissions == 0o600)
            #expect(
                try desk.database.readSync { try $0.attachmentBytes(AttachmentID(1)) }
                    == Self.bytes)
            #expect(try desk.database.readSync { try $0.attachment(AttachmentID(1))?.kind } == .png)
            #expect(try desk.database.rebuildSync().differences == [:])

            var damaged = sealed
            damaged[damaged.count - 1] ^= 1
            try FileBytes.replace(file(folder), with: damaged)
            #expect(try desk.database.rebuildSync().differences.keys.contains("attachment"))
            #expect(throws: DeskError.self) {
                try desk.database.readSync { try $0.attachmentBytes(AttachmentID(1)) }
            }
            unlink(file(folder))
            #expect(
                try desk.database.readSync { try $0.attachmentBytes(AttachmentID(1)) } == nil)
            try desk.database.close()
        }
    }

    @Test func filesThatNothingNamesAreSwept() async throws {
        try await TemporaryFolder.with { folder in
            let desk = try Desk(try DeskDatabase(path: folder + "/desk.sqlite", key: .forTests))
            try desk.ticket()
            try desk.buyerMessage(TicketID(1), "see the picture")
            try attach(desk)
            let stray = Array("never committed".utf8)
            #expect(throws: DeskError.self) {
                try desk.write { transaction in
                    try transaction.putFile(ContentDigest.of(stray), stray)
                    throw DeskError(.internalError)
                }
            }
            #expect(try await desk.database.sweepFiles() == 1)
            #expect(try await desk.database.sweepFiles() == 0)
            let kept = try desk.read { try $0.attachmentBytes(AttachmentID(1)) }
            #expect(kept == Self.bytes)
            try desk.database.close()
        }
    }

    @Test func bytesOfAnEarlierVersionMoveOut() throws {
        try TemporaryFolder.with { folder in
            let path = folder + "/desk.sqlite"
            let old = try Desk(try DeskDatabase(path: path, key: .forTests))
            try old.ticket()
            try old.buyerMessage(TicketID(1), "see the picture")
            try attach(old)
            unlink(file(folder))
            let sealed = try ContentKey.forTests.seal(
                Self.bytes, label: ContentLabel.attachment(AttachmentID(1)))
            try old.database.writer.write { db in
                try db.execute(
                    sql: "UPDATE attachment_content SET sealed = ?", arguments: [sealed])
            }
            try old.database.close()

            let new = try DeskDatabase(path: path, key: .forTests)
            #expect(try new.readSync { try $0.attachmentBytes(AttachmentID(1)) } == Self.bytes)
            let left = try new.writer.read { db in
                try Int.fetchOne(db, sql: "SELECT sum(length(sealed)) FROM attachment_content")
            }
            #expect(left == 0)
            #expect(try new.rebuildSync().differences == [:])
            try new.close()
        }
    }
}

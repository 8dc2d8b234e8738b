import Core
import Foundation
import HelpDesk
import MailKit
import Store
import SwiftExtensions
import Testing
import Wire

/// Files that buyers send: kept sealed, told by their bytes, opened only on purpose.
@Suite struct AttachmentTests {
    static let picture: [UInt8] =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + Array(0...255)

    /// A buyer's question with files, and the ticket that it opened.
    static func question(
        _ files: [(name: String, type: String, bytes: [UInt8])], in world: World
    ) async throws -> TicketID {
        let plain = RelayMails().buyer("Siehe Bild.", at: world.clock.now - .hours(1))
        let text = String(decoding: plain, as: UTF8.self)
        let parts = text.split(separator: "\r\n\r\n", maxSplits: 1)
        let head = parts[0].split(separator: "\r\n")
            .filter { !$0.hasPrefix("Content-") && !$0.hasPrefix("MIME-") }
        var lines =
            head.map(String.init) + [
                "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=bb", "", "--bb",
                "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit", "",
                String(parts[1]),
            ]
        for file in files {
            lines += [
                "--bb", "Content-Type: \(file.type)",
                "Content-Disposition: attachment; filename=\"\(file.name)\"",
                "Content-Transfer-Encoding: base64", "",
                Data(file.bytes).base64EncodedString(options: .lineLength76Characters),
            ]
        }
        try await world.receive(RelayMails.bytes(lines + ["--bb--", ""]))
        return try #require(try await world.tickets().first?.id)
    }

    private func files(_ ticket: TicketID, _ world: World) async throws -> [AttachmentView] {
        try await world.desk.perform(ShowTicket(ticket: ticket, refreshOrder: false), as: world.ana)
            .messages.flatMap(\.attachments)
    }

    private func read(_ grant: String, _ world: World, as caller: Principal) async throws
        -> [UInt8]
    {
        var bytes: [UInt8] = []
        while true {
            let piece = try await world.desk.perform(
                ReadAttachment(grant: grant, offset: bytes.count), as: caller
            ).bytes.bytes
            guard !piece.isEmpty else { return bytes }
            #expect(piece.count <= WireBytes.largestChunk)
            bytes += piece
        }
    }

    @Test func aFileIsToldByItsBytes() async throws {
        let world = try await World.make()
        let ticket = try await Self.question(
            [
                ("a.jpg", "image/jpeg", Self.picture),
                ("rechnung.pdf", "application/pdf", Array("MZ\u{1}\u{1}".utf8)),
            ], in: world)
        let files = try await files(ticket, world)
        #expect(files.map(\.name) == ["a.jpg", "rechnung.pdf"])
        #expect(files.map(\.kind) == [.png, .program])
        #expect(files.map(\.danger) == [.disguised, .program])
        #expect(files.map(\.attachment.mediaType) == ["image/jpeg", "application/pdf"])
        try await world.checkRecord()
    }

    @Test func openingIsRecordedAndGivesTheSameBytes() async throws {
        let world = try await World.make()
        let large = (0..<1_300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let ticket = try await Self.question(
            [("a.txt", "text/plain", Array("hi".utf8)), ("b.foo", "x/y", large)], in: world)
        let files = try await files(ticket, world)
        let opened = try await world.desk.perform(
            OpenAttachment(
                ticket: ticket, attachment: files[1].attachment.id, purpose: .save,
                acceptsDanger: true), as: world.ana)
        #expect(try await read(opened.grant, world, as: world.ana) == large)
        let openings = try await world.database.read { transaction in
            try transaction.events(of: ticket).compactMap { record -> AttachmentOpening? in
                guard case .attachmentOpened(let opening) = record.event else { return nil }
                #expect(record.actor == .person(world.ana.person))
                return opening
            }
        }
        #expect(
            openings == [
                AttachmentOpening(
                    attachment: files[1].attachment.id, purpose: .save, danger: .unknown)
            ])
        try await world.checkRecord()
    }

    @Test func aDangerousFileNeedsAWord() async throws {
        let world = try await World.make()
        let ticket = try await Self.question(
            [("a.zip", "application/zip", [0x50, 0x4B, 3, 4, 0])], in: world)
        let id = try #require(try await files(ticket, world).first).attachment.id
        for purpose in [OpeningPurpose.save, .viewer] {
            let refusal = await code {
                _ = try await world.desk.perform(
                    OpenAttachment(ticket: ticket, attachment: id, purpose: purpose),
                    as: world.ana)
            }
            #expect(refusal == .fileDangerous)
        }
        // Looking at the bytes as words harms nobody.
        _ = try await world.desk.perform(
            OpenAttachment(ticket: ticket, attachment: id, purpose: .view), as: world.ana)
    }

    @Test func aGrantIsForItsOpenerAndEnds() async throws {
        let world = try await World.make()
        let ticket = try await Self.question(
            [("a.png", "image/png", Self.picture)], in: world)
        let id = try #require(try await files(ticket, world).first).attachment.id
        let opened = try await world.desk.perform(
            OpenAttachment(ticket: ticket, attachment: id, purpose: .save), as: world.ana)
        let call = ReadAttachment(grant: opened.grant, offset: 0)
        #expect(
            await code { _ = try await world.desk.perform(call, as: world.ben) } == .fileGrantOver)
        _ = try await world.desk.perform(call, as: world.ana)
        world.clock.advance(by: .seconds(600))
        #expect(
            await code { _ = try await world.desk.perform(call, as: world.ana) } == .fileGrantOver)
    }

    @Test func nobodyReachesAFileThroughAnotherTicket() async throws {
        let world = try await World.make()
        let ticket = try await Self.question(
            [("a.png", "image/png", Self.picture)], in: world)
        let id = try #require(try await files(ticket, world).first).attachment.id
        let other = try await world.question(
            from: RelayMails(alias: "otherbuyer12345", order: "305-1111111-2222222"))
        let call = OpenAttachment(ticket: other, attachment: id, purpose: .save)
        #expect(
            await code { _ = try await world.desk.perform(call, as: world.ana) } == .fileNotFound)
        let own = OpenAttachment(ticket: ticket, attachment: id, purpose: .save)
        #expect(
            await code { _ = try await world.desk.perform(own, as: world.mia) } == .ticketNotFound)
    }
}

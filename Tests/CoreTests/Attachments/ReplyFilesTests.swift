import Core
import Foundation
import HelpDesk
import MailKit
import Store
import SwiftExtensions
import Testing
import Wire

/// Files that go out with a reply: checked, carried by the draft, sent, and brought back by undo.
@Suite struct ReplyFilesTests {
    private let invoice = Array("%PDF-1.4 invoice".utf8)

    private func attach(
        _ name: String, _ bytes: [UInt8], to ticket: TicketID, _ world: World,
        as caller: Principal? = nil, piece: Int = WireBytes.largestChunk
    ) async throws -> AttachFile.Reply {
        var upload: String?
        var sent = 0
        while true {
            let end = min(bytes.count, sent + piece)
            let reply = try await world.desk.perform(
                AttachFile(
                    ticket: ticket, upload: upload, name: name, byteCount: bytes.count,
                    bytes: WireBytes(Array(bytes[sent..<end]))), as: caller ?? world.ana)
            if reply.file != nil { return reply }
            (upload, sent) = (reply.upload, end)
        }
    }

    private func draft(_ ticket: TicketID, _ world: World) async throws -> DraftView? {
        try await world.desk.perform(ShowTicket(ticket: ticket, refreshOrder: false), as: world.ana)
            .draft
    }

    private func send(
        _ ticket: TicketID, _ files: [NamedFile], _ world: World, text: String = "Siehe Anhang."
    ) async throws -> SendReply.Reply {
        try await world.desk.perform(
            SendReply(
                ticket: ticket, basis: try await world.ticket(ticket).lastItem, text: text,
                files: files.map(\.file.digest)), as: world.ana)
    }

    @Test func theBuyerGetsTheSameBytes() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let large = Array("%PDF-1.7\n".utf8) + (0..<1_200_000).map { UInt8(truncatingIfNeeded: $0) }
        let one = try await attach("Rechnung Größe.pdf", invoice, to: ticket, world)
        let two = try await attach("../b.pdf", large, to: ticket, world, piece: 300_000)
        #expect(two.files.map(\.name) == ["Rechnung Größe.pdf", "b.pdf"])
        #expect(try await draft(ticket, world)?.files == two.files)
        let item = try #require(try await send(ticket, two.files, world).item)
        #expect(try await draft(ticket, world) == nil)
        world.clock.advance(by: .seconds(15))
        _ = try await world.desk.runDue()
        #expect(try await world.outboxItem(item.id).state == .accepted)
        let mail = ParsedMail(parsing: Array(try #require(world.sender.sent.first).text.utf8))
        #expect(mail.text?.contains("Siehe Anhang.") == true)
        #expect(mail.attachments.map(\.name) == ["Rechnung Größe.pdf", "b.pdf"])
        #expect(mail.attachments.map(\.bytes) == [invoice, large])
        #expect(mail.attachments.map(\.mediaType) == ["application/pdf", "application/pdf"])
        #expect(one.file?.file.kind == .pdf)
        let shown = try await world.desk.perform(
            ShowTicket(ticket: ticket, refreshOrder: false), as: world.ana)
        #expect(shown.messages.last?.attachments.map(\.name) == ["Rechnung Größe.pdf", "b.pdf"])
        try await world.checkRecord()
    }

    @Test func undoBringsTheFilesBack() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let files = try await attach("a.pdf", invoice, to: ticket, world).files
        let item = try #require(try await send(ticket, files, world).item)
        let back = try await world.desk.perform(UndoReply(item: item.id), as: world.ana)
        #expect(back.files == files)
        #expect(back.text == "Siehe Anhang.")
        // The text emptied, the files stay until somebody takes them out.
        _ = try await world.desk.perform(
            SaveDraft(ticket: ticket, basis: .zero, text: ""), as: world.ana)
        #expect(try await draft(ticket, world)?.files == files)
        let left = try await world.desk.perform(
            DetachFile(ticket: ticket, digest: files[0].file.digest), as: world.ana)
        #expect(left.files == [])
        #expect(try await draft(ticket, world) == nil)
        try await world.checkRecord()
    }

    @Test func aReviewKeepsTheFiles() async throws {
        let world = try await World.make()
        world.rules.add("Geheim", .block)
        let ticket = try await world.question()
        let files = try await attach("a.pdf", invoice, to: ticket, world).files
        let reply = try await world.desk.perform(
            SendReply(
                ticket: ticket, basis: try await world.ticket(ticket).lastItem, text: "Geheim.",
                reviewReason: "Needed.", files: files.map(\.file.digest)), as: world.ana)
        let held = try #require(reply.item)
        let list = try await world.desk.perform(ListOutbox(), as: world.sue).items
        #expect(list.first?.files == files)
        _ = try await world.desk.perform(
            ReviewReply(item: held.id, isApproved: false, reason: "No."), as: world.sue)
        #expect(try await draft(ticket, world)?.files == files)
        try await world.checkRecord()
    }

    @Test func theSameRequestTwiceIsOneReply() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let files = try await attach("a.pdf", invoice, to: ticket, world).files
        let first = try #require(try await send(ticket, files, world).item)
        let again = try #require(try await send(ticket, files, world).item)
        #expect(first.id == again.id)
        // Without the file it is another reply, and the first one is in its way.
        guard case .stale = try await send(ticket, [], world) else {
            Issue.record("a second reply was queued")
            return
        }
    }

    @Test(
        arguments: [
            ("a.pdf", Array("MZ\u{1}\u{2}".utf8), DeskError.Code.fileKindRefused),
            ("a.png", Array("%PDF-1.4".utf8), .fileNameMismatch),
            ("a.html", Array("<html>".utf8), .fileKindRefused),
            ("a.zip", [0x50, 0x4B, 3, 4], .fileKindRefused),
            ("///", Array("%PDF-1.4".utf8), .badRequest),
        ] as [(String, [UInt8], DeskError.Code)])
    func whatDoesNotPassIsRefused(_ name: String, _ bytes: [UInt8], _ refusal: DeskError.Code)
        async throws
    {
        let world = try await World.make()
        let ticket = try await world.question()
        #expect(await code { _ = try await attach(name, bytes, to: ticket, world) } == refusal)
        #expect(try await draft(ticket, world) == nil)
    }

    @Test func sizesAreCountedTogetherInTheCore() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let head = Array("%PDF-1.4".utf8)
        let big = head + [UInt8](repeating: 7, count: 6_000_000)
        let other = head + [UInt8](repeating: 8, count: 5_000_000)
        _ = try await attach("a.pdf", big, to: ticket, world)
        let refusal = await code { _ = try await attach("b.pdf", other, to: ticket, world) }
        #expect(refusal == .filesTooLarge)
        let announced = await code {
            _ = try await world.desk.perform(
                AttachFile(
                    ticket: ticket, upload: nil, name: "c.pdf", byteCount: 11_000_000,
                    bytes: WireBytes(head)), as: world.ana)
        }
        #expect(announced == .filesTooLarge)
    }

    @Test func anUploadBelongsToItsBeginner() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let begun = try await world.desk.perform(
            AttachFile(
                ticket: ticket, upload: nil, name: "a.pdf", byteCount: 20,
                bytes: WireBytes(Array("%PDF-1.4".utf8))), as: world.ana)
        #expect(begun.file == nil)
        let rest = AttachFile(
            ticket: ticket, upload: begun.upload, name: "a.pdf", byteCount: 20,
            bytes: WireBytes(Array(repeating: 1, count: 12)))
        #expect(
            await code { _ = try await world.desk.perform(rest, as: world.ben) }
                == .fileUploadBroken)
        // Ben's try has broken it; nothing half is ever kept.
        #expect(
            await code { _ = try await world.desk.perform(rest, as: world.ana) }
                == .fileUploadBroken)
        #expect(try await draft(ticket, world) == nil)
    }

    @Test func anotherPersonsFilesCannotBeSent() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let files = try await attach("a.pdf", invoice, to: ticket, world, as: world.ben).files
        #expect(await code { _ = try await send(ticket, files, world) } == .fileNotFound)
    }

    @Test func anUnarrivedReplyGoesAgainWithItsFiles() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let files = try await attach("a.pdf", invoice, to: ticket, world).files
        world.sender.script(.rejectedPermanent(ServerReply(code: 550, text: "no")))
        let item = try #require(try await send(ticket, files, world).item)
        world.clock.advance(by: .seconds(15))
        _ = try await world.desk.runDue()
        #expect(try await world.outboxItem(item.id).state == .failed)
        _ = try await world.desk.perform(
            SettleReply(item: item.id, hasArrived: false, reason: "Bounced at once."),
            as: world.ana)
        world.clock.advance(by: .seconds(15))
        _ = try await world.desk.runDue()
        let mail = ParsedMail(parsing: Array(try #require(world.sender.sent.last).text.utf8))
        #expect(mail.attachments.map(\.bytes) == [invoice])
        try await world.checkRecord()
    }
}

import ArgumentParser
import CoreClient
import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import Wire

struct TicketAttachment: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attachment", abstract: "List and save the files of a ticket.",
        subcommands: [AttachmentList.self, AttachmentSave.self])
}

/// What `ticket attachment list --json` prints, one line a file.
private struct AttachmentDocument: Encodable {
    var attachment: Int64
    var message: Int64
    var name: String
    /// By its bytes.
    var kind: String
    /// As the sender claims.
    var mediaType: String
    var size: Int
    var digest: String
    var danger: String?

    enum CodingKeys: String, CodingKey {
        case attachment, message, name, kind, size, digest, danger
        case mediaType = "media_type"
    }

    init(_ view: AttachmentView) {
        attachment = view.attachment.id.rawValue
        message = view.attachment.message.rawValue
        name = view.name
        kind = view.kind.rawValue
        mediaType = view.attachment.mediaType
        size = view.attachment.byteCount
        digest = view.attachment.digest
        danger = view.danger?.rawValue
    }
}

struct AttachmentList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The files of a ticket: number, name, what it is, size.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The ticket's number.") var ticket: TicketNumber

    func run() throws {
        let session = try connection.connect()
        for view in try connection.attachments(of: ticket, session) {
            if connection.json {
                print(try JSONText.line(AttachmentDocument(view)))
                continue
            }
            let words = connection.words
            var columns = [
                "\(view.attachment.id.rawValue)", SafeText.line(view.name),
                words(FileSentences.kind(view.kind.rawValue)), "\(view.attachment.byteCount)",
            ]
            if let danger = view.danger {
                columns.append("! " + words(FileSentences.danger(danger.rawValue)))
            }
            print(columns.joined(separator: "\t"))
        }
    }
}

struct AttachmentSave: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "save", abstract: "Save one file of a ticket; the record notes it.",
        discussion: """
            Never writes over a file nor through a symbolic link. A dangerous file needs \
            --accept-danger (exit 4 without).
            """)

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The ticket's number.") var ticket: TicketNumber
    @Argument(help: "The file's number, as the list shows it.") var attachment: Int64
    @Option(help: "The new file, or a folder for it.") var to: String
    @Flag(help: "Save it although it is dangerous to open.") var acceptDanger = false

    func run() throws {
        let session = try connection.connect()
        let known = try connection.attachments(of: ticket, session)
        let id = AttachmentID(attachment)
        guard let view = known.first(where: { $0.attachment.id == id }) else {
            throw CommandFailure(DeskError(.fileNotFound), words: connection.words)
        }
        do {
            try save(view, to: try NewFile(at: to, orInFolderAs: view.name), session)
        } catch let error as FileFailure {
            throw CommandFailure(message: "deskhand: \(error)", code: 2)
        }
    }

    private func save(
        _ view: AttachmentView, to file: NewFile, _ session: CoreSession
    ) throws {
        let words = connection.words
        let opened = try connection.saying { () throws(DeskError) in
            try session.call(
                OpenAttachment(
                    ticket: TicketID(ticket.value), attachment: view.attachment.id, purpose: .save,
                    acceptsDanger: acceptDanger))
        }
        try session.read(
            grant: opened.grant, byteCount: opened.view.attachment.byteCount,
            { piece throws(CommandFailure) in
                do { try file.write(piece) } catch {
                    throw CommandFailure(message: "deskhand: \(error)", code: 2)
                }
            }, refused: { CommandFailure($0, words: words) })
        try file.finish()
        if connection.json {
            print(try JSONText.line(AttachmentDocument(opened.view)))
        } else {
            print("\(opened.view.attachment.byteCount)\t\(SafeText.line(to))")
        }
    }
}

extension ConnectionOptions {
    /// All files of a ticket's messages, oldest first.
    func attachments(of ticket: TicketNumber, _ session: CoreSession) throws -> [AttachmentView] {
        try saying { () throws(DeskError) in
            try session.call(ShowTicket(ticket: TicketID(ticket.value), refreshOrder: false))
        }.messages.flatMap(\.attachments)
    }
}

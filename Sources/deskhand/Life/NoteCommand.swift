import ArgumentParser
import CoreClient
import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import Wire

struct NoteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notes", abstract: "Change notes, and read what others told you.",
        subcommands: [
            NoteEditCommand.self, NoteDeleteCommand.self, NoteDueCommand.self,
            MentionList.self,
        ])
}

struct NoteEditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Change your note within ten minutes.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The note's number, as `ticket show --json` prints it.") var note: Int64
    @Argument(help: "The new words.") var text: String

    func run() throws {
        try connection.act { _ in EditNote(note: MessageID(note), text: text) }
    }
}

struct NoteDeleteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Take a note away; a mark of it stays.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The note's number.") var note: Int64

    func run() throws {
        try connection.act { _ in DeleteNote(note: MessageID(note)) }
    }
}

struct NoteDueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "due", abstract: "Have a note ask for a look, or say that it was looked at.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The note's number.") var note: Int64
    @Option(name: .customLong("in"), help: "How long from now, such as 2d.")
    var span: SpanArgument?
    @Flag(help: "What the note asked for is done.") var done = false

    func validate() throws {
        guard done != (span != nil) else {
            throw ValidationError("Give either '--in' or '--done'.")
        }
    }

    func run() throws {
        try connection.act { session in
            SetNoteDue(
                note: MessageID(note), due: done ? nil : span.map { session.hello.now + $0.value })
        }
    }
}

/// What others told the caller by `@name`, and what moved on watched tickets.
struct MentionList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mentions", abstract: "Personal notices, newest first.")

    @OptionGroup var connection: ConnectionOptions
    @Flag(help: "Those that were read, too.") var all = false
    @Flag(help: "They count as read from now on.") var markRead = false

    func run() throws {
        let session = try connection.connect()
        let reply = try connection.saying { () throws(DeskError) in
            try session.call(ListMentions(isUnreadOnly: !all, limit: 200))
        }
        for view in reply.mentions {
            if connection.json {
                print(try JSONText.line(NoticeDocument(view)))
            } else {
                let facts = [
                    view.givenAt.iso8601, "#\(view.notice.ticket.rawValue)",
                    view.notice.kind.rawValue, SafeText.line(view.excerpt),
                ]
                print(facts.joined(separator: "  "))
            }
        }
        guard markRead, let newest = reply.mentions.map(\.id).max() else { return }
        _ = try connection.saying { () throws(DeskError) in
            try session.call(ReadMentions(through: newest))
        }
    }
}

private struct NoticeDocument: Encodable {
    var notice: Int64
    var ticket: Int64
    var kind: String
    var at: String
    var read: Bool
    var excerpt: String

    init(_ view: MentionView) {
        notice = view.notice.id.rawValue
        ticket = view.notice.ticket.rawValue
        kind = view.notice.kind.rawValue
        at = view.givenAt.iso8601
        read = view.readAt != nil
        excerpt = view.excerpt
    }
}

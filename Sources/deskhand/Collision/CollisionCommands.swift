import ArgumentParser
import CoreClient
import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import Wire

/// What `ticket compose|takeover --json` prints.
private struct LeaseDocument: Encodable {
    var ticket: Int64
    /// `granted`, `held` or `released`.
    var outcome: String
    /// Who writes, or wrote until now.
    var person: String?
    var since: String?

    init(ticket: Int64, outcome: String, person: String? = nil, since: Timestamp? = nil) {
        self.ticket = ticket
        self.outcome = outcome
        self.person = person
        self.since = since?.iso8601
    }

    var line: String {
        ["#\(ticket)", outcome, person.map { SafeText.line($0) } ?? "-", since ?? "-"]
            .joined(separator: "\t")
    }
}

struct TicketCompose: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compose",
        abstract: "Say that you write the answer; it is yours for two minutes after the command.",
        discussion: "Exit 1 with who writes it when somebody else does.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The ticket's number.") var ticket: TicketNumber
    @Flag(help: "You no longer write it.") var end = false

    func run() throws {
        let session = try connection.connect()
        let id = TicketID(ticket.value)
        let writing = BeatPresence.Writing(ticket: id, activity: .composing, characters: 0)
        let reply = try connection.saying { () throws(DeskError) in
            try session.call(BeatPresence(writing: writing))
        }
        switch reply.compose {
        case .held(let holder):
            try say(
                LeaseDocument(
                    ticket: ticket.value, outcome: "held", person: holder.name,
                    since: holder.since))
            let minutes = (session.hello.now - holder.since).wholeMilliseconds / 60_000
            throw CommandFailure(
                DeskError(
                    .composeHeld, ["holder": holder.name, "minutes": String(max(0, minutes))]),
                words: connection.words)
        case .granted(_, let since):
            guard end else {
                let document = LeaseDocument(
                    ticket: ticket.value, outcome: "granted",
                    person: session.hello.me.displayName, since: since)
                return try say(document)
            }
            _ = try connection.saying { () throws(DeskError) in try session.call(BeatPresence()) }
            try say(LeaseDocument(ticket: ticket.value, outcome: "released"))
        case nil: break
        }
    }

    private func say(_ document: LeaseDocument) throws {
        print(connection.json ? try JSONText.line(document) : document.line)
    }
}

struct TicketTakeOver: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "takeover",
        abstract: "Take the answer over from whoever writes it; they are told and keep the draft.",
        discussion: "It is yours for two minutes after the command, or until you reply.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The ticket's number.") var ticket: TicketNumber
    @Option(help: "Why; it stands in the record.") var reason: String

    func run() throws {
        let session = try connection.connect()
        let call = TakeOverCompose(ticket: TicketID(ticket.value), reason: reason)
        let reply = try connection.saying { () throws(DeskError) in try session.call(call) }
        let document = LeaseDocument(
            ticket: ticket.value, outcome: "granted", person: reply.former?.name,
            since: reply.since)
        print(connection.json ? try JSONText.line(document) : document.line)
    }
}

struct TicketPresenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "presence", abstract: "Who reads and who writes which tickets at this moment.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "Only this ticket.") var ticket: TicketNumber?

    /// One line of `--json`.
    private struct Line: Encodable {
        var ticket: Int64
        var store: String
        var presence: [PresenceDocument]
    }

    func run() throws {
        let session = try connection.connect()
        let call = ListPresence(ticket: ticket.map { TicketID($0.value) })
        let reply = try connection.saying { () throws(DeskError) in try session.call(call) }
        for presence in reply.presences {
            guard !connection.json else {
                let line = Line(
                    ticket: presence.ticket.rawValue, store: presence.store.rawValue,
                    presence: presence.people.map(PresenceDocument.init))
                print(try JSONText.line(line))
                continue
            }
            for person in presence.people {
                print("#\(presence.ticket.rawValue)\t\(PlainText.present(person))")
            }
        }
    }
}

extension PlainText {
    /// Somebody on a ticket: what they do, who, since when.
    static func present(_ person: PresentPerson) -> String {
        let count = person.characters.map { "\t\($0)" } ?? ""
        return "\(person.activity.rawValue)\t\(SafeText.line(person.name))\t"
            + person.since.iso8601 + count
    }

    /// An answer of a moment ago.
    static func answer(_ answer: RecentAnswer) -> String {
        let name = answer.authorName.map { SafeText.line($0) } ?? "-"
        let body = SafeText.message(answer.body).joined(separator: "\n")
        return "-- \(answer.at.iso8601)  #\(answer.ticket.rawValue)  \(name)\n\(body)"
    }
}

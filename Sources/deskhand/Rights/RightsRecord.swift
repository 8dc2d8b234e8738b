import ArgumentParser
import CoreClient
import HelpDesk
import SwiftExtensions
import TerminalCore
import Wire

struct RightsHistory: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "Every change of people and roles, with its difference.",
        discussion: "Newest first. Parts: people, roles, requests, sessions, unmasked, reviews.")

    @OptionGroup var connection: ConnectionOptions
    @Option(help: "Only this part.") var part: String?
    @Option(help: "Only what stands before this place in the record.") var before: Int64?
    @Option(help: "How many at most, 1 to 500.") var limit: Int = 100

    func run() throws {
        let chosen = try part.map { word in
            guard let part = ListRightsHistory.Part(rawValue: word) else {
                throw ValidationError("'--part \(word)' is no part of the history.")
            }
            return part
        }
        try connection.printHistory(part: chosen, before: before, limit: limit)
    }
}

extension ConnectionOptions {
    func printHistory(part: ListRightsHistory.Part?, before: Int64? = nil, limit: Int) throws {
        let call = ListRightsHistory(
            part: part, before: before.map { EventSequence($0) }, limit: limit)
        for entry in try reply(to: call).entries {
            print(json ? try JSONText.line(entry.document) : entry.text)
        }
    }
}

extension RightsEntry {
    fileprivate var document: JSONValue {
        [
            "seq": .integer(sequence.rawValue), "at": JSONValue(at), "actor": .text(actor),
            "kind": .text(kind), "subject": .text(subject),
            "changes": .list(changes.map(\.document)), "reason": JSONValue(reason),
            "second": JSONValue(second),
        ]
    }

    fileprivate var text: String {
        let head = [
            "\(sequence.rawValue)", at.iso8601, SafeText.line(actor), kind,
            SafeText.line(subject), SafeText.line(second ?? "-"), SafeText.line(reason ?? ""),
        ].joined(separator: "\t")
        return ([head] + changes.map { "    \($0.line)" }).joined(separator: "\n")
    }
}

struct RightsSeen: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seen", abstract: "What a person could have seen in a period.",
        discussion: "Stores in reach, tickets opened, fields unmasked, files opened.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The Unix user.") var user: String
    @Option(help: "Start, ISO 8601 in UTC.") var from: String
    @Option(help: "End, ISO 8601 in UTC.") var to: String

    func run() throws {
        guard let start = Timestamp(iso8601: from), let end = Timestamp(iso8601: to) else {
            throw ValidationError("'--from' and '--to' are times such as 2026-03-01T00:00:00Z.")
        }
        let reply = try connection.reply(to: ShowSeen(unixUser: user, from: start, to: end))
        guard connection.json else {
            for scope in reply.scopes { print("stores\t\(scope.words)") }
            for ticket in reply.tickets {
                print(
                    "ticket\t#\(ticket.ticket.rawValue)\t\(ticket.store)\t"
                        + "\(ticket.firstAt.iso8601)\t\(ticket.days)")
            }
            for field in reply.unmasked {
                print(
                    "unmasked\t#\(field.ticket.rawValue)\t\(field.field.rawValue)\t"
                        + "\(field.at.iso8601)\t\(SafeText.line(field.reason))")
            }
            print("files\t\(reply.files)" + (reply.isCut ? "\tcut" : ""))
            return
        }
        print(try JSONText.line(document(reply)))
    }

    private func document(_ reply: ShowSeen.Reply) -> JSONValue {
        let tickets = reply.tickets.map { ticket -> JSONValue in
            [
                "ticket": JSONValue(ticket.ticket), "store": .text(ticket.store.rawValue),
                "first_at": JSONValue(ticket.firstAt), "days": JSONValue(ticket.days),
            ]
        }
        let fields = reply.unmasked.map { field -> JSONValue in
            [
                "ticket": JSONValue(field.ticket), "field": .text(field.field.rawValue),
                "at": JSONValue(field.at), "reason": .text(field.reason),
            ]
        }
        return [
            "user": .text(user), "scopes": .list(reply.scopes.map { .text($0.words) }),
            "tickets": .list(tickets), "unmasked": .list(fields), "files": JSONValue(reply.files),
            "is_cut": .bool(reply.isCut),
        ]
    }
}

struct RightsUnmask: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unmask", abstract: "Show one field of a buyer whole; the reason is recorded.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "Number of the ticket.") var ticket: Int64
    @Argument(help: "name, email or postal_code.") var field: String
    @Option(help: "Why you need it.") var reason: String

    func run() throws {
        guard let field = MaskedField(rawValue: field) else {
            throw ValidationError("'\(field)' is not name, email or postal_code.")
        }
        let reply = try connection.reply(
            to:
                UnmaskField(ticket: TicketID(ticket), field: field, reason: reason))
        let document: JSONValue = [
            "ticket": .integer(ticket), "field": .text(field.rawValue),
            "value": JSONValue(reply.value),
        ]
        print(connection.json ? try JSONText.line(document) : SafeText.line(reply.value ?? "-"))
    }
}

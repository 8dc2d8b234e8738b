import ArgumentParser
import CoreClient
import Glibc
import HelpDesk
import Localization
import SwiftExtensions
import Wire

/// One act on many tickets. Ends with 1 when some were refused; standard output names each.
struct TicketBulk: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bulk",
        abstract: "Act on many tickets at once; each is judged for itself.",
        discussion: """
            Acts: take, assign USER (or -), snooze SPAN, hold SPAN REASON, resolve, reopen,
            priority WORD, tag NAME, untag NAME, spam, not-spam, mute, unmute, watch, unwatch, undo.
            """)

    @OptionGroup var connection: ConnectionOptions
    @Option(help: "The tickets' numbers, separated by commas.") var tickets: String
    @Argument(help: "The act, then what it needs.") var act: [String]

    func run() throws {
        let numbers = try ticketNumbers()
        let session = try connection.connect()
        let call = ActOnTickets(tickets: numbers, act: try parsed(session))
        let reply = try connection.saying { () throws(DeskError) in try session.call(call) }
        for row in reply.done {
            if connection.json {
                print(try JSONText.line(TicketDocument(row: row, messages: nil)))
            } else {
                print(PlainText.ticketLine(row, now: session.hello.now))
            }
        }
        for refusal in reply.refused { try connection.tell(refusal) }
        if !reply.refused.isEmpty { throw CommandFailure(message: "", code: 1) }
    }

    private func ticketNumbers() throws -> [TicketID] {
        try tickets.split(separator: ",").map { part in
            let text = part.drop { $0 == " " }
            guard let number = TicketNumber(argument: String(text)) else {
                throw ValidationError("'\(part)' is no ticket's number.")
            }
            return TicketID(number.value)
        }
    }

    private func parsed(_ session: CoreSession) throws -> BulkAct {
        let rest = Array(act.dropFirst())
        switch act.first {
        case "take": return .take
        case "resolve": return .resolve
        case "reopen": return .reopen
        case "undo": return .undo
        case "spam": return .spam(true)
        case "not-spam": return .spam(false)
        case "mute": return .mute(true)
        case "unmute": return .mute(false)
        case "watch": return .watch(true)
        case "unwatch": return .watch(false)
        case "tag": return .tag(rest.joined(separator: " "))
        case "untag": return .untag(rest.joined(separator: " "))
        case "priority":
            guard let priority = rest.first.flatMap(TicketPriority.init(rawValue:)) else { break }
            return .priority(priority)
        case "snooze":
            guard let span = rest.first.flatMap({ TimeLeft.parse($0) }) else { break }
            return .snooze(until: session.hello.now + span)
        case "hold":
            guard let span = rest.first.flatMap({ TimeLeft.parse($0) }), rest.count > 1 else {
                break
            }
            return .hold(
                reason: rest.dropFirst().joined(separator: " "),
                reviewAt: session.hello.now + span)
        case "assign":
            guard let name = rest.first else { break }
            return .assign(name == "-" ? nil : try person(name, session))
        default: break
        }
        throw ValidationError("'\(act.joined(separator: " "))' is no act; see --help.")
    }

    private func person(_ name: String, _ session: CoreSession) throws -> PersonID {
        let people = try connection.saying { () throws(DeskError) in
            try session.call(ListPeople())
        }
        guard let person = people.people.first(where: { $0.unixUser == name }) else {
            throw CommandFailure(
                DeskError(.personNotFound, ["person": name]), words: connection.words)
        }
        return person.id
    }
}

extension ConnectionOptions {
    /// Says which ticket was refused, and why.
    func tell(_ refusal: ActOnTickets.Refusal) throws {
        guard !json else { return print(try JSONText.line(RefusalDocument(refusal))) }
        let sentence = ErrorSentences.words(
            code: refusal.error.code.rawValue, arguments: refusal.error.arguments)
        print("#\(refusal.ticket.rawValue)  ! \(words(sentence.problem))")
    }
}

/// A refused row of a bulk act, as `--json` prints it.
private struct RefusalDocument: Encodable {
    var ticket: Int64
    var refused: String
    var arguments: [String: String]

    init(_ refusal: ActOnTickets.Refusal) {
        ticket = refusal.ticket.rawValue
        refused = refusal.error.code.rawValue
        arguments = refusal.error.arguments
    }
}

import ArgumentParser
import CoreClient
import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import Wire

extension ConnectionOptions {
    /// Makes a call that answers with the ticket's row, and prints that.
    func act<Call: RemoteCall>(_ make: (CoreSession) throws -> Call) throws
    where Call.Reply == TicketRow {
        let session = try connect()
        let call = try make(session)
        let row = try saying { () throws(DeskError) in try session.call(call) }
        if json {
            print(try JSONText.line(TicketDocument(row: row)))
        } else {
            print(PlainText.ticketLine(row, now: session.hello.now))
        }
    }
}

struct TicketClaim: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "claim", abstract: "Take a ticket that nobody owns.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The ticket's number.") var ticket: TicketNumber

    func run() throws {
        try connection.act { _ in ClaimTicket(ticket: TicketID(ticket.value)) }
    }
}

struct TicketAssign: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assign", abstract: "Give a ticket to a person, or to nobody.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The ticket's number.") var ticket: TicketNumber
    @Argument(help: "Unix user, or '-' for nobody.") var person: String
    @Option(help: "Why, where the owner is writing an answer.") var reason: String?

    func run() throws {
        try connection.act { session in
            let id = TicketID(ticket.value)
            let detail = try connection.saying { () throws(DeskError) in
                try session.call(ShowTicket(ticket: id, refreshOrder: false))
            }
            let target = person == "-" ? nil : try find(person, session)
            return AssignTicket(
                ticket: id, to: target, expectedOwner: detail.row.ticket.owner,
                reason: reason)
        }
    }

    private func find(_ name: String, _ session: CoreSession) throws -> PersonID {
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

struct TicketHold: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hold", abstract: "Wait for a third party, with a reason and a review time.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The ticket's number.") var ticket: TicketNumber
    @Option(help: "Why.") var reason: String
    @Option(name: .customLong("for"), help: "Until the review, such as 3h or 2d; at most 7d.")
    var duration: String

    func run() throws {
        guard let span = TimeLeft.parse(duration) else {
            throw ValidationError("'--for \(duration)' is no time such as 30m, 3h or 2d.")
        }
        try connection.act { session in
            HoldTicket(
                ticket: TicketID(ticket.value), reason: reason,
                reviewAt: session.hello.now + span)
        }
    }
}

struct TicketResolve: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resolve", abstract: "Close the work; refused while an answer is owed.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The ticket's number.") var ticket: TicketNumber

    func run() throws {
        try connection.act { _ in ResolveTicket(ticket: TicketID(ticket.value)) }
    }
}

struct TicketReopen: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reopen", abstract: "Open a resolved ticket again.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The ticket's number.") var ticket: TicketNumber

    func run() throws {
        try connection.act { _ in ReopenTicket(ticket: TicketID(ticket.value)) }
    }
}

struct TicketExcuse: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "excuse", abstract: "No response needed; again with --confirmed once ticked.",
        discussion:
            "The first step prints Amazon's link and the time to confirm it by.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The ticket's number.") var ticket: TicketNumber
    @Option(help: "Why.") var reason: String
    @Flag(help: "The mark was set in Seller Central.") var confirmed = false
    @Flag(help: "The mark was set already: both steps in one.") var atOnce = false
    @Flag(help: "These are no buyer messages at all.") var void = false

    func run() throws {
        let session = try connection.connect()
        let id = TicketID(ticket.value)
        let row = try connection.saying { () throws(DeskError) in
            try session.call(
                ExcuseTicket(
                    ticket: id, isConfirmed: confirmed || atOnce, isVoid: void, isAtOnce: atOnce,
                    reason: reason))
        }
        let detail = try connection.saying { () throws(DeskError) in
            try session.call(ShowTicket(ticket: id, refreshOrder: false))
        }
        let outcome = ExcuseOutcome(row, detail.messages)
        if connection.json {
            print(try JSONText.line(outcome))
        } else {
            print(PlainText.ticketLine(row, now: session.hello.now))
            for line in outcome.lines(connection.words) { print(line) }
        }
    }
}

/// What an excuse came to: which marks are still to be set, by when, and what stays owed.
private struct ExcuseOutcome: Encodable {
    private var ticket: TicketDocument
    private var links: [String]
    private var confirmBy: String?
    private var waiting: Int

    enum CodingKeys: String, CodingKey {
        case links, outcome
        case confirmBy = "confirm_by"
    }

    init(_ row: TicketRow, _ messages: [MessageView]) {
        ticket = TicketDocument(row: row)
        let pending = messages.filter { $0.debt?.state == .excusePending }
        links = pending.compactMap(\.noResponseURL)
        waiting = pending.count
        confirmBy = pending.compactMap { $0.debt?.excuseExpiresAt }.min()?.iso8601
    }

    func encode(to encoder: any Encoder) throws {
        try ticket.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(waiting > 0 ? "waiting" : "excused", forKey: .outcome)
        try container.encode(links, forKey: .links)
        try container.encode(confirmBy, forKey: .confirmBy)
    }

    func lines(_ words: Words) -> [String] {
        var lines = links.map { SafeText.line($0) }
        if let confirmBy {
            let phrase = Phrase(
                "excuse.tick", "Tick it on Amazon, then repeat with --confirmed by {time}.",
                ["time": confirmBy])
            lines.append(words(phrase))
        }
        if ticket.owed > 0 {
            let phrase = Phrase(
                "excuse.still-owed",
                "{count} stay owed; where it is too late to wait, tick them and use --at-once.",
                ["count": "\(ticket.owed)"])
            lines.append(words(phrase))
        }
        return lines
    }
}

struct TicketCase: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "case", abstract: "Say that a return, claim or wish is dealt with.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The case's number, as `ticket show` prints it.") var number: Int64
    @Option(
        help:
            "One of: \(HandleCase.Act.allCases.map(\.rawValue).joined(separator: ", ")).")
    var act: String = HandleCase.Act.handled.rawValue
    @Option(help: "What was done.") var reason: String

    func validate() throws {
        guard HandleCase.Act(rawValue: act) != nil else {
            throw ValidationError("'--act \(act)' is no act.")
        }
    }

    func run() throws {
        try connection.act { _ in
            HandleCase(
                item: CaseID(number), act: HandleCase.Act(rawValue: act) ?? .handled,
                reason: reason)
        }
    }
}

struct TicketNote: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "note", abstract: "Add a note that only the team sees.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The ticket's number.") var ticket: TicketNumber
    @Argument(help: "The note; @name tells that person.") var text: String
    @Option(help: "Ask for a look after this long, such as 2d.") var due: SpanArgument?

    func run() throws {
        try connection.act { session in
            AddNote(
                ticket: TicketID(ticket.value), text: text,
                due: due.map { session.hello.now + $0.value })
        }
    }
}

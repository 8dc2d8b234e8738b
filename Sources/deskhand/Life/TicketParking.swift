import ArgumentParser
import CoreClient
import HelpDesk
import Localization
import SwiftExtensions
import Wire

/// A span such as `30m`, `3h` or `2d`.
struct SpanArgument: ExpressibleByArgument {
    var value: Duration

    init?(argument: String) {
        guard let span = TimeLeft.parse(argument) else { return nil }
        value = span
    }
}

struct TicketSnooze: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "snooze",
        abstract: "Park a ticket; while an answer is owed, not past the last safe time.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The ticket's number.") var ticket: TicketNumber
    @Option(name: .customLong("for"), help: "How long, such as 30m, 3h or 2d.")
    var span: SpanArgument

    func run() throws {
        try connection.act { session in
            SnoozeTicket(
                ticket: TicketID(ticket.value), until: session.hello.now + span.value)
        }
    }
}

struct TicketRestore: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Take up the hold or snooze that a message interrupted.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The ticket's number.") var ticket: TicketNumber

    func run() throws {
        try connection.act { _ in RestoreTicket(ticket: TicketID(ticket.value)) }
    }
}

struct TicketUndo: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Take your last change of state back, within ten minutes.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The ticket's number.") var ticket: TicketNumber

    func run() throws {
        try connection.act { _ in UndoTicket(ticket: TicketID(ticket.value)) }
    }
}

struct TicketPriorityCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "priority", abstract: "Set a ticket's priority.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The ticket's number.") var ticket: TicketNumber
    @Argument(
        help: "One of: \(TicketPriority.allCases.map(\.rawValue).joined(separator: ", ")).")
    var priority: String

    func validate() throws {
        guard TicketPriority(rawValue: priority) != nil else {
            throw ValidationError("'\(priority)' is no priority.")
        }
    }

    func run() throws {
        try connection.act { _ in
            SetPriority(
                ticket: TicketID(ticket.value),
                priority: TicketPriority(rawValue: priority) ?? .normal)
        }
    }
}

struct TicketFlag: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "flag", abstract: "Mark a ticket, or take a mark away.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The ticket's number.") var ticket: TicketNumber
    @Argument(help: "spam, muted, vip, legal-hold or drill.") var flag: String
    @Flag(help: "Take the mark away.") var off = false

    func validate() throws {
        guard FlagTicket.Flag(rawValue: flag) != nil else {
            throw ValidationError("'\(flag)' is no mark: spam, muted, vip, legal-hold or drill.")
        }
    }

    func run() throws {
        try connection.act { _ in
            FlagTicket(
                ticket: TicketID(ticket.value), flag: FlagTicket.Flag(rawValue: flag) ?? .spam,
                isOn: !off)
        }
    }
}

struct TicketWatch: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch", abstract: "Be told of what happens on a ticket.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The ticket's number.") var ticket: TicketNumber
    @Flag(help: "No longer.") var off = false

    func run() throws {
        try connection.act { _ in WatchTicket(ticket: TicketID(ticket.value), isOn: !off) }
    }
}

struct TicketTag: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tag", abstract: "Put a tag on a ticket or take it off.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The ticket's number.") var ticket: TicketNumber
    @Argument(help: "The tag or one of its aliases.") var tag: String
    @Flag(help: "Take it off.") var off = false

    func run() throws {
        try connection.act { _ in
            TagTicket(ticket: TicketID(ticket.value), tag: tag, isOn: !off)
        }
    }
}

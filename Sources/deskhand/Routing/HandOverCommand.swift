import ArgumentParser
import HelpDesk
import Localization
import SwiftExtensions
import Wire
import Workstation

struct HandOverCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "handover", abstract: "What one shift leaves to the next.",
        subcommands: [HandOverList.self, HandOverOffer.self, HandOverAccept.self],
        defaultSubcommand: HandOverList.self)
}

extension ConnectionOptions {
    fileprivate func printLists(_ lists: [HandOverView]) throws {
        guard !json else { return try printLines(lists.map(JSONValue.init)) }
        var table = TextTable(
            [
                EngineTerms.number, RoutingTerms.person, RoutingTerms.ticket, EngineTerms.kind,
                RoutingTerms.takenBy,
            ].map { words($0) })
        for list in lists {
            for view in list.lines {
                let words = view.words.isEmpty ? [] : [view.words]
                table.add(
                    [
                        "\(list.id.rawValue)", list.fromName, "#\(view.line.ticket.rawValue)",
                        self.words(RoutingWords.handOver(view.line.kind)),
                        view.acceptedByName ?? "-",
                    ], notes: words)
            }
        }
        printTable(table, empty: RoutingTerms.noLists)
    }
}

extension JSONValue {
    fileprivate init(_ list: HandOverView) {
        self = [
            "list": JSONValue(list.id), "from": .text(list.fromName), "at": JSONValue(list.at),
            "lines": .list(
                list.lines.map { view in
                    [
                        "ticket": JSONValue(view.line.ticket),
                        "kind": .text(view.line.kind.rawValue), "words": .text(view.words),
                        "accepted_by": JSONValue(view.acceptedByName),
                        "accepted_at": JSONValue(view.line.acceptedAt),
                    ]
                }),
        ]
    }
}

struct HandOverList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists with lines that nobody has taken over.")

    @OptionGroup var connection: ConnectionOptions
    @Flag(help: "Lists that are done, too.") var all = false

    func run() throws {
        let (reply, _) = try connection.ask(ListHandOvers(openOnly: !all))
        try connection.printLists(reply.lists)
    }
}

struct HandOverOffer: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "offer", abstract: "Put what you leave behind on a list.")

    @OptionGroup var connection: ConnectionOptions
    @Option(help: "A ticket with something promised, as NUMBER=WORDS; may be repeated.")
    var promise: [String] = []

    func run() throws {
        let promises = try promise.map { text in
            let parts = text.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, let number = TicketNumber(argument: String(parts[0])) else {
                throw ValidationError("'--promise \(text)' is not NUMBER=WORDS.")
            }
            return HandOverPromise(ticket: TicketID(number.value), words: String(parts[1]))
        }
        let (list, _) = try connection.ask(OfferHandOver(promises: promises))
        try connection.printLists([list])
    }
}

struct HandOverAccept: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept", abstract: "Take over one line of a list.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The list's number.") var list: Int64
    @Argument(help: "The ticket's number.") var ticket: TicketNumber

    func run() throws {
        try connection.act { _ in
            AcceptHandOverLine(list: HandOverID(list), ticket: TicketID(ticket.value))
        }
    }
}

struct TicketAccept: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept", abstract: "Begin with a ticket that was given to you.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The ticket's number.") var ticket: TicketNumber

    func run() throws {
        try connection.act { _ in AcceptTicket(ticket: TicketID(ticket.value)) }
    }
}

struct TicketGiveBack: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "return", abstract: "Give your ticket back to the queue.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The ticket's number.") var ticket: TicketNumber

    func run() throws {
        try connection.act { _ in ReturnTicket(ticket: TicketID(ticket.value)) }
    }
}

import ArgumentParser
import CoreClient
import HelpDesk
import Localization
import SwiftExtensions
import Wire
import Workstation

struct WallCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wall", abstract: "What is due and with whom (supervisors).",
        subcommands: [WallShow.self, WallTickets.self, WallReassign.self],
        defaultSubcommand: WallShow.self)
}

struct WallShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Tickets with a running clock by store, marketplace, group, person or band.")

    @OptionGroup var connection: ConnectionOptions
    @Option(help: "store, marketplace, group, person or band.")
    var by: String = WallDimension.store.rawValue

    func run() throws {
        guard let dimension = WallDimension(rawValue: by) else {
            throw ValidationError(
                "'--by \(by)' is none of store, marketplace, group, person, band.")
        }
        let (reply, now) = try connection.ask(ShowWall(by: dimension))
        guard !connection.json else {
            print(try JSONText.line(WallDocuments.wall(reply)))
            return
        }
        connection.printTable(lines(reply, now), empty: WallStrings.nothingOwed)
        print("")
        connection.printTable(people(reply, now), empty: RoutingTerms.noAgents)
        print("")
        for line in needs(reply.needs, urgent: reply.total.urgent) { print(line) }
    }

    private func lines(_ reply: ShowWall.Reply, _ now: Timestamp) -> TextTable {
        let words = connection.words
        var table = TextTable(
            [words(WallStrings.by(reply.dimension))]
                + WallPane.Column.allCases.map { words(WallStrings.column($0)) }
                + [words(WallStrings.next)])
        for (index, line) in ([reply.total] + reply.lines).enumerated() {
            let name =
                index == 0
                ? words(WallStrings.all)
                : line.key.isEmpty ? words(WallStrings.none) : line.label
            table.add(
                [name] + WallPane.Column.allCases.map { String($0.value(of: line)) } + [
                    line.nextLimit.map { TimeLeft.clock(until: $0, now: now) } ?? "-"
                ])
        }
        return table
    }

    private func people(_ reply: ShowWall.Reply, _ now: Timestamp) -> TextTable {
        let words = connection.words
        var table = TextTable(
            [
                WallStrings.person, WallStrings.presence, WallStrings.load,
                WallStrings.column(.over), WallStrings.column(.now), WallStrings.next,
                WallStrings.held,
            ].map { words($0) })
        for person in reply.people {
            let agent = person.agent
            table.add([
                agent.name, words(RoutingWords.presence(agent.presence)),
                "\(WallStrings.number(agent.load))/\(WallStrings.number(agent.profile.cap))",
                String(person.counts.over), String(person.counts.now),
                person.nextLimit.map { TimeLeft.clock(until: $0, now: now) } ?? "-",
                String(person.held),
            ])
        }
        return table
    }

    private func needs(_ needs: WallNeeds, urgent: Int) -> [String] {
        let words = connection.words
        let counted: [(Phrase, Int)] = [
            (WallStrings.urgentNow, urgent), (WallStrings.heldReplies, needs.held),
            (WallStrings.breachesOfDay, needs.breaches), (WallStrings.lateNow, needs.late),
            (WallStrings.problems, needs.problems),
        ]
        return counted.map { "\(words($0.0)) \($0.1)" }
            + needs.blind.map {
                "\(words(WallStrings.blind)) \($0.store.rawValue) \($0.minutes) min"
            }
    }
}

struct WallTickets: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tickets", abstract: "The tickets behind a number of the wall.")

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var which: WallFilterOptions
    @Option(help: "How many at most, 1 to 500.") var limit: Int = 100

    func run() throws {
        guard (1...500).contains(limit) else { throw ValidationError("'--limit' is 1 to 500.") }
        let (session, directory) = try connection.directory()
        let rows = try connection.saying { () throws(DeskError) in
            try session.call(
                ListTickets(queue: .all, limit: limit, wall: try which.filter(directory))
            ).rows
        }
        for row in rows {
            if connection.json {
                print(try JSONText.line(TicketDocument(row: row, messages: nil)))
            } else {
                print(PlainText.ticketLine(row, now: session.hello.now))
            }
        }
    }
}

struct WallReassign: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reassign",
        abstract: "Give the tickets behind a number to somebody else, or back to the rules.",
        discussion: """
            With '-' for the user the rules decide anew, and whoever had a ticket does not get it back \
            in this cycle. Each ticket is judged for itself; the command ends with 1 when some were \
            refused.
            """)

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var which: WallFilterOptions
    @Option(help: "The Unix user who gets them; '-' for the rules.") var to: String
    @Flag(help: "Only say which tickets they are.") var dryRun = false

    func run() throws {
        let (session, directory) = try connection.directory()
        let rows = try connection.saying { () throws(DeskError) in
            try session.call(
                ListTickets(
                    queue: .all, limit: BulkAct.limit, wall: try which.filter(directory))
            ).rows
        }
        guard !dryRun, !rows.isEmpty else { return try rows.forEach { try show($0, session) } }
        let reply = try connection.saying { () throws(DeskError) in
            let person = to == "-" ? nil : try directory.person(to)
            return try session.call(
                ActOnTickets(tickets: rows.map(\.id), act: .assign(person)))
        }
        for row in reply.done { try show(row, session) }
        for refusal in reply.refused { try connection.tell(refusal) }
        if !reply.refused.isEmpty { throw CommandFailure(message: "", code: 1) }
    }

    private func show(_ row: TicketRow, _ session: CoreSession) throws {
        if connection.json {
            print(try JSONText.line(TicketDocument(row: row, messages: nil)))
        } else {
            print(PlainText.ticketLine(row, now: session.hello.now))
        }
    }
}

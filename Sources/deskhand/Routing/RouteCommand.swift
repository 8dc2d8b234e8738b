import ArgumentParser
import CoreClient
import HelpDesk
import Localization
import SwiftExtensions
import Wire
import Workstation

struct RouteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "route", abstract: "Why tickets go where they go, and what else could be.",
        subcommands: [RouteExplain.self, RoutePreview.self, RouteSimulate.self])
}

struct RouteExplain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Why a ticket is with somebody, or with nobody.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The ticket's number.") var ticket: TicketNumber

    func run() throws {
        let (reply, _) = try connection.ask(ExplainRouting(ticket: TicketID(ticket.value)))
        let names = Dictionary(
            reply.names.map { ($0.person, $0.name) }, uniquingKeysWith: { first, _ in first })
        for view in reply.decisions {
            if connection.json {
                try connection.printLines([JSONValue(view, names)])
            } else {
                let decision = DecisionWords(connection.words, names: names)
                connection.printText(view.at.iso8601)
                for line in decision.lines(view.decision, group: view.groupName) {
                    connection.printText("  " + line)
                }
            }
        }
    }
}

extension JSONValue {
    fileprivate init(_ view: DecisionView, _ names: [PersonID: String]) {
        let decision = view.decision
        self = [
            "at": JSONValue(view.at), "ticket": JSONValue(decision.ticket),
            "cause": .text(decision.cause.rawValue), "group": JSONValue(view.groupName),
            "rule": JSONValue(decision.rule), "rules_version": JSONValue(decision.rulesVersion),
            "strategy": .text(decision.strategy.rawValue),
            "used_percent": JSONValue(decision.usedPercent),
            "chosen": JSONValue(decision.chosen.flatMap { names[$0] }),
            "from": JSONValue(decision.from.flatMap { names[$0] }),
            "choice": JSONValue(decision.choice?.rawValue),
            "tie_break": JSONValue(decision.tieBreak?.rawValue),
            "waiting": JSONValue(decision.waiting?.rawValue),
            "urgent": .bool(decision.isUrgent), "lead_told": .bool(decision.isLeadTold),
            "language_relaxed": .bool(decision.isLanguageRelaxed),
            "tags": .list(decision.tags.map(JSONValue.text)),
            "candidates": .list(
                decision.candidates.map { candidate in
                    [
                        "person": JSONValue(names[candidate.person]),
                        "rejection": JSONValue(candidate.rejection?.rawValue),
                        "load": JSONValue(candidate.load), "cap": JSONValue(candidate.cap),
                        "match": JSONValue(candidate.match),
                    ]
                }),
        ]
    }
}

struct RoutePreview: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview", abstract: "What other rules would have done with last week.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "File with the rules as 'rules list --json' prints them.") var file: String

    func run() throws {
        let (session, directory) = try connection.directory()
        let preview = try connection.saying { () throws(DeskError) in
            try session.call(PreviewRules(rules: try RuleFile.read(file, directory.names)))
        }
        try connection.printPreview(preview, directory.names)
    }
}

struct RouteSimulate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate", abstract: "Play the same week under several strategies.",
        discussion: "Without --pattern the tickets of the last seven days are played.")

    @OptionGroup var connection: ConnectionOptions
    @Option(
        help:
            "An invented week: \(ArrivalPattern.allCases.map(\.rawValue).joined(separator: ", ")).")
    var pattern: String?
    @Option(help: "How many seeds, 1 to 10.") var seeds: Int = 5
    @Option(parsing: .upToNextOption, help: "Strategies; all of them without this.")
    var strategies: [String] = []
    @Option(help: "File with other rules to play; only for the last seven days.")
    var rules: String?

    func validate() throws {
        if let pattern, ArrivalPattern(rawValue: pattern) == nil {
            throw ValidationError("'--pattern \(pattern)' is no pattern.")
        }
        guard (1...10).contains(seeds) else { throw ValidationError("'--seeds' is 1 to 10.") }
        for name in strategies where RoutingStrategy(rawValue: name) == nil {
            throw ValidationError("'--strategies \(name)' is no strategy.")
        }
    }

    /// Weeks of four strategies take a while; in milliseconds.
    private static let patience: Int32 = 600_000

    func run() throws {
        let (session, directory) = try connection.directory()
        let chosen = strategies.compactMap { RoutingStrategy(rawValue: $0) }
        let outcomes = try connection.saying { () throws(DeskError) in
            var other: [RoutingRule]?
            if let rules { other = try RuleFile.read(rules, directory.names) }
            return try session.call(
                SimulateRouting(
                    pattern: pattern.flatMap { ArrivalPattern(rawValue: $0) },
                    seeds: (1...UInt64(seeds)).map { $0 },
                    strategies: chosen.isEmpty ? RoutingStrategy.allCases : chosen, rules: other),
                within: Self.patience
            ).outcomes
        }
        guard !connection.json else {
            return try connection.printLines(outcomes.map(JSONValue.init))
        }
        print("strategy\tseed\ttickets\tlate\tmedian min\tp90 min\thand-offs\tgini\turgent")
        for outcome in outcomes {
            let gini = "\((outcome.gini * 1000).rounded() / 1000)"
            print(
                "\(outcome.strategy.rawValue)\t\(outcome.seed)\t\(outcome.tickets)\t"
                    + "\(outcome.breaches)\t\(outcome.medianWait)\t\(outcome.ninetiethWait)\t"
                    + "\(outcome.handOffs)\t\(gini)\t\(outcome.urgent)")
        }
    }
}

extension JSONValue {
    fileprivate init(_ outcome: ReplayOutcome) {
        self = [
            "strategy": .text(outcome.strategy.rawValue), "seed": JSONValue(Int(outcome.seed)),
            "tickets": JSONValue(outcome.tickets), "breaches": JSONValue(outcome.breaches),
            "median_wait_minutes": JSONValue(outcome.medianWait),
            "p90_wait_minutes": JSONValue(outcome.ninetiethWait),
            "hand_offs": JSONValue(outcome.handOffs), "gini": JSONValue(outcome.gini),
            "busiest": JSONValue(outcome.busiest), "idlest": JSONValue(outcome.idlest),
            "urgent": JSONValue(outcome.urgent),
        ]
    }
}

import ArgumentParser
import CoreClient
import HelpDesk
import Localization
import SwiftExtensions
import Wire

struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "Which ticket goes to which group or person.",
        subcommands: [RulesList.self, RulesShow.self, RulesSet.self, RulesHistory.self],
        defaultSubcommand: RulesList.self)
}

struct RulesList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The rules in force, in their order.",
        discussion: "With --json: the document that 'rules set' reads.")

    @OptionGroup var connection: ConnectionOptions

    func run() throws {
        let (session, directory) = try connection.directory()
        let rules = try connection.saying { () throws(DeskError) in
            try session.call(ShowRules()).rules?.value.rules ?? []
        }
        let names = directory.names
        guard !connection.json else {
            return print(try JSONText.line(rules.map { RuleDocument($0, names) }))
        }
        let words = connection.words
        var table = TextTable(
            [RoutingTerms.rule, RoutingTerms.when, RoutingTerms.then].map { words($0) })
        for rule in rules {
            let fields = RoutingDiff.fields(rule, names)
            table.add([
                rule.name, Self.text(fields, conditions: true),
                Self.text(fields, conditions: false),
            ])
        }
        connection.printTable(table, empty: RoutingTerms.noRules)
    }

    private static let conditions: Set = [
        "stores", "marketplaces", "categories", "languages", "priorities", "hours",
    ]

    private static func text(_ fields: [(String, String)], conditions wanted: Bool) -> String {
        let shown = fields.filter { conditions.contains($0.0) == wanted }
        return shown.isEmpty ? "-" : shown.map { "\($0.0) \($0.1)" }.joined(separator: "; ")
    }
}

struct RulesShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One rule with all its fields.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The rule's name.") var name: String

    func run() throws {
        let (session, directory) = try connection.directory()
        let rules = try connection.saying { () throws(DeskError) in
            try session.call(ShowRules()).rules?.value.rules ?? []
        }
        guard let rule = rules.first(where: { $0.name == name }) else {
            throw CommandFailure(
                DeskError(.routingInvalid, ["field": "rule", "value": name]),
                words: connection.words)
        }
        let names = directory.names
        guard !connection.json else {
            return print(try JSONText.line(RuleDocument(rule, names)))
        }
        for (field, value) in RoutingDiff.fields(rule, names) {
            connection.printText("\(field)\t\(value)")
        }
    }
}

struct RulesSet: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Replace all rules by those of a file.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "File with the rules as 'rules list --json' prints them.") var file: String
    @Option(help: "Why; stands in the history.") var reason: String

    func run() throws {
        let (session, directory) = try connection.directory()
        let saved = try connection.saying { () throws(DeskError) in
            let rules = try RuleFile.read(file, directory.names)
            let version = try session.call(ShowRules()).rules?.version ?? 0
            return try session.call(SaveRules(rules: rules, version: version, reason: reason))
        }
        try connection.printPreview(saved.value.preview, directory.names)
    }
}

enum RuleFile {
    private static let longest = 1 << 20

    static func read(_ path: String, _ names: RoutingDiff.Names) throws(DeskError) -> [RoutingRule]
    {
        let bytes: [UInt8]
        do { bytes = try FileBytes.read(path, limit: longest) } catch {
            throw DeskError(.badRequest, ["field": "file"], detail: "\(error)")
        }
        var rules: [RoutingRule] = []
        for document in try RuleDocument.read(bytes) { rules.append(try document.rule(names)) }
        return rules
    }
}

extension ConnectionOptions {
    func printPreview(_ preview: RulePreview, _ names: RoutingDiff.Names) throws {
        guard !json else {
            return try printLines([
                [
                    "tickets": JSONValue(preview.tickets), "moved": JSONValue(preview.moved),
                    "homeless": JSONValue(preview.homeless),
                    "samples": .list(
                        preview.samples.map { sample in
                            [
                                "ticket": JSONValue(sample.ticket),
                                "from": JSONValue(sample.from.map(names.group)),
                                "to": JSONValue(sample.to.map(names.group)),
                                "rule": JSONValue(sample.rule),
                            ]
                        }),
                ]
            ])
        }
        print(words(RoutingTerms.preview(preview.tickets, preview.moved, preview.homeless)))
        for sample in preview.samples {
            let (from, to) = (sample.from.map(names.group), sample.to.map(names.group))
            printText("  #\(sample.ticket.rawValue)  \(from ?? "-") -> \(to ?? "-")")
        }
    }
}

struct RulesHistory: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "Every version of the rules: who, when, why, what.")

    @OptionGroup var connection: ConnectionOptions

    func run() throws {
        let (session, directory) = try connection.directory()
        let versions = try connection.saying { () throws(DeskError) in
            try session.call(ShowRulesHistory()).versions
        }
        let names = directory.names
        try connection.printHistory(
            versions, { RoutingDiff.lines(from: $0?.rules ?? [], to: $1.rules, names) },
            { sheet in
                .list(sheet.rules.map { JSONValue(fields: RoutingDiff.fields($0, names)) })
            })
    }
}

import ArgumentParser
import HelpDesk
import SwiftExtensions
import TerminalCore
import Wire

struct PoliciesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policies", abstract: "How fast the desk wants to be with which tickets.",
        subcommands: [
            PoliciesList.self, PoliciesShow.self, PoliciesHistory.self, PoliciesSave.self,
            PoliciesOrder.self, PoliciesWindow.self, PoliciesApply.self,
        ])
}

extension ConnectionOptions {
    fileprivate func printPolicies(_ reply: ListPolicies.Reply) throws {
        guard !json else {
            for policy in reply.policies { print(try JSONText.line(policy)) }
            for window in reply.windows {
                print(try JSONText.line(ClockDocuments.window(window)))
            }
            return
        }
        for (index, policy) in reply.policies.enumerated() {
            let conditions = policy.conditions.fields.map { "\($0.0)=\($0.1)" }
            let targets = [
                policy.targets.first.map { "first \($0)m" },
                policy.targets.next.map { "next \($0)m" },
                policy.targets.resolve.map { "resolve \($0)m" },
            ].compactMap { $0 }
            let columns = [
                "\(index + 1)", policy.id.rawValue, "v\(policy.version)",
                policy.isActive ? "active" : "off", policy.calendar.rawValue,
                targets.joined(separator: " "), conditions.joined(separator: " "),
            ]
            print(columns.map { SafeText.line($0) }.joined(separator: "\t"))
        }
        for window in reply.windows {
            let place = window.marketplace?.rawValue ?? "*"
            print("window\t\(place)\t\(window.seconds)s\tfrom \(window.from.iso8601)")
        }
    }
}

struct PoliciesList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The policies in the order in which they are asked.")

    @OptionGroup var connection: ConnectionOptions

    func run() throws { try connection.printPolicies(try connection.answer(ListPolicies())) }
}

struct PoliciesShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "A policy as the JSON document that `save` takes.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The policy's name.") var policy: String

    func run() throws {
        let versions = try connection.answer(ShowPolicy(policy: PolicyID(policy))).versions
        guard let newest = versions.first else { return }
        print(try JSONText.line(newest.value, isPretty: !connection.json))
    }
}

struct PoliciesHistory: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "All versions of a policy and what each changed.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The policy's name.") var policy: String

    func run() throws {
        let reply = try connection.answer(ShowPolicy(policy: PolicyID(policy)))
        try connection.printVersions(reply.versions) { $0.version }
    }
}

struct PoliciesSave: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "save",
        abstract: "Keep a policy as its next version (supervisors); open debts keep theirs.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "A JSON file, or '-' for standard input.") var file: String

    func run() throws {
        let policy = try connection.document(ResponsePolicy.self, from: file)
        let saved = try connection.answer(SavePolicy(policy: policy))
        if connection.json {
            print(try JSONText.line(saved))
        } else {
            print("\(saved.id)  v\(saved.version)")
        }
    }
}

struct PoliciesOrder: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "order", abstract: "Ask the policies in this order (supervisors).")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "Every policy's name, the first to be asked first.") var policies: [String]

    func run() throws {
        let call = OrderPolicies(policies: policies.map { PolicyID($0) })
        try connection.printPolicies(try connection.answer(call))
    }
}

struct PoliciesWindow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "window",
        abstract: "Say how long a marketplace gives for an answer from a day on (supervisors).")

    @OptionGroup var connection: ConnectionOptions
    @Option(help: "The marketplace, such as DE; none means all others.") var marketplace: String?
    @Option(help: "From when on, such as 2026-12-01T00:00:00Z.") var from: InstantArgument
    @Option(help: "Hours, 1 to 168.") var hours: Int

    func run() throws {
        guard (1...168).contains(hours) else { throw ValidationError("'--hours' is 1 to 168.") }
        let window = PlatformWindow(
            marketplace: marketplace.map { MarketplaceCode($0) }, from: from.value,
            seconds: Int64(hours) * 3600)
        try connection.printPolicies(try connection.answer(SetPlatformWindow(window: window)))
    }
}

struct PoliciesApply: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply",
        abstract: "Apply the newest policies to open debts, or show what that would change.")

    @OptionGroup var connection: ConnectionOptions
    @Flag(help: "Only show what would change.") var preview = false

    func run() throws {
        let reply = try connection.answer(ApplyPolicies(isPreview: preview))
        for change in reply.changes {
            guard !connection.json else {
                let line: JSONValue = [
                    "ticket": JSONValue(change.ticket), "kind": .text(change.kind.rawValue),
                    "old": JSONValue(change.old), "new": JSONValue(change.new),
                    "policy": JSONValue(change.policy),
                ]
                print(try JSONText.line(line))
                continue
            }
            let columns = [
                "#\(change.ticket.rawValue)", change.kind.rawValue,
                change.old?.iso8601 ?? "-", change.new?.iso8601 ?? "-",
                change.policy?.rawValue ?? "-",
            ]
            print(columns.joined(separator: "\t"))
        }
        if !connection.json { print("\(reply.changes.count) changes, \(reply.tickets) tickets") }
    }
}

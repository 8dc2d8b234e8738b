import ArgumentParser
import CoreClient
import HelpDesk
import Localization
import SwiftExtensions
import Wire
import Workstation

struct GroupsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "groups", abstract: "Teams that share work, and how they share it.",
        subcommands: [GroupsList.self, GroupsShow.self, GroupsSet.self, GroupsHistory.self],
        defaultSubcommand: GroupsList.self)
}

struct GroupsList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "All groups with what waits for them.")

    @OptionGroup var connection: ConnectionOptions

    func run() throws {
        let (_, directory) = try connection.directory()
        guard !connection.json else {
            return try connection.printLines(
                directory.groups.map { JSONValue($0, directory.names) })
        }
        let words = connection.words
        var table = TextTable(
            [RoutingTerms.group, RoutingTerms.strategy, RoutingTerms.waiting, RoutingTerms.people]
                .map { words($0) })
        for view in directory.groups {
            let group = view.group.value
            table.add([
                group.name,
                words(group.isActive ? RoutingWords.strategy(group.strategy) : RoutingTerms.closed),
                "\(view.waiting)", "\(view.available)/\(group.members.count)",
            ])
        }
        connection.printTable(table, empty: RoutingTerms.noGroups)
    }
}

extension JSONValue {
    init(_ view: GroupView, _ names: RoutingDiff.Names) {
        let group = view.group.value
        self = [
            "group": .text(group.name), "number": JSONValue(group.id),
            "version": JSONValue(view.group.version), "changed": JSONValue(view.group.at),
            "author": .text(view.group.author), "reason": .text(view.group.reason),
            "waiting": JSONValue(view.waiting), "available": JSONValue(view.available),
            "active": .bool(group.isActive),
            "fields": JSONValue(fields: RoutingDiff.fields(group, names)),
        ]
    }
}

struct GroupsShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One group with all its fields.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The group's name.") var name: String

    func run() throws {
        let (_, directory) = try connection.directory()
        let view = try connection.saying { () throws(DeskError) in try directory.group(name) }
        guard !connection.json else {
            return try connection.printLines([JSONValue(view, directory.names)])
        }
        for (field, value) in RoutingDiff.fields(view.group.value, directory.names) {
            connection.printText("\(field)\t\(value)")
        }
        connection.printText("version\t\(view.group.version) (\(view.group.author))")
    }
}

struct GroupsSet: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Add a group or change some of its fields.",
        discussion: "A list replaces the earlier one; '-' empties it.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The group's name.") var name: String
    @Option(help: "A new name.") var rename: String?
    @Option(parsing: .upToNextOption, help: "Stores it works for.") var stores: [String] = []
    @Option(parsing: .upToNextOption, help: "Categories it takes.") var categories: [String] = []
    @Option(parsing: .upToNextOption, help: "Languages it takes.") var languages: [String] = []
    @Option(parsing: .upToNextOption, help: "Unix users in it.") var members: [String] = []
    @Option(parsing: .upToNextOption, help: "Unix users who lead it.") var leads: [String] = []
    @Option(parsing: .upToNextOption, help: "Unix users who stand in.") var deputies: [String] = []
    @Option(parsing: .upToNextOption, help: "Groups that help out.") var overflow: [String] = []
    @Option(help: "Shift calendar; '-' for none.") var calendar: String?
    @Option(
        help:
            "One of: \(RoutingStrategy.allCases.map(\.rawValue).joined(separator: ", ")).")
    var strategy: String?
    @Flag(inversion: .prefixedNo, help: "Whether its people work with a translation.")
    var translates: Bool?
    @Flag(
        inversion: .prefixedNo,
        help: "Whether only a ticket's owner, a lead, or who took the answer over may answer it.")
    var ownersOnly: Bool?
    @Flag(help: "The group works no more.") var closed = false
    @Flag(help: "A closed group works again.") var open = false
    @Option(help: "Why; stands in the history.") var reason: String

    func validate() throws {
        if let strategy, RoutingStrategy(rawValue: strategy) == nil {
            throw ValidationError("'--strategy \(strategy)' is no strategy.")
        }
        for name in categories where name != "-" && InquiryCategory(rawValue: name) == nil {
            throw ValidationError("'--categories \(name)' is no category.")
        }
        guard !(closed && open) else { throw ValidationError("Either --closed or --open.") }
    }

    func run() throws {
        let (session, directory) = try connection.directory()
        let known = directory.groups.first { $0.group.value.name == name }
        var group =
            known?.group.value ?? RoutingGroup(id: GroupID(0), name: name, strategy: .manual)
        let saved = try connection.saying { () throws(DeskError) in
            try change(&group, directory)
            return try session.call(
                SaveGroup(group: group, version: known?.group.version ?? 0, reason: reason))
        }
        guard !connection.json else {
            let view = GroupView(group: saved, waiting: known?.waiting ?? 0, available: 0)
            return try connection.printLines([JSONValue(view, directory.names)])
        }
        connection.printText("\(saved.value.name)\tv\(saved.version)")
    }

    private func change(
        _ group: inout RoutingGroup, _ directory: RoutingDirectory
    ) throws(DeskError) {
        group.name = rename ?? group.name
        group.stores = list(stores)?.map { StoreID($0) } ?? group.stores
        group.categories =
            list(categories)?.compactMap { InquiryCategory(rawValue: $0) } ?? group.categories
        group.languages = list(languages)?.map { LanguageCode($0) } ?? group.languages
        group.members = try ids(members, directory) ?? group.members
        group.leads = try ids(leads, directory) ?? group.leads
        group.deputies = try ids(deputies, directory) ?? group.deputies
        if let wanted = list(overflow) {
            group.overflow = []
            for name in wanted { group.overflow.append(try directory.group(name).group.value.id) }
        }
        if let calendar { group.calendar = calendar == "-" ? nil : calendar }
        group.strategy = strategy.flatMap { RoutingStrategy(rawValue: $0) } ?? group.strategy
        group.translates = translates ?? group.translates
        if let ownersOnly { group.ownersOnly = ownersOnly ? true : nil }
        if closed || open { group.isActive = open }
    }

    /// Nil where nothing was said, empty for a dash.
    private func list(_ words: [String]) -> [String]? {
        words.isEmpty ? nil : words == ["-"] ? [] : words
    }

    private func ids(
        _ users: [String], _ directory: RoutingDirectory
    ) throws(DeskError) -> [PersonID]? {
        guard let users = list(users) else { return nil }
        var ids: [PersonID] = []
        for user in users { ids.append(try directory.person(user)) }
        return ids
    }
}

struct GroupsHistory: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "Every version of a group: who, when, why, what.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The group's name.") var name: String

    func run() throws {
        let (session, directory) = try connection.directory()
        let versions = try connection.saying { () throws(DeskError) in
            let group = try directory.group(name).group.value.id
            return try session.call(ShowGroupHistory(group: group)).versions
        }
        let names = directory.names
        try connection.printHistory(
            versions, { RoutingDiff.lines(from: $0, to: $1, names) },
            { JSONValue(fields: RoutingDiff.fields($0, names)) })
    }
}

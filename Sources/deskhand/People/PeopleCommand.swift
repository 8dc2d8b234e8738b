import ArgumentParser
import CoreClient
import HelpDesk
import SwiftExtensions
import TerminalCore
import Wire

struct PeopleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "people", abstract: "Who works at the desk.",
        subcommands: [
            PeopleList.self,
            PeopleAdd.self,
            PeopleRemove.self,
            PeopleHistory.self,
        ])
}

private struct PersonDocument: Encodable {
    var user: String
    var name: String
    var role: String
    var stores: [String]?
    var languages: [String]
    var active: Bool

    init(_ person: Person) {
        user = person.unixUser
        name = person.displayName
        role = person.role.rawValue
        if case .only(let scope) = person.scope { stores = scope.map(\.rawValue).sorted() }
        languages = person.languages.map(\.rawValue)
        active = person.isActive
    }
}

extension ConnectionOptions {
    fileprivate func printPerson(_ person: Person) throws {
        let document = PersonDocument(person)
        if json {
            print(try JSONText.line(document))
        } else {
            let stores = document.stores?.joined(separator: ",") ?? "all stores"
            print(
                "\(document.user)\t\(SafeText.line(document.name))\t\(document.role)\t\(stores)"
                    + (document.active ? "" : "\tinactive"))
        }
    }
}

struct PeopleList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "People whose stores you can see.")

    @OptionGroup var connection: ConnectionOptions
    @Flag(help: "Also people who no longer work here (administrators of people).") var all = false

    func run() throws {
        let reply = try connection.reply(to: ListPeople(includesInactive: all))
        for person in reply.people { try connection.printPerson(person) }
    }
}

struct PeopleAdd: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add or change a person by Unix user (admins).")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The Unix user.") var user: String
    @Option(help: "Name that colleagues see; default: the user.") var name: String?
    @Option(
        help: "agent, senior, supervisor, quality, admin, auditor or service.")
    var role: String = Role.agent.rawValue
    @Option(parsing: .upToNextOption, help: "Stores this person may see.")
    var store: [String] = []
    @Flag(help: "The person may see all stores, also those added later.") var allStores = false
    @Option(parsing: .upToNextOption, help: "Languages this person writes, such as de ja.")
    var language: [String] = []
    @Option(help: "IANA zone in which this person reads times.") var timeZone: String?
    @Flag(help: "The person no longer works here.") var inactive = false

    func run() throws {
        guard let role = Role(rawValue: role) else {
            throw ValidationError("'--role \(role)' is no role; see 'deskhand people add --help'.")
        }
        let seesAll = allStores || (role == .admin && store.isEmpty)
        guard seesAll != !store.isEmpty || inactive else {
            throw ValidationError("Name the stores with '--store', or say '--all-stores'.")
        }
        let call = SavePerson(
            unixUser: user, displayName: name ?? user, role: role,
            scope: seesAll ? .all : .only(Set(store.map { StoreID($0) })),
            languages: language.map { LanguageCode($0) }, timeZone: timeZone,
            isActive: !inactive)
        let session = try connection.connect()
        try connection.printPerson(
            try connection.saying { () throws(DeskError) in try session.call(call) })
    }
}

struct PeopleRemove: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Somebody no longer works here; the record keeps them.",
        discussion: "For somebody who administers people or roles it takes a second person.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The Unix user.") var user: String

    func run() throws {
        let session = try connection.connect()
        let people = try connection.saying { () throws(DeskError) in
            try session.call(ListPeople())
        }.people
        guard let person = people.first(where: { $0.unixUser == user }) else {
            throw CommandFailure(
                DeskError(.personNotFound, ["person": user]), words: connection.words)
        }
        let call = SavePerson(
            unixUser: user, displayName: person.displayName, role: person.role,
            scope: person.scope, languages: person.languages, timeZone: person.timeZone,
            isActive: false)
        try connection.printPerson(
            try connection.saying { () throws(DeskError) in try session.call(call) })
    }
}

struct PeopleHistory: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "Every change of people, with its difference.")

    @OptionGroup var connection: ConnectionOptions
    @Option(help: "How many at most, 1 to 500.") var limit: Int = 100

    func run() throws { try connection.printHistory(part: .people, limit: limit) }
}

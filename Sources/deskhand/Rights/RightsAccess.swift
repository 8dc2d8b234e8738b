import ArgumentParser
import CoreClient
import HelpDesk
import SwiftExtensions
import TerminalCore
import Wire

struct RightsAccess: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "access", abstract: "Who may do what, for the quarterly review.",
        discussion: """
            Exit 1 when the review is overdue or somebody is signed in from two places. Sign off \
            with 'deskhand rights review DIGEST'.
            """)

    @OptionGroup var connection: ConnectionOptions

    func run() throws {
        let session = try connection.connect()
        let list = try connection.saying { () throws(DeskError) in try session.call(ListAccess()) }
        try connection.print(list)
        let isOverdue = list.dueAt.map { $0 <= session.hello.now } ?? true
        if isOverdue || list.people.contains(where: { $0.places.count > 1 }) { throw ExitCode(1) }
    }
}

struct RightsReview: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review", abstract: "Sign the list of access off as it was printed.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The digest that 'deskhand rights access' printed.") var digest: String

    func run() throws {
        try connection.print(try connection.reply(to: ReviewAccess(digest: digest)))
    }
}

extension ConnectionOptions {
    fileprivate func print(_ list: AccessList) throws {
        if json {
            Swift.print(try JSONText.line(list.document))
            return
        }
        var table = TextTable(["user", "name", "role", "stores", "last sign-in", "places", "note"])
        for line in list.people {
            table.add(
                [
                    line.person.unixUser, line.person.displayName, line.person.role.rawValue,
                    line.person.scope.words, line.lastSignIn?.iso8601 ?? "never",
                    line.places.joined(separator: " "),
                    line.isConfigured ? "everything, by core.admins" : "",
                ], notes: [line.rights.joined(separator: " ")])
        }
        for line in table.lines { Swift.print(line) }
        Swift.print("digest\t\(list.digest)")
        Swift.print("reviewed\t\(list.lastReview?.at.iso8601 ?? "never")")
        Swift.print("due\t\(list.dueAt?.iso8601 ?? "now")")
    }
}

extension AccessList {
    fileprivate var document: JSONValue {
        let lines = people.map { line -> JSONValue in
            [
                "user": .text(line.person.unixUser), "name": .text(line.person.displayName),
                "role": .text(line.person.role.rawValue),
                "stores": .text(line.person.scope.words),
                "rights": .list(line.rights.map(JSONValue.text)),
                "everything": .bool(line.isConfigured), "last_sign_in": JSONValue(line.lastSignIn),
                "places": .list(line.places.map(JSONValue.text)),
            ]
        }
        return [
            "people": .list(lines), "digest": .text(digest),
            "reviewed_at": JSONValue(lastReview?.at), "due_at": JSONValue(dueAt),
        ]
    }
}

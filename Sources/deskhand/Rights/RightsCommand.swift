import ArgumentParser
import CoreClient
import HelpDesk
import Wire

struct RightsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rights", abstract: "Who may do what, who asked for more, who saw what.",
        subcommands: [
            RightsMine.self, RightsRoles.self, RightsSetRole.self, RightsRequests.self,
            RightsApprove.self, RightsRefuse.self, RightsHistory.self, RightsSeen.self,
            RightsUnmask.self, RightsAccess.self, RightsReview.self,
        ])
}

extension ConnectionOptions {
    /// One call on a connection of its own.
    func reply<Call: RemoteCall>(to call: Call) throws -> Call.Reply {
        let session = try connect()
        return try saying { () throws(DeskError) in try session.call(call) }
    }
}

struct RightsMine: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mine", abstract: "What you may do at this moment.")

    @OptionGroup var connection: ConnectionOptions

    func run() throws {
        let me = try connection.reply(to: ShowMyRights())
        guard connection.json else {
            print("\(me.unixUser)\t\(me.role.rawValue)\t\(me.scope.words)")
            for right in me.rights.words { print(right) }
            return
        }
        let document: JSONValue = [
            "user": .text(me.unixUser), "role": .text(me.role.rawValue),
            "stores": .text(me.scope.words), "rights": .list(me.rights.words.map(JSONValue.text)),
        ]
        print(try JSONText.line(document))
    }
}

struct RightsRoles: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roles", abstract: "What each role allows, and what this desk changed.")

    @OptionGroup var connection: ConnectionOptions

    func run() throws {
        let roles = try connection.reply(to: ListRoles()).roles
        guard !connection.json else {
            for role in roles { print(try JSONText.line(role.document)) }
            return
        }
        for role in roles { print(role.text) }
    }
}

struct RightsSetRole: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set-role", abstract: "Give a role another set of rights; two people's act.",
        discussion: """
            Rights are words such as read:stores or assign:own. Exit 4 with the number of the \
            request when another person has to approve.
            """)

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The role.") var role: String
    @Option(parsing: .upToNextOption, help: "Rights to add.") var add: [String] = []
    @Option(parsing: .upToNextOption, help: "Rights to take away, with or without a breadth.")
    var remove: [String] = []
    @Flag(help: "Back to what is built in, before anything is added or taken.") var builtIn = false
    @Option(help: "Why.") var reason: String

    func run() throws {
        guard let role = Role(rawValue: role) else {
            throw ValidationError("'\(role)' is no role; see 'deskhand rights roles'.")
        }
        let session = try connection.connect()
        let roles = try connection.saying { () throws(DeskError) in try session.call(ListRoles()) }
        let known = roles.roles.first { $0.role == role }?.rights ?? []
        let call = SaveRole(
            role: role, rights: changed(builtIn ? role.builtInRights.words : known),
            reason: reason)
        let saved = try connection.saying { () throws(DeskError) in try session.call(call) }
        print(connection.json ? try JSONText.line(saved.document) : saved.text)
    }

    /// A right that is added takes the place of the same one in another breadth.
    private func changed(_ words: [String]) -> [String] {
        let verb = { (word: String) in String(word.prefix { $0 != ":" }) }
        let gone = Set(remove.map(verb) + add.map(verb))
        return words.filter { !gone.contains(verb($0)) } + add
    }
}

extension RoleView {
    fileprivate var document: JSONValue {
        [
            "role": .text(role.rawValue), "version": .integer(Int64(version)),
            "rights": .list(rights.map(JSONValue.text)), "added": .list(added.map(JSONValue.text)),
            "removed": .list(removed.map(JSONValue.text)), "reason": JSONValue(reason),
        ]
    }

    fileprivate var text: String {
        let changes = added.map { "+\($0)" } + removed.map { "-\($0)" }
        return
            (["\(role.rawValue)\tv\(version)\t\(rights.joined(separator: " "))"]
            + changes.map { "    \($0)" }).joined(separator: "\n")
    }
}

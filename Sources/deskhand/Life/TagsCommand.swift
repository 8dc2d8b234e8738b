import ArgumentParser
import CoreClient
import HelpDesk
import TerminalCore
import Wire

struct TagsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tags", abstract: "The registry of tags.",
        subcommands: [TagList.self, TagSave.self], defaultSubcommand: TagList.self)
}

struct TagList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Tags with their live tickets, and how many have none.")

    @OptionGroup var connection: ConnectionOptions

    func run() throws {
        let session = try connection.connect()
        let reply = try connection.saying { () throws(DeskError) in try session.call(ListTags()) }
        if connection.json {
            print(try JSONText.line(TagsDocument(reply)))
            return
        }
        for entry in reply.tags {
            let name = SafeText.line(entry.tag.name.rawValue)
            let group = SafeText.line(entry.tag.group)
            print("\(entry.tickets)  #\(name)  \(group)")
        }
        print("\(reply.untagged)/\(reply.liveTickets)  -")
    }
}

struct TagSave: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "save", abstract: "Register a tag or change its entry.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The tag's name.") var name: String
    @Option(help: "What it belongs to.") var group: String = ""
    @Option(help: "One of: \(TagColour.allCases.map(\.rawValue).joined(separator: ", ")).")
    var colour: String = TagColour.plain.rawValue
    @Option(parsing: .upToNextOption, help: "Other words that mean it.") var aliases: [String] = []
    @Flag(help: "Follow-up tickets inherit it.") var sticky = false
    @Flag(help: "No longer offered; tickets keep it.") var retired = false

    func validate() throws {
        guard TagColour(rawValue: colour) != nil else {
            throw ValidationError("'--colour \(colour)' is no colour.")
        }
    }

    func run() throws {
        let session = try connection.connect()
        let tag = Tag(
            name: TagName(name), group: group, colour: TagColour(rawValue: colour) ?? .plain,
            aliases: aliases.map { TagName($0) }, isSticky: sticky, isRetired: retired)
        let reply = try connection.saying { () throws(DeskError) in
            try session.call(SaveTag(tag: tag))
        }
        print(
            connection.json
                ? try JSONText.line(TagDocument(reply.tag, tickets: nil))
                : "#\(SafeText.line(reply.tag.name.rawValue))")
    }
}

private struct TagDocument: Encodable {
    var name: String
    var group: String
    var colour: String
    var aliases: [String]
    var sticky: Bool
    var retired: Bool
    var tickets: Int?

    init(_ tag: Tag, tickets: Int?) {
        name = tag.name.rawValue
        group = tag.group
        colour = tag.colour.rawValue
        aliases = tag.aliases.map(\.rawValue)
        sticky = tag.isSticky
        retired = tag.isRetired
        self.tickets = tickets
    }
}

private struct TagsDocument: Encodable {
    var tags: [TagDocument]
    var tickets: Int
    var untagged: Int

    init(_ reply: ListTags.Reply) {
        tags = reply.tags.map { TagDocument($0.tag, tickets: $0.tickets) }
        tickets = reply.liveTickets
        untagged = reply.untagged
    }
}

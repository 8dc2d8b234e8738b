import ArgumentParser
import CoreClient
import HelpDesk
import Localization
import SwiftExtensions
import Wire
import Workstation

struct AgentsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agents", abstract: "Who is at work, with what load and which skills.",
        subcommands: [AgentsList.self, AgentsSet.self, AgentsHistory.self, AgentsPresence.self],
        defaultSubcommand: AgentsList.self)
}

extension ConnectionOptions {
    fileprivate func printAgents(_ agents: [AgentView], now: Timestamp) throws {
        guard !json else { return try printLines(agents.map(JSONValue.init)) }
        var table = TextTable(
            [
                RoutingTerms.person, RoutingTerms.presence, RoutingTerms.until, RoutingTerms.load,
                RoutingTerms.shift, RoutingTerms.skills,
            ].map { words($0) })
        for agent in agents {
            table.add([
                agent.unixUser, words(RoutingWords.presence(agent.presence)),
                agent.until.map(\.iso8601) ?? "-",
                "\(Self.rounded(agent.load))/\(Self.rounded(agent.profile.cap))",
                agent.shiftLeftSeconds.map { TimeLeft.span($0) } ?? "-",
                agent.profile.skills.map { "\($0.name):\($0.level)" }.joined(separator: " "),
            ])
        }
        printTable(table, empty: RoutingTerms.noAgents)
    }

    /// One place behind the point.
    private static func rounded(_ number: Double) -> String {
        "\((number * 10).rounded() / 10)"
    }
}

extension JSONValue {
    fileprivate init(_ agent: AgentView) {
        self = [
            "user": .text(agent.unixUser), "name": .text(agent.name),
            "presence": .text(agent.presence.rawValue), "until": JSONValue(agent.until),
            "load": JSONValue(agent.load), "cap": JSONValue(agent.profile.cap),
            "weight": JSONValue(agent.profile.weight),
            "calendar": JSONValue(agent.profile.calendar),
            "shift_left_seconds": JSONValue(agent.shiftLeftSeconds.map(Int.init)),
            "skills": .list(
                agent.profile.skills.map {
                    ["name": .text($0.name), "level": JSONValue($0.level)]
                }),
            "groups": .list(agent.groups.map { JSONValue($0) }),
            "version": JSONValue(agent.version),
        ]
    }
}

struct AgentsList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Everybody whose stores you share.")

    @OptionGroup var connection: ConnectionOptions

    func run() throws {
        let (reply, now) = try connection.ask(ListAgents())
        try connection.printAgents(reply.agents, now: now)
    }
}

struct AgentsSet: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Set somebody's skills, limit, weight and shift calendar.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The Unix user.") var user: String
    @Option(parsing: .upToNextOption, help: "Skills with levels 1 to 3, such as refunds:2.")
    var skills: [SkillArgument] = []
    @Option(help: "Load that fills the day, in tickets of the desk's median.") var cap: Double?
    @Option(help: "Share in round robin, 1 to 100.") var weight: Int?
    @Option(help: "Shift calendar; '-' for the group's.") var calendar: String?
    @Option(help: "Why; stands in the history.") var reason: String

    func run() throws {
        let session = try connection.connect()
        let saved = try connection.saying { () throws(DeskError) in
            let agents = try session.call(ListAgents()).agents
            guard let agent = agents.first(where: { $0.unixUser == user }) else {
                throw DeskError(.personNotFound, ["person": user])
            }
            var profile = agent.profile
            if !skills.isEmpty { profile.skills = skills.map(\.skill) }
            profile.cap = cap ?? profile.cap
            profile.weight = weight ?? profile.weight
            if let calendar { profile.calendar = calendar == "-" ? nil : calendar }
            _ = try session.call(
                SaveProfile(profile: profile, version: agent.version, reason: reason))
            return try session.call(ListAgents()).agents.filter { $0.unixUser == user }
        }
        try connection.printAgents(saved, now: session.hello.now)
    }
}

struct AgentsHistory: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "Every version of somebody's profile.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The Unix user.") var user: String

    func run() throws {
        let (session, directory) = try connection.directory()
        let versions = try connection.saying { () throws(DeskError) in
            let person = try directory.person(user)
            return try session.call(ShowProfileHistory(person: person)).versions
        }
        let names = directory.names
        try connection.printHistory(
            versions, { RoutingDiff.lines(from: $0, to: $1, names) },
            { JSONValue(fields: RoutingDiff.fields($0)) })
    }
}

struct AgentsPresence: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "presence", abstract: "Say whether you work, or whether somebody does.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(
        help: "One of: \(AgentPresence.allCases.map(\.rawValue).joined(separator: ", ")).")
    var presence: String
    @Option(name: .customLong("for"), help: "How long away, such as 30m or 2h.")
    var duration: String?
    @Option(help: "Another Unix user; for those who keep the roster.") var user: String?

    func validate() throws {
        guard AgentPresence(rawValue: presence) != nil else {
            throw ValidationError("'\(presence)' is no presence.")
        }
        if let duration, TimeLeft.parse(duration) == nil {
            throw ValidationError("'--for \(duration)' is no time such as 30m, 3h or 2d.")
        }
    }

    func run() throws {
        let session = try connection.connect()
        let view = try connection.saying { () throws(DeskError) in
            var person: PersonID?
            if let user {
                let people = try session.call(ListPeople()).people
                person = try RoutingDirectory(people: people, groups: []).person(user)
            }
            let until = duration.flatMap { TimeLeft.parse($0) }.map { session.hello.now + $0 }
            return try session.call(
                SetPresence(
                    presence: AgentPresence(rawValue: presence) ?? .available, until: until,
                    person: person))
        }
        try connection.printAgents([view], now: session.hello.now)
    }
}

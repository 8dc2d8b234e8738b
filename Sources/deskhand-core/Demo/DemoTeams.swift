import Foundation
import HelpDesk
import Wire

/// `teams.json` of the sample data: how the pretend desk is organised, in the documents that
/// `calendars save`, `policies save` and `rules set` take.
struct DemoTeams: Decodable {
    struct Group: Decodable {
        var name: String
        var stores: [StoreID]
        var members: [String]
        var leads: [String]
        var deputies: [String]
        var strategy: RoutingStrategy
        /// Names of groups that stand above this one in the file.
        var overflow: [String]?
        var translates: Bool?
    }

    struct Agent: Decodable {
        /// A Unix user; `*` for whoever runs the tour.
        var user: String
        var cap: Double
        var weight: Int
        var calendar: String
        var skills: [AgentSkill]
    }

    var calendars: [WorkCalendar]
    /// In the order in which they are asked.
    var policies: [ResponsePolicy]
    var groups: [Group]
    var agents: [Agent]
    var rules: [RuleDocument]
    /// Words of the lead to everybody.
    var broadcast: String

    static func load(from folder: String) throws -> DemoTeams {
        let path = folder + "/teams.json"
        do {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            return try JSONDecoder().decode(DemoTeams.self, from: bytes)
        } catch {
            throw ProgramFailure(message: "deskhand: \(path): \(error)", code: 2)
        }
    }
}

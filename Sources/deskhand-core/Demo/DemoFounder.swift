import Core
import HelpDesk
import SwiftExtensions
import Wire

/// Organises the pretend desk by the calls that people make: the lead writes, and whoever runs the
/// tour is the second person where one is asked for.
struct DemoFounder {
    private static let reason = "the tour"

    let desk: Desk
    let lead: Principal
    let owner: Principal

    /// `user` runs the tour; the lead is the first supervisor of all stores besides.
    init(_ desk: Desk, user: String, leads: [String]) async throws {
        let hello = Hello(client: "demo", wantsEvents: false)
        self.desk = desk
        owner = try await desk.hello(hello, unixUser: user).me
        if let name = leads.first(where: { $0 != user }) {
            lead = try await desk.hello(hello, unixUser: name).me
        } else {
            lead = owner
        }
    }

    func found(_ teams: DemoTeams, _ macros: [SaveMacro]) async throws {
        for calendar in teams.calendars {
            _ = try await desk.perform(SaveCalendar(calendar: calendar), as: lead)
        }
        for policy in teams.policies { try await save(policy) }
        let people = try await desk.perform(ListPeople(), as: lead).people
        let ids = Dictionary(
            people.map { ($0.unixUser, $0.id) }, uniquingKeysWith: { first, _ in first })
        for agent in teams.agents { try await save(agent, ids) }
        for group in teams.groups { try await save(group, ids) }
        try await save(teams.rules, ids)
        for macro in macros { try await save(macro) }
        try await beginShifts()
        _ = try await desk.perform(SendBroadcast(words: teams.broadcast), as: lead)
    }

    /// The lead asks, the second person approves, the lead asks again.
    private func save(_ policy: ResponsePolicy) async throws {
        do {
            _ = try await desk.perform(SavePolicy(policy: policy), as: lead)
        } catch let error as DeskError where error.code == .secondPerson {
            guard let request = error.arguments["request"].flatMap({ Int64($0) }) else {
                throw error
            }
            _ = try await desk.perform(
                SettleRequest(
                    request: GuardedRequestID(request), isApproved: true, reason: Self.reason),
                as: owner)
            _ = try await desk.perform(SavePolicy(policy: policy), as: lead)
        }
    }

    /// With the tags that it puts on, which agents may not make up; another person approves it.
    private func save(_ macro: SaveMacro) async throws {
        for case .tag(let name) in macro.acts {
            _ = try await desk.perform(SaveTag(tag: Tag(name: name)), as: lead)
        }
        let saved = try await desk.perform(macro, as: lead)
        guard owner.person != lead.person else { return }
        _ = try await desk.perform(
            SettleMacro(name: macro.name, number: saved.version.number, isApproved: true),
            as: owner)
    }

    private func save(_ agent: DemoTeams.Agent, _ ids: [String: PersonID]) async throws {
        guard let person = agent.user == "*" ? owner.person : ids[agent.user] else { return }
        let known = try await desk.perform(ShowProfileHistory(person: person), as: lead).versions
        // Whoever runs the tour may be one of the team.
        guard known.isEmpty || agent.user != "*" else { return }
        _ = try await desk.perform(
            SaveProfile(
                profile: AgentProfile(
                    person: person, skills: agent.skills, cap: agent.cap, weight: agent.weight,
                    calendar: agent.calendar), version: known.first?.version ?? 0,
                reason: Self.reason), as: lead)
    }

    private func save(_ group: DemoTeams.Group, _ ids: [String: PersonID]) async throws {
        let known = try await desk.perform(ListGroups(), as: lead).groups
        let overflow = known.filter { group.overflow?.contains($0.group.value.name) ?? false }
        _ = try await desk.perform(
            SaveGroup(
                group: RoutingGroup(
                    id: GroupID(0), name: group.name, stores: group.stores,
                    members: group.members.compactMap { ids[$0] },
                    leads: group.leads.compactMap { ids[$0] },
                    deputies: group.deputies.compactMap { ids[$0] }, strategy: group.strategy,
                    overflow: overflow.map(\.group.value.id),
                    translates: group.translates ?? false), version: 0, reason: Self.reason),
            as: lead)
    }

    private func save(_ rules: [RuleDocument], _ ids: [String: PersonID]) async throws {
        let groups = try await desk.perform(ListGroups(), as: lead).groups.map(\.group.value)
        let names = RoutingDiff.Names(
            people: Dictionary(
                ids.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first }),
            groups: Dictionary(
                groups.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first }))
        let known = try rules.map { try $0.rule(names) }
        _ = try await desk.perform(
            SaveRules(rules: known, version: 0, reason: Self.reason), as: lead)
    }

    /// Whose calendar is open sits at a desk elsewhere.
    private func beginShifts() async throws {
        for agent in try await desk.perform(ListAgents(), as: lead).agents
        where agent.shiftLeftSeconds != nil && agent.person != owner.person {
            _ = try await desk.perform(
                SetPresence(presence: .available, person: agent.person), as: lead)
        }
    }
}

import HelpDesk
import SwiftExtensions
import Wire

/// What the core says of teams, decisions and lists.
enum RoutingFixture {
    static let at = Timestamp(seconds: 1_772_896_000)

    static let groups = [
        view(
            RoutingGroup(
                id: GroupID(1), name: "Europe", stores: ["nova-eu"],
                members: [PersonID(1), PersonID(2)], leads: [PersonID(3)], calendar: "day",
                strategy: .roundRobin, overflow: [GroupID(2)]), waiting: 7, available: 1),
        view(
            RoutingGroup(
                id: GroupID(2), name: "Claims\u{1B}[31m", members: [PersonID(3)],
                strategy: .balanced), waiting: 0, available: 0),
    ]

    private static func view(_ group: RoutingGroup, waiting: Int, available: Int) -> GroupView {
        GroupView(
            group: Versioned(
                version: 2, at: at, author: "Sue", reason: "Ben helps out.", value: group),
            waiting: waiting, available: available)
    }

    static let groupHistory: [Versioned<RoutingGroup>] = {
        var first = groups[0].group
        first.version = 1
        first.reason = "The team starts."
        first.value.members = [PersonID(1)]
        return [groups[0].group, first]
    }()

    static let agents = [
        agent(1, "Li Wei", .available, load: 7.25, [AgentSkill("refunds", level: 3)]),
        agent(2, "Ben Okafor", .away, load: 3, []),
        agent(3, "Sue Castellanos-Oyelaran", .busy, load: 12, [AgentSkill("claims", level: 2)]),
    ]

    private static func agent(
        _ id: Int64, _ name: String, _ presence: AgentPresence, load: Double,
        _ skills: [AgentSkill]
    ) -> AgentView {
        AgentView(
            person: PersonID(id), unixUser: "user\(id)", name: name,
            profile: AgentProfile(person: PersonID(id), skills: skills), version: 1,
            presence: presence, until: presence == .away ? at + .hours(2) : nil,
            shiftLeftSeconds: 7200, load: load, groups: [GroupID(1)])
    }

    static let rules = Versioned(
        version: 3, at: at, author: "Sue", reason: "Refunds need practice.",
        value: RuleSheet(
            rules: [
                RoutingRule(
                    name: "refunds", condition: RoutingCondition(categories: [.returnRefund]),
                    group: GroupID(1), required: [AgentSkill("refunds", level: 2)]),
                RoutingRule(name: "rest", group: GroupID(1)),
            ], preview: RulePreview(tickets: 214, moved: 31, homeless: 0, samples: [])))

    static let rulesHistory: [Versioned<RuleSheet>] = {
        var before = rules
        before.version = 2
        before.reason = "A start."
        before.value.rules.removeFirst()
        return [rules, before]
    }()

    static let explained = ExplainRouting.Reply(
        decisions: [
            DecisionView(at: at, decision: chosen, groupName: "Europe"),
            DecisionView(at: at - .minutes(20), decision: waiting, groupName: "Europe"),
        ],
        names: [
            ExplainRouting.PersonName(person: PersonID(1), name: "Li Wei"),
            ExplainRouting.PersonName(person: PersonID(2), name: "Ben Okafor"),
        ], returnedBy: [PersonID(2)])

    private static let verdicts = [
        CandidateVerdict(person: PersonID(1), rejection: nil, load: 7.25, cap: 12, match: 3),
        CandidateVerdict(person: PersonID(2), rejection: .excluded, load: 3, cap: 12, match: 0),
    ]

    private static let chosen = RoutingDecision(
        ticket: TicketID(1), cause: .returned, rulesVersion: 3, rule: "refunds",
        group: GroupID(1), strategy: .roundRobin, stage: .requiredOnly, usedPercent: 31,
        chosen: PersonID(1), choice: .strategy, tieBreak: .turn, candidates: verdicts,
        priority: .normal, tags: [], turnWeight: 1, isLeadTold: false, isUrgent: false,
        isLanguageRelaxed: false)

    private static let waiting = RoutingDecision(
        ticket: TicketID(1), cause: .arrived, rulesVersion: 3, rule: "refunds",
        group: GroupID(1), strategy: .roundRobin, stage: .full, usedPercent: 2,
        waiting: .allAtLimit, candidates: [], priority: .normal, tags: [], isLeadTold: false,
        isUrgent: true, isLanguageRelaxed: false)

    static func list(_ rows: [TicketRow]) -> HandOverView {
        let lines = rows.enumerated().map { index, row in
            HandOverLineView(
                line: HandOverLine(
                    ticket: row.id, kind: HandOverKind.allCases[index % 4],
                    acceptedBy: index == 1 ? PersonID(2) : nil,
                    acceptedAt: index == 1 ? at : nil),
                row: row, words: index == 2 ? "A call before noon." : "",
                acceptedByName: index == 1 ? "Ben Okafor" : nil)
        }
        return HandOverView(
            id: HandOverID(1), from: PersonID(1), fromName: "Li Wei", at: at, lines: lines)
    }
}

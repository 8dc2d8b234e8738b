package import HelpDesk
import SwiftExtensions

extension SampleEvents {
    package static let routing: [DeskEvent] = [
        .routing(
            .groupSaved(
                RoutingChange(
                    version: 1, reason: "The team starts.",
                    value: RoutingGroup(
                        id: GroupID(1), name: "Europe", stores: [Desk.us], members: [Desk.ann],
                        strategy: .roundRobin)))),
        .routing(
            .profileSaved(
                RoutingChange(
                    version: 1, reason: "New here.",
                    value: AgentProfile(
                        person: Desk.ann, skills: [AgentSkill("claims", level: 2)], cap: 4.5,
                        weight: 2, calendar: "day")))),
        .routing(
            .rulesSaved(
                RoutingChange(
                    version: 1, reason: "A try.",
                    value: RuleSheet(
                        rules: [
                            RoutingRule(
                                name: "night",
                                condition: RoutingCondition(hours: HourSpan(from: 22, until: 6)),
                                group: GroupID(1), tags: ["night"])
                        ],
                        preview: RulePreview(tickets: 214, moved: 31, homeless: 0, samples: []))))),
        .routing(.decided(decision)),
        .routing(.accepted(TicketID(2), Desk.ann, cycle: 1)),
        .routing(
            .returned(
                TicketReturn(ticket: TicketID(2), person: Desk.ann, cycle: 1, cause: .timeout))),
        .routing(
            .handOverOffered(
                HandOver(
                    id: HandOverID(1), from: Desk.ann, at: time,
                    lines: [HandOverLine(ticket: TicketID(2), kind: .owed)]))),
        .routing(.handOverLineAccepted(HandOverID(1), TicketID(2), by: Desk.bo)),
    ]

    private static let decision = RoutingDecision(
        ticket: TicketID(2), cause: .arrived, rulesVersion: 1, rule: "night", group: GroupID(1),
        strategy: .roundRobin, stage: .full, usedPercent: 4, from: nil, chosen: Desk.ann,
        choice: .strategy, tieBreak: .turn,
        waiting: nil,
        candidates: [
            CandidateVerdict(person: Desk.ann, rejection: nil, load: 1.25, cap: 4.5, match: 0),
            CandidateVerdict(person: Desk.bo, rejection: .busy, load: 0, cap: 12, match: 3),
        ], priority: .high, tags: ["night"], turnWeight: 2, isLeadTold: false, isUrgent: false,
        isLanguageRelaxed: false)
}

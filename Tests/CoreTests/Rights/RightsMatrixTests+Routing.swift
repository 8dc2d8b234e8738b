import Core
import HelpDesk
import SwiftExtensions
import Wire

extension RightsMatrixTests {
    private static let group = RoutingGroup(
        id: GroupID(1), name: "Europe", stores: [World.europe])

    static let routingRows: [Row] = [
        row(stranger: .fine) { _, _, _ in ListGroups() },
        row(.refused(.notAllowed), .fine, .refused(.routingStale), stranger: .refused(.notAllowed))
        { _, _, _ in
            SaveGroup(group: group, version: 0, reason: "A start.")
        },
        row(
            .refused(.groupNotFound), .refused(.groupNotFound), .refused(.groupNotFound),
            stranger: .refused(.groupNotFound)
        ) { _, _, _ in ShowGroupHistory(group: GroupID(9)) },
        row(stranger: .fine) { _, _, _ in ShowRules() },
        row(.refused(.notAllowed), .fine, .refused(.routingStale), stranger: .refused(.notAllowed))
        { _, _, _ in
            SaveRules(rules: [], version: 0, reason: "A start.")
        },
        row(stranger: .fine) { _, _, _ in ShowRulesHistory() },
        row(.refused(.notAllowed), .fine, .fine, stranger: .refused(.notAllowed)) { _, _, _ in
            PreviewRules(rules: [])
        },
        row(.refused(.notAllowed), .fine, .fine, stranger: .refused(.notAllowed)) { _, _, _ in
            SimulateRouting(pattern: nil, seeds: [1], strategies: [.manual])
        },
        row(stranger: .fine) { _, _, _ in ListAgents() },
        row(.refused(.notAllowed), .fine, .refused(.routingStale), stranger: .refused(.notAllowed))
        { world, _, _ in
            SaveProfile(
                profile: AgentProfile(person: world.ana.person), version: 0, reason: "A start.")
        },
        row(stranger: .refused(.personNotFound)) { world, _, _ in
            ShowProfileHistory(person: world.ana.person)
        },
        row(stranger: .fine) { _, _, _ in SetPresence(presence: .busy) },
        row { _, ticket, _ in AcceptTicket(ticket: ticket) },
        row(
            .refused(.ticketNotYours), .refused(.ticketNotYours), .refused(.ticketNotYours)
        ) { _, ticket, _ in ReturnTicket(ticket: ticket) },
        row(.refused(.notRouted), .refused(.notRouted), .refused(.notRouted)) { _, ticket, _ in
            ExplainRouting(ticket: ticket)
        },
        row(
            .refused(.handOverEmpty), .refused(.handOverEmpty), .refused(.handOverEmpty),
            stranger: .refused(.handOverEmpty)
        ) { _, _, _ in OfferHandOver() },
        row(stranger: .fine) { _, _, _ in ListHandOvers() },
        row(
            .refused(.handOverNotFound), .refused(.handOverNotFound), .refused(.handOverNotFound)
        ) { _, ticket, _ in AcceptHandOverLine(list: HandOverID(9), ticket: ticket) },
    ]
}

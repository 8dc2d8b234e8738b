import CoreClient
package import HelpDesk
package import SwiftExtensions
package import Wire

/// What the panes of groups, decisions and hand-over lists ask the core.
package enum RoutingCall: Hashable, Sendable {
    case explain(TicketID)
    case groups, agents, rules
    case rulesHistory
    case groupHistory(GroupID)
    case presence(AgentPresence, until: Timestamp?)
    /// The composer opened on an own ticket.
    case accept(TicketID)
    case giveBack(TicketID)
    case handOvers
    case offer
    case takeOver(HandOverID, TicketID)

    /// Whether the core does something for it; a snapshot only looks.
    var changesSomething: Bool {
        switch self {
        case .explain, .groups, .agents, .rules, .rulesHistory, .groupHistory, .handOvers: false
        case .presence, .accept, .giveBack, .offer, .takeOver: true
        }
    }

    /// Puts the call on the wire and returns its id.
    func send(on connection: CoreConnection) throws(DeskError) -> Int {
        switch self {
        case .explain(let ticket): try connection.send(ExplainRouting(ticket: ticket))
        case .groups: try connection.send(ListGroups())
        case .agents: try connection.send(ListAgents())
        case .rules: try connection.send(ShowRules())
        case .rulesHistory: try connection.send(ShowRulesHistory())
        case .groupHistory(let group): try connection.send(ShowGroupHistory(group: group))
        case .presence(let presence, let until):
            try connection.send(SetPresence(presence: presence, until: until))
        case .accept(let ticket): try connection.send(AcceptTicket(ticket: ticket))
        case .giveBack(let ticket): try connection.send(ReturnTicket(ticket: ticket))
        case .handOvers: try connection.send(ListHandOvers())
        case .offer: try connection.send(OfferHandOver())
        case .takeOver(let list, let ticket):
            try connection.send(AcceptHandOverLine(list: list, ticket: ticket))
        }
    }

    /// Reads the answer to this call.
    func answer(from line: [UInt8]) throws(DeskError) -> CoreAnswer {
        switch self {
        case .explain(let ticket):
            .routing(.explained(ticket, try Incoming.decode(line, for: ExplainRouting.self)))
        case .groups:
            .routing(.groups(try Incoming.decode(line, for: ListGroups.self).groups))
        case .agents:
            .routing(.agents(try Incoming.decode(line, for: ListAgents.self).agents))
        case .rules:
            .routing(.rules(try Incoming.decode(line, for: ShowRules.self).rules))
        case .rulesHistory:
            .routing(
                .rulesHistory(try Incoming.decode(line, for: ShowRulesHistory.self).versions))
        case .groupHistory(let group):
            .routing(
                .groupHistory(
                    group, try Incoming.decode(line, for: ShowGroupHistory.self).versions))
        case .presence: .routing(.presence(try Incoming.decode(line, for: SetPresence.self)))
        case .accept, .giveBack, .takeOver:
            .row(try Incoming.decode(line, for: AcceptTicket.self))
        case .handOvers:
            .routing(.handOvers(try Incoming.decode(line, for: ListHandOvers.self).lists))
        case .offer: .routing(.offered(try Incoming.decode(line, for: OfferHandOver.self)))
        }
    }

    func answered(by session: CoreSession) throws(DeskError) -> CoreAnswer {
        switch self {
        case .explain(let ticket):
            .routing(.explained(ticket, try session.call(ExplainRouting(ticket: ticket))))
        case .groups: .routing(.groups(try session.call(ListGroups()).groups))
        case .agents: .routing(.agents(try session.call(ListAgents()).agents))
        case .rules: .routing(.rules(try session.call(ShowRules()).rules))
        case .rulesHistory:
            .routing(.rulesHistory(try session.call(ShowRulesHistory()).versions))
        case .groupHistory(let group):
            .routing(
                .groupHistory(group, try session.call(ShowGroupHistory(group: group)).versions))
        case .handOvers: .routing(.handOvers(try session.call(ListHandOvers()).lists))
        case .presence, .accept, .giveBack, .offer, .takeOver:
            throw DeskError(.unknownMethod)
        }
    }
}

/// What the core answered to one of them.
package enum RoutingAnswer: Sendable {
    case explained(TicketID, ExplainRouting.Reply)
    case groups([GroupView])
    case agents([AgentView])
    case rules(Versioned<RuleSheet>?)
    case rulesHistory([Versioned<RuleSheet>])
    case groupHistory(GroupID, [Versioned<RoutingGroup>])
    case presence(AgentView)
    case handOvers([HandOverView])
    case offered(HandOverView)
}

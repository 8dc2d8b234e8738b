import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

extension WorkstationModel {
    mutating func explainRouting() -> [Effect] {
        guard let ticket = currentRow?.id else { return [] }
        if routing.ticket != ticket { (routing.ticket, routing.explained) = (ticket, nil) }
        return openRoutingPane(.routed, .explain(ticket))
    }

    mutating func openTeams() -> [Effect] {
        (routing.rulesHistory, routing.groupHistory) = ([], [:])
        return openRoutingPane(.teams, .groups) + [
            .latest("agents", .routing(.agents)), .latest("rules", .routing(.rules)),
        ]
    }

    mutating func openRoutingPane(_ layer: Layer, _ call: RoutingCall) -> [Effect] {
        routing.viewport = ViewportState()
        return push(layer) + [.latest("routing", .routing(call))]
    }

    mutating func reloadRoutingPane() -> [Effect] {
        switch layer {
        case .teams:
            [
                .latest("routing", .routing(.groups)), .latest("agents", .routing(.agents)),
                .latest("rules", .routing(.rules)),
            ]
        case .handOver: [.latest("routing", .routing(.handOvers))]
        default: routing.ticket.map { [.latest("routing", .routing(.explain($0)))] } ?? []
        }
    }

    /// Who changed the rules and the groups; one question for each of them.
    mutating func askRoutingHistory() -> [Effect] {
        let groups = (routing.groups ?? []).map(\.group.value.id)
        return [.latest("rules-history", .routing(.rulesHistory))]
            + groups.map { .call(.routing(.groupHistory($0))) }
    }

    /// In the hand-over lists the cursor moves from open line to open line; elsewhere text scrolls.
    mutating func scrollRouting(by distance: Int) {
        if layer == .handOver {
            let last = HandOverText.open(routing.lists ?? []).count - 1
            routing.cursor = min(max(routing.cursor + distance, 0), max(last, 0))
        }
        let lines = RoutingPane.lines(self) ?? []
        let height = ScreenLayout(self).body.height
        guard layer == .handOver else {
            return routing.viewport.scroll(by: distance, lineCount: lines.count, height: height)
        }
        let row = lines.firstIndex { $0.first?.text == "> " } ?? 0
        routing.viewport = ViewportState()
        routing.viewport.scroll(
            by: max(0, row - height / 2), lineCount: lines.count, height: height)
    }

    mutating func takeOverLine() -> [Effect] {
        let open = HandOverText.open(routing.lists ?? [])
        guard open.indices.contains(routing.cursor) else {
            say(RoutingStrings.nothingOpen, .warning)
            return []
        }
        let line = open[routing.cursor]
        return [.call(.routing(.takeOver(line.list, line.ticket)))]
    }

    /// `30m` or nothing behind `away` and `off`.
    mutating func say(presence: AgentPresence, _ time: String) -> [Effect] {
        let wanted = time.filter { !$0.isWhitespace }
        let span = wanted.isEmpty ? nil : TimeLeft.parse(wanted)
        guard wanted.isEmpty || span != nil else {
            say(RoutingStrings.badTime, .warning)
            return []
        }
        return [.call(.routing(.presence(presence, until: span.map { now + $0 })))]
    }

    /// The composer is open: the ticket does not go back to the queue.
    func beginEffects(_ ticket: Ticket) -> [Effect] {
        guard isConnected, let me, ticket.owner == me.person, ticket.group != nil else {
            return []
        }
        return [.call(.routing(.accept(ticket.id)))]
    }

    /// Nobody but people gave this ticket to somebody: an answer like any other.
    mutating func nothingRouted(_ ticket: TicketID) -> [Effect] {
        if routing.ticket == ticket {
            routing.explained = ExplainRouting.Reply(decisions: [], names: [], returnedBy: [])
        }
        return []
    }

    mutating func routingAnswered(_ answer: RoutingAnswer) -> [Effect] {
        switch answer {
        case .explained(let ticket, let reply):
            if routing.ticket == ticket { routing.explained = reply }
        case .groups(let groups): routing.groups = groups
        case .agents(let agents): routing.agents = agents
        case .rules(let rules): routing.rules = rules
        case .rulesHistory(let versions): routing.rulesHistory = versions
        case .groupHistory(let group, let versions): routing.groupHistory[group] = versions
        case .presence(let view):
            let name = words(RoutingWords.presence(view.presence))
            say(RoutingStrings.youAre(name), .ok)
        case .handOvers(let lists):
            routing.lists = lists
            scrollRouting(by: 0)
        case .offered(let list):
            say(RoutingStrings.offered(list.lines.count), .ok)
            return [.latest("routing", .routing(.handOvers))]
        }
        return []
    }

    /// A ticket moved by one of these calls; says so.
    mutating func routed(_ row: TicketRow, by call: RoutingCall) -> [Effect] {
        switch call {
        case .giveBack:
            inbox.letGo(of: row.id)
            say(RoutingStrings.givenBack(number(row.id)), .ok)
        case .takeOver:
            say(RoutingStrings.takenOver, .ok)
            return [.latest("routing", .routing(.handOvers))]
        default: break
        }
        return []
    }
}

import HelpDesk
import Store
import SwiftExtensions

extension RandomDay {
    /// A decision, sometimes with its turn, a beginning, a return or a list for the next shift.
    mutating func routing(on ticket: TicketID) throws {
        guard let stored = try desk.read({ try $0.ticket(ticket) }) else { return }
        let chosen = pick([nil, Desk.ann, Desk.bo])
        try desk.record(
            .routing(
                .decided(
                    RoutingDecision(
                        ticket: ticket, cause: pick([.arrived, .again]), rulesVersion: 0,
                        group: GroupID(pick([1, 2])), strategy: .roundRobin, stage: .full,
                        usedPercent: 3, chosen: chosen, waiting: chosen == nil ? .manual : nil,
                        candidates: [], priority: stored.priority, tags: [],
                        turnWeight: chosen == nil ? nil : pick([1, 2, 3]), isLeadTold: false,
                        isUrgent: chosen == nil && pick([true, false]),
                        isLanguageRelaxed: false))))
        switch pick([0, 1, 2, 3]) {
        case 0: try desk.record(.routing(.accepted(ticket, Desk.ann, cycle: stored.cycle)))
        case 1:
            try desk.record(
                .routing(
                    .returned(
                        TicketReturn(
                            ticket: ticket, person: Desk.bo, cycle: stored.cycle,
                            cause: pick([.timeout, .person])))))
        case 2: try handOver(ticket)
        default: try group()
        }
    }

    private mutating func handOver(_ ticket: TicketID) throws {
        let now = desk.now
        let isTaken = pick([true, false])
        try desk.write { transaction in
            let list = HandOver(
                id: try transaction.nextHandOverID(), from: Desk.ann, at: now,
                lines: [HandOverLine(ticket: ticket, kind: .promise)])
            try transaction.record(.routing(.handOverOffered(list)))
            try transaction.putPromise(list.id, ticket, words: "tomorrow")
            guard isTaken else { return }
            try transaction.record(.routing(.handOverLineAccepted(list.id, ticket, by: Desk.bo)))
        }
    }

    private mutating func group() throws {
        let version = try desk.read { try $0.history(of: GroupID(1)).first?.version ?? 0 }
        let value = RoutingGroup(
            id: GroupID(1), name: "Group", members: pick([[Desk.ann], [Desk.ann, Desk.bo]]))
        try desk.record(
            .routing(
                .groupSaved(
                    RoutingChange(version: version + 1, reason: "a change", value: value))))
    }
}

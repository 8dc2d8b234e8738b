package import HelpDesk
import Store
package import Wire

extension AcceptTicket: DeskCall {
    package static let need: Need = .verb(.read)

    package func run(in desk: Desk, as caller: Principal) async throws -> TicketRow {
        // Most composers open on tickets that were begun long ago: no event for those.
        let isUnsaid = try await desk.database.read { transaction in
            let ticket = try transaction.visibleTicket(ticket, to: caller)
            return try isNews(ticket, caller, transaction)
        }
        guard isUnsaid else {
            return try await desk.database.read { try $0.row(of: ticket) }
        }
        return try await desk.change(ticket, as: caller) { transaction, ticket in
            guard try isNews(ticket, caller, transaction) else { return }
            try transaction.record(
                .routing(.accepted(ticket.id, caller.person, cycle: ticket.cycle)))
        }
    }

    private func isNews(
        _ ticket: Ticket, _ caller: Principal, _ transaction: ReadTransaction
    ) throws -> Bool {
        guard ticket.owner == caller.person else { return false }
        return try !transaction.isAccepted(
            ticket.id, person: caller.person, cycle: ticket.cycle)
    }
}

extension ReturnTicket: DeskCall {
    package static let need: Need = .verb(.take)

    package func run(in desk: Desk, as caller: Principal) async throws -> TicketRow {
        try await desk.change(ticket, as: caller) { transaction, ticket in
            guard ticket.owner == caller.person else { throw DeskError(.ticketNotYours) }
            try transaction.giveBack(ticket, cause: .person)
        }
    }
}

extension ExplainRouting: DeskCall {
    package static let need: Need = .verb(.read)

    private static let most = 20

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        try await desk.database.read { transaction in
            let ticket = try transaction.visibleTicket(ticket, to: caller)
            let decisions = try transaction.routingDecisions(of: ticket.id, limit: Self.most)
            let returned = try transaction.returns(of: ticket.id, cycle: ticket.cycle)
            guard !decisions.isEmpty else { throw DeskError(.notRouted) }
            let groups = try transaction.routingBook()
            let people = decisions.flatMap { $0.decision.people } + returned
            return Reply(
                decisions: decisions.map { stored in
                    DecisionView(
                        at: stored.at, decision: stored.decision,
                        groupName: stored.decision.group.flatMap(groups.group)?.name)
                },
                names: try Set(people).sorted().map { person in
                    PersonName(
                        person: person,
                        name: try transaction.person(person)?.displayName ?? "?")
                }, returnedBy: returned)
        }
    }
}

extension RoutingDecision {
    /// Everybody whom it names.
    fileprivate var people: [PersonID] {
        candidates.map(\.person) + [from, chosen].compactMap { $0 }
    }
}

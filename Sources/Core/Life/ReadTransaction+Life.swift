import HelpDesk
import Store
import SwiftExtensions
import Wire

extension ReadTransaction {
    /// What a ticket shows besides its conversation, as far as the caller may see it.
    func life(of ticket: Ticket, for caller: Principal, at now: Timestamp) throws -> TicketLife {
        let absorbed = try merges(into: ticket.id).filter { now - $0.mergedAt <= MergeRules.window }
        return TicketLife(
            links: try linkViews(of: ticket, for: caller),
            mergeable: try mergeable(with: ticket).map { try row(of: $0.id) },
            absorbed: absorbed.map(\.source),
            resolutions: try resolutions(of: ticket.id).map {
                ResolutionView(
                    cycle: $0.cycle, resolvedAt: $0.resolvedAt, resolvedBy: $0.resolvedBy,
                    reopenedAt: $0.reopenedAt, isCounted: $0.isCounted)
            },
            watchers: try watchers(of: ticket.id),
            latestWake: TicketRules.latestWake(debts: try debts(of: ticket.id), at: now),
            formerOwner: try stickyCandidate(for: ticket.id))
    }

    private func linkViews(of ticket: Ticket, for caller: Principal) throws -> [LinkView] {
        try links(of: ticket.id).compactMap { link in
            guard let other = try self.ticket(link.other(than: ticket.id)),
                caller.scope.contains(other.store)
            else { return nil }
            return LinkView(link: link, row: try row(of: other.id))
        }
    }

    /// Live tickets of the same buyer that could be one with this one (helpdesk section 11.3).
    private func mergeable(with ticket: Ticket) throws -> [Ticket] {
        guard let buyer = ticket.buyer, ticket.state != .resolved, ticket.state != .closed else {
            return []
        }
        return try linkedBuyers(of: buyer).sorted().flatMap { try tickets(buyer: $0) }.filter {
            $0.id != ticket.id && $0.mergedInto == nil && $0.store == ticket.store
                && $0.state != .resolved && $0.state != .closed
        }
    }

    /// Who had the ticket that this one follows: the first to be asked to take it (section 5.6).
    func stickyCandidate(for ticket: TicketID) throws -> PersonID? {
        let former = try links(of: ticket).first { $0.kind == .follows && $0.from == ticket }
        return try former.flatMap { try self.ticket($0.to)?.owner }
    }
}

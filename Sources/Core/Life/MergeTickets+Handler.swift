package import HelpDesk
import Store
import SwiftExtensions
package import Wire

extension MergeTickets: DeskCall {
    package static let need: Need = .verb(.merge)

    package func run(in desk: Desk, as caller: Principal) async throws -> TicketRow {
        try await desk.act(as: caller) { transaction in
            let one = try transaction.visibleTicketItself(ticket, to: caller)
            let other = try transaction.visibleTicketItself(with, to: caller)
            let survivor = try chosen(one, other)
            let source = survivor.id == one.id ? other : one
            let linked = try source.buyer.map { try transaction.linkedBuyers(of: $0) } ?? []
            try MergeRules.check(source, into: survivor, linkedBuyers: linked)
            try transaction.merge(source, into: survivor)
            return try transaction.row(of: survivor.id)
        }
    }

    private func chosen(_ one: Ticket, _ other: Ticket) throws(DeskError) -> Ticket {
        guard let survivor else { return MergeRules.survivor(of: one, other) }
        guard let found = [one, other].first(where: { $0.id == survivor }) else {
            throw DeskError(.badRequest, ["field": "survivor"])
        }
        return found
    }
}

extension UnmergeTicket: DeskCall {
    package static let need: Need = .verb(.merge)

    package func run(in desk: Desk, as caller: Principal) async throws -> TicketRow {
        try await desk.act(as: caller) { transaction in
            let source = try transaction.visibleTicketItself(ticket, to: caller)
            guard let merge = try transaction.merge(of: source.id) else {
                throw DeskError(.notMerged, ["ticket": String(source.id.rawValue)])
            }
            let later = try [merge.source, merge.survivor].flatMap { id in
                try transaction.events(of: id).filter { $0.sequence > merge.sequence }
            }
            try MergeRules.checkUnmerge(
                mergedAt: merge.mergedAt, since: later, at: transaction.now)
            try transaction.unmerge(merge)
            return try transaction.row(of: source.id)
        }
    }
}

extension LinkBuyers: DeskCall {
    package static let need: Need = .verb(.merge)

    package func run(in desk: Desk, as caller: Principal) async throws -> TicketRow {
        let reason = CleanText.clean(reason).collapsed(limit: 200)
        guard !reason.isEmpty else { throw DeskError(.badRequest, ["field": "reason"]) }
        return try await desk.change(ticket, as: caller) { transaction, ticket in
            let other = try transaction.visibleTicket(with, to: caller)
            guard ticket.store == other.store else { throw DeskError(.mergeOtherAccount) }
            guard let one = ticket.buyer, let two = other.buyer else {
                throw DeskError(.mergeOtherBuyer)
            }
            guard one != two else { return }
            let path = try transaction.linkPath(from: one, to: two)
            guard (path?.count == 2) != isOn else {
                guard !isOn, let path else { return }
                let between = try transaction.tickets(buyer: path[1])
                    .first { $0.store == ticket.store }
                throw DeskError(
                    .buyersLinkedThrough,
                    ["ticket": between.map { String($0.id.rawValue) } ?? "?"])
            }
            let join = BuyerJoin(ticket: ticket.id, one, two, isOn: isOn, reason: reason)
            try transaction.record(.life(.buyersJoined(join)))
        }
    }
}

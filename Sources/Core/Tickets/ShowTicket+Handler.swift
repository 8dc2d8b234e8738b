package import HelpDesk
import Store
import SwiftExtensions
package import Wire

extension ShowTicket: DeskCall {
    package static let need: Need = .verb(.read)

    private static let longestThread = 500
    private static let longestHistory = 10

    package func run(in desk: Desk, as caller: Principal) async throws -> TicketDetail {
        let now = asOf ?? desk.clock.now
        let opened = try await desk.look(at: asOf) { try detail($0, caller, now, desk) }
        await desk.noteLook(at: opened.row.ticket, by: caller)
        guard asOf == nil else { return opened }
        if refreshOrder, let order = opened.row.ticket.order {
            try await desk.askForOrder(order, of: opened.row.ticket.store)
        }
        var present = try await desk.withDispatches(opened)
        present.presence = desk.onTickets.people(on: opened.row.id, at: now).map(desk.named)
        return present
    }

    private func detail(
        _ transaction: ReadTransaction, _ caller: Principal, _ now: Timestamp, _ desk: Desk
    ) throws -> TicketDetail {
        let ticket = try transaction.visibleTicket(ticket, to: caller)
        let messages = try transaction.messages(of: ticket.id, limit: Self.longestThread)
        let order = try ticket.order.flatMap {
            try transaction.view(ofOrder: $0, store: ticket.store, scope: caller.scope)
        }
        let row = try transaction.row(of: ticket.id)
        let thread = try messages.map { message in
            var view = try transaction.view(of: message)
            view.subject = PersonMask.subject(view.subject, of: row.buyerName)
            return view
        }
        let others = try otherOrders(of: ticket, transaction)
        var detail = TicketDetail(
            row: row, messages: thread, order: order,
            otherOrders: others,
            unknownOrders: try transaction.unknownOrders(
                among: [ticket.order].compactMap { $0 } + others, of: ticket.store),
            history: try history(of: ticket, transaction, caller),
            draft: try draft(of: ticket, transaction, caller),
            outbox: try outbox(of: ticket, desk: transaction),
            cases: try transaction.allCases(of: ticket),
            contactObstacle: try transaction.contactObstacle(
                store: ticket.store, buyer: ticket.buyer, order: ticket.order, at: now),
            life: try transaction.life(of: ticket, for: caller, at: now),
            aim: try desk.replyAim(of: ticket, transaction))
        detail.categoryReason = try transaction.categoryReason(of: ticket)
        return detail
    }

    /// Orders that the thread names besides its own, then those of the buyer's other tickets.
    private func otherOrders(
        of ticket: Ticket, _ transaction: ReadTransaction
    ) throws -> [OrderID] {
        var orders = try transaction.namedOrders(of: ticket.id)
        for other in try ticket.buyer.map({ try transaction.tickets(buyer: $0) }) ?? []
        where other.store == ticket.store {
            if let order = other.order, !orders.contains(order) { orders.append(order) }
        }
        return orders.filter { $0 != ticket.order }
    }

    /// The caller's draft; files without words are one too.
    private func draft(
        of ticket: Ticket, _ transaction: ReadTransaction, _ caller: Principal
    ) throws -> DraftView? {
        let kept = try transaction.draft(ticket: ticket.id, person: caller.person)
        let files = try transaction.draftFiles(ticket: ticket.id, person: caller.person)
        guard kept != nil || !files.isEmpty else { return nil }
        return DraftView(
            ticket: ticket.id, text: kept?.text ?? "", basis: kept?.basis ?? ticket.lastItem,
            savedAt: kept?.savedAt ?? ticket.lastActivityAt, files: files)
    }

    private func history(
        of ticket: Ticket, _ transaction: ReadTransaction, _ caller: Principal
    ) throws -> [TicketRow] {
        guard let buyer = ticket.buyer else { return [] }
        return try transaction.tickets(buyer: buyer)
            .filter {
                $0.id != ticket.id && $0.mergedInto == nil && caller.scope.contains($0.store)
            }
            .prefix(Self.longestHistory).map { try transaction.row(of: $0.id) }
    }

    private func outbox(of ticket: Ticket, desk transaction: ReadTransaction) throws -> [OutboxView]
    {
        try transaction.outbox(of: ticket.id)
            .filter { $0.state.isLive || $0.state == .failed || $0.state == .bounced }
            .map { try transaction.view(of: $0) }
    }
}

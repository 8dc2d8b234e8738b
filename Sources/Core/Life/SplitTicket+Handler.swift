package import HelpDesk
import Store
package import Wire

extension SplitTicket: DeskCall {
    package static let need: Need = .verb(.merge)

    package func run(in desk: Desk, as caller: Principal) async throws -> TicketRow {
        try await desk.act(as: caller) { transaction in
            let ticket = try transaction.visibleTicket(ticket, to: caller)
            let items = try transaction.messages(of: ticket.id, limit: 10_000)
            let chosen = Set(messages)
            try SplitRules.check(chosen, of: items)
            let opened = try open(ticket, items.filter { chosen.contains($0.id) }, transaction)
            try hand(opened, from: ticket, caller, transaction)
            return try transaction.row(of: opened)
        }
    }

    /// A ticket of the chosen messages: the same buyer and store, and what the messages are about.
    private func open(
        _ ticket: Ticket, _ chosen: [Message], _ transaction: WriteTransaction
    ) throws -> TicketID {
        let first = chosen.first { $0.direction == .inbound }
        let id = try transaction.nextTicketID()
        try transaction.record(
            .ticketOpened(
                TicketOpening(
                    id: id, store: ticket.store, marketplace: ticket.marketplace,
                    buyer: ticket.buyer, order: ticket.order, language: ticket.language,
                    category: first?.category ?? ticket.category,
                    openedAt: first?.platformTime ?? transaction.now)))
        let subject = try first.flatMap { try transaction.messageContent($0.id)?.subject }
        try transaction.putTicketSubject(
            id, (subject ?? transaction.ticketSubject(ticket.id) ?? "").collapsed(limit: 200))
        let numbers = chosen.map(\.id)
        let cases = try transaction.cases(of: ticket.id).filter { item in
            item.message.map(numbers.contains) ?? false
        }
        try transaction.record(
            .life(
                .itemsMoved(
                    ItemMove(
                        from: ticket.id, to: id, cause: .split, messages: numbers,
                        cases: cases.map(\.id)))))
        try transaction.record(
            .life(.linked(TicketLink(from: id, to: ticket.id, kind: .split))))
        try transaction.refile(numbers)
        return id
    }

    /// Whoever has the one has the other; without an owner the new one waits for somebody.
    private func hand(
        _ id: TicketID, from ticket: Ticket, _ caller: Principal,
        _ transaction: WriteTransaction
    ) throws {
        guard let opened = try transaction.ticket(id) else { return }
        guard let owner = ticket.owner else { return }
        try transaction.apply(
            TicketAssignment(ticket: id, from: nil, to: owner, cause: .assign))
        try transaction.apply(TicketRules.assigned(opened))
    }
}

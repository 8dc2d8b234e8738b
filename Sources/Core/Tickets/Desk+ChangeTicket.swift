import HelpDesk
import Store
import Wire

extension Desk {
    /// One act on one ticket in the caller's scope: load, decide, record, and answer with its line.
    func change(
        _ id: TicketID, as caller: Principal,
        _ body: @Sendable (WriteTransaction, Ticket) throws -> Void
    ) async throws -> TicketRow {
        try await act(as: caller) { transaction in
            let ticket = try transaction.visibleTicket(id, to: caller)
            try body(transaction, ticket)
            return try transaction.row(of: ticket.id)
        }
    }
}

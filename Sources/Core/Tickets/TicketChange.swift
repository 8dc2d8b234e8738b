package import HelpDesk
package import Store
package import Wire

/// A call that changes one ticket in one transaction and answers with its line. What it does stands
/// apart from the transaction, so that a macro makes several of them in one.
package protocol TicketChange: DeskCall where Reply == TicketRow {
    var ticket: TicketID { get }

    /// Loads nothing and opens nothing: the ticket is in the caller's scope, the need is met.
    func change(
        _ ticket: Ticket, for caller: Principal, in transaction: WriteTransaction
    ) throws
}

extension TicketChange {
    package func run(in desk: Desk, as caller: Principal) async throws -> TicketRow {
        try await desk.change(ticket, as: caller) { transaction, ticket in
            try change(ticket, for: caller, in: transaction)
        }
    }
}

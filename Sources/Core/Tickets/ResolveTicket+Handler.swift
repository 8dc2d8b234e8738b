package import HelpDesk
package import Store
package import Wire

extension ResolveTicket: TicketChange {
    package static let need: Need = .verb(.resolve)

    package func change(
        _ ticket: Ticket, for caller: Principal, in transaction: WriteTransaction
    ) throws {
        try Rights.require(.resolve, on: ticket, of: caller, transaction)
        try transaction.apply(
            TicketRules.resolve(ticket, debts: try transaction.debts(of: ticket.id)))
    }
}

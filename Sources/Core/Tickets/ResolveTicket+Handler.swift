package import HelpDesk
import Store
package import Wire

extension ResolveTicket: DeskCall {
    package static let need: Need = .verb(.resolve)

    package func run(in desk: Desk, as caller: Principal) async throws -> TicketRow {
        try await desk.change(ticket, as: caller) { transaction, ticket in
            try Rights.require(.resolve, on: ticket, of: caller, transaction)
            try transaction.apply(
                TicketRules.resolve(ticket, debts: try transaction.debts(of: ticket.id)))
        }
    }
}

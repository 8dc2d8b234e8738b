package import HelpDesk
import Store
package import Wire

extension HoldTicket: DeskCall {
    package static let need: Need = .verb(.resolve)

    package func run(in desk: Desk, as caller: Principal) async throws -> TicketRow {
        try await desk.change(ticket, as: caller) { transaction, ticket in
            try Rights.require(.resolve, on: ticket, of: caller, transaction)
            try transaction.apply(
                TicketRules.hold(
                    ticket, reason: CleanText.clean(reason).collapsed(limit: 200),
                    reviewAt: reviewAt,
                    at: transaction.now))
        }
    }
}

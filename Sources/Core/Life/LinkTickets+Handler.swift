package import HelpDesk
import Store
package import Wire

extension LinkTickets: DeskCall {
    package static let need: Need = .verb(.note)

    package func run(in desk: Desk, as caller: Principal) async throws -> TicketRow {
        try await desk.change(ticket, as: caller) { transaction, ticket in
            let other = try transaction.visibleTicket(to, to: caller)
            let link = TicketLink(from: ticket.id, to: other.id, kind: kind)
            let isKnown = try transaction.links(of: ticket.id).contains(link)
            guard isOn else {
                guard isKnown else { throw DeskError(.linkNotFound) }
                try transaction.record(.life(.unlinked(link)))
                return
            }
            try LinkRules.check(link) { try transaction.parents(of: $0) }
            guard !isKnown else { return }
            try transaction.record(.life(.linked(link)))
        }
    }
}

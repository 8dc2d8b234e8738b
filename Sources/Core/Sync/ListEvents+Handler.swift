package import HelpDesk
import Store
package import Wire

extension ListEvents: DeskCall {
    package static let need: Need = .verb(.read)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        try await desk.database.read { transaction in
            let ticket = try transaction.visibleTicketItself(ticket, to: caller)
            return Reply(events: try transaction.events(of: ticket.id))
        }
    }
}

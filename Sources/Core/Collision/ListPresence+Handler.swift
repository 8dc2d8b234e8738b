package import HelpDesk
import Store
package import Wire

extension ListPresence: DeskCall {
    package static let need: Need = .verb(.read)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        var wanted: TicketID?
        if let ticket {
            wanted = try await desk.database.read { try $0.visibleTicket(ticket, to: caller).id }
        }
        let all = desk.onTickets.all(at: desk.clock.now).filter {
            caller.scope.contains($0.store) && (wanted == nil || wanted == $0.ticket)
        }
        return Reply(presences: desk.named(all))
    }
}

package import HelpDesk
import Store
package import Wire

extension ListTickets: DeskCall {
    package static let need: Need = .verb(.read)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        try await desk.requireStore(store, for: caller)
        let now = asOf ?? desk.clock.now
        let asked = TicketQuery(
            queue: QueueKind(rawValue: queue.rawValue) ?? .all, search: search, store: store,
            category: category, scope: caller.scope, person: caller.person, now: now,
            seesNames: caller.may(.readPII))
        let start = max(offset, 0)
        let length = min(max(limit, 1), 500)
        return try await desk.look(at: asOf) { transaction in
            var query = asked
            query.wall = wall
            if query.queue == .group { query.groups = try transaction.groups(of: caller.person) }
            return Reply(
                rows: try transaction.ticketRows(query, offset: start, limit: length)
                    .map(TicketRow.init),
                offset: start, total: try transaction.ticketTotal(query),
                counts: try transaction.inboxCounts(for: caller, at: now))
        }
    }
}

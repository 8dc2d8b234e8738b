package import HelpDesk
import Store
package import Wire

extension ListOutbox: DeskCall {
    package static let need: Need = .verb(.read)

    private static let waiting: [OutboxState] = [
        .held, .queued, .sending, .unknown, .failed, .bounced,
    ]

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        let wanted = states.isEmpty ? Self.waiting : states
        return try await desk.database.read { transaction in
            let items = try transaction.outbox(states: wanted, scope: caller.scope)
                .sorted { ($0.queuedAt, $0.id) > ($1.queuedAt, $1.id) }
            return Reply(items: try items.prefix(500).map { try desk.view(of: $0, transaction) })
        }
    }
}

package import HelpDesk
import Store
package import Wire

extension ListOrders: DeskCall {
    package static let need: Need = .verb(.read)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        try await desk.requireStore(store, for: caller)
        let start = max(offset, 0)
        let length = min(max(limit, 1), 500)
        return try await desk.database.read { transaction in
            let orders = try transaction.orders(
                scope: caller.scope, store: store, offset: start, limit: length)
            return Reply(
                orders: try orders.compactMap {
                    try transaction.view(
                        ofOrder: $0.order.id, store: $0.order.store, scope: caller.scope)
                },
                total: try transaction.orderTotal(scope: caller.scope, store: store))
        }
    }
}

import HelpDesk
import Store
import Wire

extension Desk {
    /// The order with what the platform was asked to do for it.
    func withDispatches(_ order: OrderView) async throws -> OrderView {
        var order = order
        let (id, store) = (order.order.id, order.order.store)
        order.dispatches = try await database.read { transaction in
            try transaction.dispatches(of: id, store: store).map(transaction.view(of:))
        }
        return order
    }

    /// The ticket with what was sent from it, and for its order from anywhere else.
    func withDispatches(_ detail: TicketDetail) async throws -> TicketDetail {
        var detail = detail
        if let order = detail.order { detail.order = try await withDispatches(order) }
        let ticket = detail.row.id
        let own = try await database.read { transaction in
            try transaction.dispatches(of: ticket).map(transaction.view(of:))
        }
        let known = Set(own.map(\.id))
        let others = (detail.order?.dispatches ?? []).filter { !known.contains($0.id) }
        detail.dispatches = (own + others).sorted { $0.id < $1.id }
        return detail
    }
}

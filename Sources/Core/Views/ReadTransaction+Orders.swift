import HelpDesk
import Store
import Wire

extension ReadTransaction {
    /// An order with its person and tickets, as far as `scope` reaches; nil when it is not known.
    func view(ofOrder id: OrderID, store: StoreID, scope: StoreScope) throws -> OrderView? {
        guard scope.contains(store), let found = try order(id, store: store) else { return nil }
        return OrderView(
            order: found.0, contact: try orderContact(id, store),
            refreshedAt: found.refreshedAt,
            tickets: try survivors(of: try tickets(order: id, scope: scope)).map(\.id),
            cases: try cases(order: id, store: store))
    }

    /// The store that knows an order, among those in `scope`.
    func store(ofOrder id: OrderID, scope: StoreScope) throws -> StoreID? {
        guard let found = try order(id, store: nil), scope.contains(found.0.store) else {
            return nil
        }
        return found.0.store
    }
}

import HelpDesk
import Store
import SwiftExtensions

extension ReadTransaction {
    /// Those of the orders that the platform was asked for, did not know, and has not sent since.
    func unknownOrders(among orders: [OrderID], of store: StoreID) throws -> [OrderID] {
        let asked = orders.map { JobKind.key(store, $0) }
        let findings = [SyncErrorClass.notFound.rawValue, OrderLookup.foreignCode]
        let found = try findings.reduce(into: Set<String>()) {
            $0.formUnion(try keys(asked, found: $1, kind: JobKind.orderRefresh.rawValue))
        }
        return try orders.filter {
            try found.contains(JobKind.key(store, $0)) && order($0, store: store) == nil
        }
    }
}

extension Desk {
    /// An order asked for within this time is fresh enough.
    static let orderFreshness: Duration = .seconds(60)

    /// Has an order asked for in the background, unless it is fresh or nobody can be asked.
    func askForOrder(_ order: OrderID, of store: StoreID) async throws {
        guard ports.orders[store] != nil else { return }
        let now = clock.now
        let key = JobKind.key(store, order)
        guard progress.mayAsk(for: key, at: now, within: Self.orderFreshness) else { return }
        try await act(service: .orderSync) { transaction in
            try transaction.schedule(.orderRefresh, key: key, at: now)
        }
    }
}

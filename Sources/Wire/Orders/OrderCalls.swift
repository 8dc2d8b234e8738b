package import HelpDesk

/// One order; `refresh` asks the platform first and waits for it (at most some seconds).
package struct ShowOrder: RemoteCall {
    package static let method = "order.show"
    package typealias Reply = OrderView
    package var order: OrderID
    package var store: StoreID?
    package var refresh: Bool
    package init(order: OrderID, store: StoreID? = nil, refresh: Bool) {
        self.order = order
        self.store = store
        self.refresh = refresh
    }
}

/// Orders newest first.
package struct ListOrders: RemoteCall {
    package static let method = "order.list"
    package var store: StoreID?
    package var offset: Int
    package var limit: Int
    package init(store: StoreID? = nil, offset: Int = 0, limit: Int = 100) {
        self.store = store
        self.offset = offset
        self.limit = limit
    }

    package struct Reply: Codable, Sendable, Hashable {
        package var orders: [OrderView]
        package var total: Int
        package init(orders: [OrderView], total: Int) {
            self.orders = orders
            self.total = total
        }
    }
}

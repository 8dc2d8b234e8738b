import GRDB
package import HelpDesk
package import SwiftExtensions

enum OrderColumns {
    static let list = """
        sales_order.store, sales_order.id, channel, marketplace, status, platform_status, \
        created_at, updated_at, is_fulfilled_by_platform, programs, total_amount, \
        total_currency, ship_by, deliver_from, deliver_by, withheld, facts, refreshed_at
        """

    static func order(from fields: inout Fields) throws -> (Order, Timestamp) {
        let store: StoreID = try fields.name()
        var order = Order(
            id: try fields.name(), store: store, channel: try fields.text(),
            marketplace: try fields.optionalName(), status: try fields.word(),
            platformStatus: try fields.text(), createdAt: try fields.time(),
            updatedAt: try fields.time(), isFulfilledByPlatform: try fields.flag(),
            programs: try fields.json())
        order.total = try money(from: &fields)
        order.shipBy = try fields.optionalTime()
        order.deliverFrom = try fields.optionalTime()
        order.deliverBy = try fields.optionalTime()
        order.withheld = try fields.optionalJSON()
        order.facts = try fields.optionalJSON()
        return (order, try fields.time())
    }

    static func money(from fields: inout Fields) throws -> Money? {
        let amount = try fields.optionalText()
        let currency = try fields.optionalText()
        guard let amount, let currency else { return nil }
        return Money(amount: amount, currency: currency)
    }

    static func item(from fields: inout Fields) throws -> OrderItem {
        OrderItem(
            itemID: try fields.text(), sku: try fields.optionalText(),
            asin: try fields.optionalText(), title: try fields.text(),
            quantity: try fields.count(), quantityShipped: try fields.count(),
            unitPrice: try money(from: &fields), isCancelRequested: try fields.flag())
    }

    static func package(from fields: inout Fields) throws -> OrderPackage {
        OrderPackage(
            reference: try fields.text(), carrier: try fields.optionalText(),
            trackingNumber: try fields.optionalText(), status: try fields.optionalText(),
            detailedStatus: try fields.optionalText(), shippedAt: try fields.optionalTime())
    }
}

extension ReadTransaction {
    /// One order and when the platform was last asked. Without a store the first store that has
    /// the number answers; numbers are unique within a platform.
    package func order(_ id: OrderID, store: StoreID?) throws -> (
        order: Order, refreshedAt: Timestamp
    )? {
        let found: [(Order, Timestamp)]
        if let store {
            found = try orders("WHERE store = ? AND id = ?", [store.rawValue, id.rawValue])
        } else {
            found = try orders("WHERE id = ? ORDER BY store LIMIT 1", [id.rawValue])
        }
        return try found.first.map { try whole($0) }
    }

    /// A page of orders, newest first.
    package func orders(
        scope: StoreScope, store: StoreID? = nil, offset: Int = 0, limit: Int = 100
    ) throws -> [(order: Order, refreshedAt: Timestamp)] {
        let filter = StoreFilter(scope: scope, store: store)
        let page = try orders(
            """
            WHERE \(filter.condition(on: "sales_order.store"))
            ORDER BY created_at DESC, store DESC, id DESC LIMIT ? OFFSET ?
            """, filter.values + [limit, max(0, offset)])
        return try page.map { try whole($0) }
    }

    /// How many orders `orders` pages through.
    package func orderTotal(scope: StoreScope, store: StoreID? = nil) throws -> Int {
        let filter = StoreFilter(scope: scope, store: store)
        let count = try db.number(
            "SELECT count(*) FROM sales_order WHERE \(filter.condition(on: "store"))",
            filter.values)
        return Int(count ?? 0)
    }

    /// Visits every order of a store, or of all, by number.
    package func forEachOrder(store: StoreID? = nil, _ visit: (Order) throws -> Void) throws {
        let filter = StoreFilter(scope: .all, store: store)
        let keys = try db.all(
            "SELECT store, id FROM sales_order WHERE \(filter.condition(on: "store")) "
                + "ORDER BY store, id", filter.values
        ) { (try $0.name() as StoreID, try $0.name() as OrderID) }
        for (store, id) in keys {
            if let found = try order(id, store: store) { try visit(found.order) }
        }
    }

    private func orders(_ rest: String, _ values: [Binding]) throws -> [(Order, Timestamp)] {
        try db.all(
            "SELECT \(OrderColumns.list) FROM sales_order \(rest)", values, OrderColumns.order)
    }

    private func whole(_ found: (Order, Timestamp)) throws -> (
        order: Order, refreshedAt: Timestamp
    ) {
        var order = found.0
        let key: [Binding] = [order.store.rawValue, order.id.rawValue]
        order.items = try db.all(
            """
            SELECT item_id, sku, asin, title, quantity, quantity_shipped, price_amount,
                price_currency, is_cancel_requested
            FROM order_item WHERE store = ? AND order_id = ? ORDER BY position
            """, key, OrderColumns.item)
        order.packages = try db.all(
            """
            SELECT reference, carrier, tracking_number, status, detailed_status, shipped_at
            FROM order_package WHERE store = ? AND order_id = ? ORDER BY position
            """, key, OrderColumns.package)
        return (order, found.1)
    }
}

import GRDB
import HelpDesk
import SwiftExtensions

extension Projector {
    /// The newer platform time wins; an older copy only says when we last asked.
    func save(_ order: Order, at instant: Timestamp) throws {
        let stored = try db.number(
            "SELECT updated_at FROM sales_order WHERE store = ? AND id = ?",
            [order.store.rawValue, order.id.rawValue])
        if let stored,
            OrderAge.keeps(Timestamp(milliseconds: stored), over: order.updatedAt, at: instant)
        {
            try db.run(
                "UPDATE sales_order SET refreshed_at = ? WHERE store = ? AND id = ?",
                [instant.milliseconds, order.store.rawValue, order.id.rawValue])
            return
        }
        try upsert(order, instant)
        if stored != nil { try removeParts(of: order) }
        try insertItems(of: order)
        try insertPackages(of: order)
    }

    private func upsert(_ order: Order, _ instant: Timestamp) throws {
        try db.run(
            """
            INSERT INTO sales_order (
                store, id, channel, marketplace, status, platform_status, created_at, updated_at,
                is_fulfilled_by_platform, programs, total_amount, total_currency, ship_by,
                deliver_from, deliver_by, refreshed_at, withheld, facts)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET
                channel = excluded.channel, marketplace = excluded.marketplace,
                status = excluded.status, platform_status = excluded.platform_status,
                created_at = excluded.created_at, updated_at = excluded.updated_at,
                is_fulfilled_by_platform = excluded.is_fulfilled_by_platform,
                programs = excluded.programs, total_amount = excluded.total_amount,
                total_currency = excluded.total_currency, ship_by = excluded.ship_by,
                deliver_from = excluded.deliver_from, deliver_by = excluded.deliver_by,
                refreshed_at = excluded.refreshed_at, withheld = excluded.withheld,
                facts = excluded.facts
            """,
            [
                order.store.rawValue, order.id.rawValue, order.channel,
                order.marketplace?.rawValue, order.status.rawValue, order.platformStatus,
                order.createdAt.milliseconds, order.updatedAt.milliseconds,
                order.isFulfilledByPlatform, try JSONText.text(order.programs),
                order.total?.amount, order.total?.currency, order.shipBy?.milliseconds,
                order.deliverFrom?.milliseconds, order.deliverBy?.milliseconds,
                instant.milliseconds, try order.withheld.map { try JSONText.text($0) },
                try order.facts.map { try JSONText.text($0) },
            ])
    }

    private func removeParts(of order: Order) throws {
        for table in ["order_item", "order_package"] {
            try db.run(
                "DELETE FROM \(table) WHERE store = ? AND order_id = ?",
                [order.store.rawValue, order.id.rawValue])
        }
    }

    private func insertItems(of order: Order) throws {
        for (position, item) in order.items.enumerated() {
            try db.run(
                "INSERT INTO order_item VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    order.store.rawValue, order.id.rawValue, position, item.itemID, item.sku,
                    item.asin, item.title, item.quantity, item.quantityShipped,
                    item.unitPrice?.amount, item.unitPrice?.currency, item.isCancelRequested,
                ])
        }
    }

    private func insertPackages(of order: Order) throws {
        for (position, package) in order.packages.enumerated() {
            try db.run(
                "INSERT INTO order_package VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    order.store.rawValue, order.id.rawValue, position, package.reference,
                    package.carrier, package.trackingNumber, package.status,
                    package.detailedStatus, package.shippedAt?.milliseconds,
                ])
        }
    }
}

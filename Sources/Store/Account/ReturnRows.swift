import GRDB
package import HelpDesk
package import SwiftExtensions

extension WriteTransaction {
    /// Adds returns or brings them up to date: reports of overlapping spans name the same ones.
    package func putReturns(_ items: [ReturnedItem], of report: Int64, _ store: StoreID) throws {
        for item in items {
            try db.run(
                """
                INSERT INTO returned_item VALUES (
                    ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET report = excluded.report,
                    requested_at = excluded.requested_at, status = excluded.status,
                    sku = excluded.sku, asin = excluded.asin, title = excluded.title,
                    quantity = excluded.quantity, reason = excluded.reason,
                    resolution = excluded.resolution, carrier = excluded.carrier,
                    tracking_number = excluded.tracking_number,
                    is_claimed = excluded.is_claimed,
                    refunded_amount = excluded.refunded_amount,
                    refunded_currency = excluded.refunded_currency
                WHERE excluded.report >= returned_item.report
                """,
                [
                    store.rawValue, item.order.rawValue, item.rma,
                    item.sku ?? item.asin ?? "", report, item.requestedAt?.milliseconds,
                    item.status, item.sku, item.asin, item.title, item.quantity, item.reason,
                    item.resolution, item.carrier, item.trackingNumber, item.isClaimed,
                    item.refunded?.amount, item.refunded?.currency,
                ])
        }
    }

    /// Adds ratings or brings them up to date.
    package func putFeedback(_ all: [SellerFeedback], of report: Int64, _ store: StoreID) throws {
        for feedback in all {
            try db.run(
                """
                INSERT INTO seller_feedback VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET report = excluded.report,
                    given_at = excluded.given_at, rating = excluded.rating,
                    comment = excluded.comment, response = excluded.response
                WHERE excluded.report >= seller_feedback.report
                """,
                [
                    store.rawValue, feedback.order.rawValue, report,
                    feedback.date?.milliseconds, feedback.rating, feedback.comment,
                    feedback.response,
                ])
        }
    }
}

extension ReadTransaction {
    /// A store's returns that were asked for in a span, the newest first, and whether the desk
    /// knows the order.
    package func returns(
        of store: StoreID, order: OrderID? = nil, from: Timestamp?, to: Timestamp?, limit: Int
    ) throws -> [(item: ReturnedItem, isOrderKnown: Bool)] {
        try db.all(
            """
            SELECT order_id, rma, status, quantity, is_claimed, requested_at, sku, asin, title,
                reason, resolution, carrier, tracking_number, refunded_amount,
                refunded_currency,
                EXISTS (SELECT 1 FROM sales_order WHERE sales_order.store = returned_item.store
                    AND sales_order.id = returned_item.order_id)
            FROM returned_item
            WHERE store = ? AND (? IS NULL OR order_id = ?)
                AND coalesce(requested_at, 0) BETWEEN ? AND ?
            ORDER BY requested_at DESC, order_id, rma, item LIMIT ?
            """,
            [
                store.rawValue, order?.rawValue, order?.rawValue,
                from?.milliseconds ?? Int64.min, to?.milliseconds ?? Int64.max, limit,
            ]
        ) { fields in
            var item = ReturnedItem(
                order: try fields.name(), rma: try fields.text(), status: try fields.text(),
                quantity: try fields.count(), isClaimed: try fields.flag())
            item.requestedAt = try fields.optionalTime()
            item.sku = try fields.optionalText()
            item.asin = try fields.optionalText()
            item.title = try fields.optionalText()
            item.reason = try fields.optionalText()
            item.resolution = try fields.optionalText()
            item.carrier = try fields.optionalText()
            item.trackingNumber = try fields.optionalText()
            item.refunded = try OrderColumns.money(from: &fields)
            return (item, try fields.flag())
        }
    }

    /// A store's ratings of a span, the newest first, and whether the desk knows the order.
    package func feedback(
        of store: StoreID, from: Timestamp?, to: Timestamp?, limit: Int
    ) throws -> [(feedback: SellerFeedback, isOrderKnown: Bool)] {
        try db.all(
            """
            SELECT order_id, rating, comment, given_at, response,
                EXISTS (SELECT 1 FROM sales_order
                    WHERE sales_order.store = seller_feedback.store
                    AND sales_order.id = seller_feedback.order_id)
            FROM seller_feedback
            WHERE store = ? AND coalesce(given_at, 0) BETWEEN ? AND ?
            ORDER BY given_at DESC, order_id LIMIT ?
            """,
            [
                store.rawValue, from?.milliseconds ?? Int64.min, to?.milliseconds ?? Int64.max,
                limit,
            ]
        ) { fields in
            var feedback = SellerFeedback(
                order: try fields.name(), rating: try fields.count(), comment: try fields.text())
            feedback.date = try fields.optionalTime()
            feedback.response = try fields.optionalText()
            return (feedback, try fields.flag())
        }
    }
}

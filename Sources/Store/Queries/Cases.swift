import GRDB
package import HelpDesk
package import SwiftExtensions

enum CaseColumns {
    static let list = """
        id, kind, store, ticket, order_id, state, opened_at, review_due, is_deadline_named, \
        is_prominent, message, notices, settled_at
        """

    static func item(from fields: inout Fields) throws -> DeskCase {
        DeskCase(
            id: try fields.id(), kind: try fields.name(), store: try fields.name(),
            ticket: try fields.optionalID(), order: try fields.optionalName(),
            state: try fields.word(), openedAt: try fields.time(),
            reviewDue: try fields.optionalTime(), isDeadlineNamed: try fields.flag(),
            isProminent: try fields.flag(), message: try fields.optionalID(),
            notices: try fields.count(), settledAt: try fields.optionalTime())
    }
}

extension ReadTransaction {
    /// One case; nil when there is none of that number.
    package func deskCase(_ id: CaseID) throws -> DeskCase? {
        try cases("id = ?", [id.rawValue]).first
    }

    /// All cases of a ticket, oldest first.
    package func cases(of ticket: TicketID) throws -> [DeskCase] {
        try cases("ticket = ? ORDER BY opened_at, id", [ticket.rawValue])
    }

    /// All cases of a store's order, oldest first, whatever ticket they stand on.
    package func cases(order: OrderID, store: StoreID) throws -> [DeskCase] {
        try cases(
            "store = ? AND order_id = ? ORDER BY opened_at, id", [store.rawValue, order.rawValue])
    }

    /// The open case of a ticket whose clock runs out first.
    package func nextCase(of ticket: TicketID) throws -> DeskCase? {
        try cases(
            "ticket = ? AND state = 'open' ORDER BY review_due, id LIMIT 1", [ticket.rawValue]
        ).first
    }

    /// The newest opt-out that concerns a buyer or an order of the store.
    package func optOut(store: StoreID, buyer: BuyerID?, order: OrderID?) throws -> OptOut? {
        try db.one(
            """
            SELECT raw_mail, store, buyer, order_id, ticket, noted_at FROM opt_out
            WHERE store = ?1 AND (buyer = ?2 OR order_id = ?3)
            ORDER BY noted_at DESC LIMIT 1
            """, [store.rawValue, buyer?.rawValue, order?.rawValue]
        ) { fields in
            OptOut(
                rawMail: try fields.id(), store: try fields.name(),
                buyer: try fields.optionalID(), order: try fields.optionalName(),
                ticket: try fields.optionalID(), notedAt: try fields.time())
        }
    }

    /// What the platform forbids a store, past restrictions included.
    package func restriction(of store: StoreID) throws -> StoreRestriction? {
        try restrictions("store = ?", [store.rawValue]).first
    }

    /// The restrictions that last at `now`, by store.
    package func restrictions(at now: Timestamp) throws -> [StoreRestriction] {
        try restrictions("until > ? ORDER BY store", [now.milliseconds])
    }

    /// Orders that a ticket's messages name besides its own, in the order of their numbers.
    package func namedOrders(of ticket: TicketID) throws -> [OrderID] {
        try db.all(
            "SELECT order_id FROM ticket_named_order WHERE ticket = ? ORDER BY order_id",
            [ticket.rawValue]
        ) { try $0.name() }
    }

    private func restrictions(_ condition: String, _ values: [Binding]) throws
        -> [StoreRestriction]
    {
        try db.all(
            "SELECT store, since, until, raw_mail FROM store_restriction WHERE \(condition)", values
        ) { fields in
            StoreRestriction(
                store: try fields.name(), since: try fields.time(), until: try fields.time(),
                rawMail: try fields.id())
        }
    }

    private func cases(_ condition: String, _ values: [Binding]) throws -> [DeskCase] {
        try db.all(
            "SELECT \(CaseColumns.list) FROM desk_case WHERE \(condition)", values,
            CaseColumns.item)
    }
}

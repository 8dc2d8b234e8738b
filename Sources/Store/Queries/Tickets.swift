import GRDB
package import HelpDesk
package import SwiftExtensions

/// How a ticket row is read: columns and maker belong together.
enum TicketColumns {
    static let list = """
        ticket.id, ticket.store, ticket.marketplace, ticket.buyer, ticket.order_id, ticket.state, \
        ticket.owner, ticket.language, ticket.category, ticket.opened_at, \
        ticket.last_activity_at, ticket.hold_reason, ticket.review_at, ticket.resolved_at, \
        ticket.cycle, ticket.next_due, ticket.owed_debts, ticket.excuse_debts, \
        ticket.tick_due, ticket.open_cases, ticket.case_due, ticket.message_count, \
        ticket.attachment_count, ticket.last_item, ticket.priority, ticket.ticket_group, \
        ticket.wake_at, ticket.merged_into, ticket.flags, ticket.internal_due
        """

    static func ticket(from fields: inout Fields) throws -> Ticket {
        Ticket(
            id: try fields.id(), store: try fields.name(), marketplace: try fields.optionalName(),
            buyer: try fields.optionalID(), order: try fields.optionalName(),
            state: try fields.word(), owner: try fields.optionalID(),
            language: try fields.name(), category: try fields.word(),
            openedAt: try fields.time(), lastActivityAt: try fields.time(),
            holdReason: try fields.optionalText(), reviewAt: try fields.optionalTime(),
            resolvedAt: try fields.optionalTime(), cycle: try fields.count(),
            nextDue: try fields.optionalTime(), owedDebts: try fields.count(),
            excuseDebts: try fields.count(), tickDue: try fields.optionalTime(),
            openCases: try fields.count(), caseDue: try fields.optionalTime(),
            messageCount: try fields.count(), attachmentCount: try fields.count(),
            lastItem: try fields.id(), priority: try fields.priority(),
            group: try fields.optionalID(), wakeAt: try fields.optionalTime(),
            mergedInto: try fields.optionalID(),
            flags: TicketFlags(rawValue: try fields.count()),
            internalDue: try fields.optionalTime())
    }
}

extension ReadTransaction {
    /// One ticket; nil when there is none of that number.
    package func ticket(_ id: TicketID) throws -> Ticket? {
        try db.one(
            "SELECT \(TicketColumns.list) FROM ticket WHERE id = ?", [id.rawValue],
            TicketColumns.ticket)
    }

    /// The ticket that holds the thread of a platform's key, the newest one if there were more.
    package func ticketByThreadKey(store: StoreID, key: String) throws -> TicketID? {
        try db.number(
            "SELECT ticket FROM ticket_thread_key WHERE store = ? AND key = ?",
            [store.rawValue, key]
        ).map(TicketID.init(rawValue:))
    }

    /// A buyer's tickets, newest first.
    package func tickets(buyer: BuyerID) throws -> [Ticket] {
        try db.all(
            "SELECT \(TicketColumns.list) FROM ticket WHERE buyer = ? ORDER BY id DESC",
            [buyer.rawValue], TicketColumns.ticket)
    }

    /// The tickets about an order within the scope, newest first.
    package func tickets(order: OrderID, scope: StoreScope = .all) throws -> [Ticket] {
        try db.all(
            "SELECT \(TicketColumns.list) FROM ticket WHERE order_id = ? ORDER BY id DESC",
            [order.rawValue], TicketColumns.ticket
        ).filter { scope.contains($0.store) }
    }

    /// Live tickets whose review time has come, earliest first.
    package func reviewsDue(now: Timestamp, limit: Int) throws -> [Ticket] {
        try db.all(
            """
            SELECT \(TicketColumns.list) FROM ticket INDEXED BY ticket_review
            WHERE is_live = 1 AND review_at <= ? ORDER BY review_at LIMIT ?
            """, [now.milliseconds, limit], TicketColumns.ticket)
    }

    /// When the next review time comes.
    package func nextReview() throws -> Timestamp? {
        try db.number(
            """
            SELECT min(review_at) FROM ticket INDEXED BY ticket_review
            WHERE is_live = 1 AND review_at IS NOT NULL
            """
        ).map(Timestamp.init(milliseconds:))
    }
}

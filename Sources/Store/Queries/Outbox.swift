import GRDB
package import HelpDesk
package import SwiftExtensions

enum OutboxColumns {
    static let list = """
        outbox.id, outbox.ticket, outbox.store, outbox.author, outbox.basis, outbox.state, \
        outbox.queued_at, outbox.release_at, outbox.idempotency_key, outbox.attempts, \
        outbox.state_after, outbox.template, outbox.lint_override, outbox.accepted_at, \
        outbox.evidence, outbox.read_through, outbox.template_version, outbox.template_edit
        """

    static func item(from fields: inout Fields) throws -> OutboxItem {
        var item = OutboxItem(
            id: try fields.id(), ticket: try fields.id(), store: try fields.name(),
            author: try fields.id(), basis: try fields.id(), state: try fields.word(),
            queuedAt: try fields.time(), releaseAt: try fields.time(),
            idempotencyKey: try fields.text(), attempts: try fields.count(),
            stateAfter: try fields.word(), template: try fields.optionalName(),
            override: try fields.optionalJSON(), acceptedAt: try fields.optionalTime(),
            evidence: try fields.optionalText(), readThrough: try fields.optionalID())
        item.templateVersion = try fields.optionalNumber().map { Int($0) }
        item.templateEdit = try fields.optionalNumber().map { Int($0) }
        return item
    }
}

extension ReadTransaction {
    /// One reply; nil when there is none of that number.
    package func outboxItem(_ id: OutboxID) throws -> OutboxItem? {
        try outbox("WHERE id = ?", [id.rawValue]).first
    }

    /// Replies in any of the states within the scope, newest first.
    package func outbox(states: [OutboxState], scope: StoreScope) throws -> [OutboxItem] {
        let marks = states.map { _ in "?" }.joined(separator: ", ")
        let filter = StoreFilter(scope: scope, store: nil)
        return try outbox(
            "WHERE state IN (\(marks)) AND \(filter.condition(on: "store")) ORDER BY id DESC",
            states.map(\.rawValue) + filter.values)
    }

    /// A ticket's replies, oldest first.
    package func outbox(of ticket: TicketID) throws -> [OutboxItem] {
        try outbox("WHERE ticket = ? ORDER BY id", [ticket.rawValue])
    }

    /// Queued replies whose undo countdown is over, earliest first.
    package func outboxDue(now: Timestamp, limit: Int) throws -> [OutboxItem] {
        try outbox(
            "WHERE state = 'queued' AND release_at <= ? ORDER BY release_at, id LIMIT ?",
            [now.milliseconds, limit])
    }

    /// Queued replies of some stores whose undo countdown is over, earliest first.
    package func outboxDue(
        stores: [StoreID], now: Timestamp, limit: Int
    ) throws -> [OutboxItem] {
        let filter = StoreFilter(scope: .only(Set(stores)), store: nil)
        return try outbox(
            """
            WHERE state = 'queued' AND release_at <= ? AND \(filter.condition(on: "store"))
            ORDER BY release_at, id LIMIT ?
            """, [now.milliseconds] + filter.values + [limit])
    }

    /// When the next queued reply of some stores may leave.
    package func nextOutboxRelease(stores: [StoreID]) throws -> Timestamp? {
        let filter = StoreFilter(scope: .only(Set(stores)), store: nil)
        return try db.number(
            """
            SELECT min(release_at) FROM outbox
            WHERE state = 'queued' AND \(filter.condition(on: "store"))
            """, filter.values
        ).map(Timestamp.init(milliseconds:))
    }

    /// When the next queued reply may leave.
    package func nextOutboxRelease() throws -> Timestamp? {
        try db.number("SELECT min(release_at) FROM outbox WHERE state = 'queued'")
            .map(Timestamp.init(milliseconds:))
    }

    /// The newest reply with an idempotency key.
    package func outboxByIdempotencyKey(_ key: String) throws -> OutboxItem? {
        try outbox("WHERE idempotency_key = ? ORDER BY id DESC LIMIT 1", [key]).first
    }

    /// The reply that went out under a Message-ID, which bounces and copies name.
    package func outboxByInternetID(_ id: String) throws -> OutboxItem? {
        try outbox(
            """
            JOIN outbox_content ON outbox_content.outbox = outbox.id
            WHERE outbox_content.internet_message_id = ?
            """, [id]
        ).first
    }

    /// Replies accepted at or before an instant that still have debts waiting for proof.
    package func outboxAcceptedBefore(_ instant: Timestamp) throws -> [OutboxItem] {
        try outbox(
            """
            WHERE id IN (
                SELECT outbox FROM debt WHERE state = 'answer-pending' AND outbox IS NOT NULL)
            AND accepted_at <= ? ORDER BY accepted_at, id
            """, [instant.milliseconds])
    }

    /// When the oldest reply was accepted that still has debts waiting for proof.
    package func oldestUnprovenAcceptance() throws -> Timestamp? {
        try db.number(
            """
            SELECT min(outbox.accepted_at) FROM debt JOIN outbox ON outbox.id = debt.outbox
            WHERE debt.state = 'answer-pending'
            """
        ).map(Timestamp.init(milliseconds:))
    }

    private func outbox(_ rest: String, _ values: [Binding]) throws -> [OutboxItem] {
        try db.all("SELECT \(OutboxColumns.list) FROM outbox \(rest)", values, OutboxColumns.item)
    }
}

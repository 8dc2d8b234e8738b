import GRDB
package import HelpDesk
package import SwiftExtensions

/// What a person was told of a deadline.
package struct StoredNotice: Hashable, Sendable {
    package var ticket: TicketID
    package var store: StoreID
    package var key: ClockKey
    package var threshold: ClockThreshold
    package var due: Timestamp
    package var noticedAt: Timestamp
    package var readAt: Timestamp?
    /// Whether the clock still waits for somebody.
    package var isLive: Bool
}

/// A missed deadline.
package struct StoredBreach: Hashable, Sendable {
    package var key: ClockKey
    package var ticket: TicketID
    package var store: StoreID
    package var dueAt: Timestamp
    package var noticedAt: Timestamp
    package var cause: ClockBreach.Cause
    package var owner: PersonID?
    package var excuse: BreachExcuse.Category?
    package var excuseReason: String?
    package var excusedBy: PersonID?
}

extension ReadTransaction {
    /// How many tickets a person was told of and has not looked at since.
    package func unreadNotices(of person: PersonID, scope: StoreScope) throws -> Int {
        let filter = StoreFilter(scope: scope, store: nil)
        let count = try db.number(
            """
            SELECT count(DISTINCT ticket) FROM clock_notice INDEXED BY clock_notice_unread
            WHERE person = ? AND read_at IS NULL AND is_live = 1
                AND \(filter.condition(on: "store"))
            """, [person.rawValue] + filter.values)
        return Int(count ?? 0)
    }

    /// A person's notices: unread ones, the oldest first, and by choice the newest of those read.
    package func notices(
        of person: PersonID, scope: StoreScope, includesRead: Bool, limit: Int
    ) throws -> [StoredNotice] {
        let unread = try notices(
            of: person, scope, "INDEXED BY clock_notice_unread", "read_at IS NULL AND is_live = 1",
            order: "noticed_at, event", limit: limit)
        guard includesRead, unread.count < limit else { return unread }
        return try unread
            + notices(
                of: person, scope, "INDEXED BY clock_notice_read",
                "(read_at IS NOT NULL OR is_live = 0)", order: "event DESC",
                limit: limit - unread.count)
    }

    private func notices(
        of person: PersonID, _ scope: StoreScope, _ index: String, _ condition: String,
        order: String, limit: Int
    ) throws -> [StoredNotice] {
        let filter = StoreFilter(scope: scope, store: nil)
        return try db.all(
            """
            SELECT ticket, store, subject, kind, threshold, due, noticed_at, read_at, is_live
            FROM clock_notice \(index)
            WHERE person = ? AND \(condition) AND \(filter.condition(on: "store"))
            ORDER BY \(order) LIMIT ?
            """, [person.rawValue] + filter.values + [limit]
        ) { fields in
            StoredNotice(
                ticket: try fields.id(), store: try fields.name(),
                key: try ClockColumns.key(from: &fields),
                threshold: try Self.threshold(from: &fields), due: try fields.time(),
                noticedAt: try fields.time(), readAt: try fields.optionalTime(),
                isLive: try fields.flag())
        }
    }

    /// Whether a person was told of a ticket and has not looked at it since.
    package func hasUnreadNotice(of person: PersonID, about ticket: TicketID) throws -> Bool {
        try db.number(
            """
            SELECT 1 FROM clock_notice INDEXED BY clock_notice_unread
            WHERE person = ? AND ticket = ? AND read_at IS NULL AND is_live = 1 LIMIT 1
            """, [person.rawValue, ticket.rawValue]) != nil
    }

    private static func threshold(from fields: inout Fields) throws -> ClockThreshold {
        guard let threshold = ClockThreshold(try fields.text()) else {
            throw Fields.damaged("threshold")
        }
        return threshold
    }

    /// One breach; nil when the clock was never missed.
    package func breach(_ key: ClockKey) throws -> StoredBreach? {
        try breaches(
            "subject = ? AND kind = ?", [key.subject.text, key.kind.rawValue]
        ).first
    }

    /// The breaches of a ticket, by their deadlines.
    package func breaches(of ticket: TicketID) throws -> [StoredBreach] {
        try breaches("ticket = ?", [ticket.rawValue])
    }

    /// Breaches of a window, by their deadlines: the newest, so many at most.
    package func breaches(of window: BreachWindow, limit: Int) throws -> [StoredBreach] {
        let newest = try breaches(
            window.condition, window.values + [limit],
            order: "due_at DESC, subject DESC, kind DESC LIMIT ?")
        return newest.reversed()
    }

    /// How many breaches a window has.
    package func breachCount(of window: BreachWindow) throws -> Int {
        let count = try db.number(
            "SELECT count(*) FROM clock_breach WHERE \(window.condition)", window.values)
        return Int(count ?? 0)
    }

    private func breaches(
        _ condition: String, _ values: [Binding], order: String = "due_at, subject, kind"
    ) throws -> [StoredBreach] {
        try db.all(
            """
            SELECT subject, kind, ticket, store, due_at, noticed_at, cause, owner, excuse,
                excuse_reason, excused_by
            FROM clock_breach WHERE \(condition) ORDER BY \(order)
            """, values
        ) { fields in
            StoredBreach(
                key: try ClockColumns.key(from: &fields), ticket: try fields.id(),
                store: try fields.name(), dueAt: try fields.time(),
                noticedAt: try fields.time(), cause: try fields.word(),
                owner: try fields.optionalID(), excuse: try fields.optionalWord(),
                excuseReason: try fields.optionalText(), excusedBy: try fields.optionalID())
        }
    }
}

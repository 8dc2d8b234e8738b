import GRDB
package import HelpDesk
package import SwiftExtensions

/// An alarm and when it was raised.
package struct StoredAlarm: Hashable, Sendable {
    package var alarm: DeskAlarm
    package var raisedAt: Timestamp
    /// Nil while it is open.
    package var settledAt: Timestamp?
}

extension ReadTransaction {
    /// The open alarm of a kind, store and subject; there is at most one.
    package func openAlarm(
        _ kind: DeskAlarm.Kind, store: StoreID?, subject: String
    ) throws -> StoredAlarm? {
        try alarms(
            "settled_at IS NULL AND kind = ? AND coalesce(store, '') = ? AND subject = ?",
            [kind.rawValue, store?.rawValue ?? "", subject]
        ).first
    }

    /// All open alarms, oldest first.
    package func openAlarms() throws -> [StoredAlarm] { try alarms("settled_at IS NULL") }

    private func alarms(_ condition: String, _ values: [Binding] = []) throws -> [StoredAlarm] {
        try db.all(
            """
            SELECT id, kind, store, subject, arguments, raised_at, settled_at
            FROM alarm WHERE \(condition) ORDER BY id
            """, values
        ) { fields in
            StoredAlarm(
                alarm: DeskAlarm(
                    id: try fields.id(), kind: try fields.word(),
                    store: try fields.optionalName(), subject: try fields.text(),
                    arguments: try fields.json()),
                raisedAt: try fields.time(), settledAt: try fields.optionalTime())
        }
    }
}

extension ReadTransaction {
    /// Whether a dead job of a kind waits whose failure has this operation and shape.
    package func hasDeadJob(kind: String, operation: String, shape: String) throws -> Bool {
        try db.number(
            """
            SELECT 1 FROM job WHERE state = 'dead' AND kind = ?
            AND json_extract(failure, '$.operation') = ?
            AND json_extract(failure, '$.arguments.shape') = ? LIMIT 1
            """, [kind, operation, shape]) != nil
    }
}

import GRDB
package import SwiftExtensions

/// A field of a platform's answers that the desk does not know; how often it was seen.
package struct StoredDriftField: Hashable, Sendable {
    package var operation: String
    package var path: String
    package var count: Int
    package var firstSeen: Timestamp
    package var lastSeen: Timestamp
}

// Counts are the engine's own notes, not part of the record.
extension WriteTransaction {
    /// Adds what one answer held; at most 500 fields of an operation are told apart.
    package func countUnknown(_ fields: [String: Int], operation: String) throws {
        for (path, count) in fields.sorted(by: { $0.key < $1.key }) where count > 0 {
            try db.run(
                """
                INSERT INTO drift_field (operation, path, count, first_seen, last_seen)
                SELECT ?1, ?2, ?3, ?4, ?4
                WHERE (SELECT count(*) FROM drift_field WHERE operation = ?1) < 500
                OR EXISTS (SELECT 1 FROM drift_field WHERE operation = ?1 AND path = ?2)
                ON CONFLICT DO UPDATE SET
                    count = count + excluded.count, last_seen = excluded.last_seen
                """, [operation, path, count, now.milliseconds])
        }
    }
}

extension ReadTransaction {
    /// Unknown fields, most frequent first.
    package func driftFields(limit: Int) throws -> [StoredDriftField] {
        try db.all(
            """
            SELECT operation, path, count, first_seen, last_seen FROM drift_field
            ORDER BY count DESC, operation, path LIMIT ?
            """, [limit]
        ) { fields in
            StoredDriftField(
                operation: try fields.text(), path: try fields.text(),
                count: try fields.count(), firstSeen: try fields.time(),
                lastSeen: try fields.time())
        }
    }
}

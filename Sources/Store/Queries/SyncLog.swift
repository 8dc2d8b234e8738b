import GRDB
package import HelpDesk
package import SwiftExtensions

/// One line of the sync log: a call to a platform, or a pass over a mailbox. No personal data and no
/// tokens: the names of operations, numbers, and the other side's words for a refusal.
package struct SyncLogLine: Hashable, Sendable {
    package var at: Timestamp
    package var store: StoreID?
    package var operation: String
    /// HTTP status; nil when no answer came.
    package var status: Int?
    /// Nil for a success.
    package var errorClass: SyncErrorClass?
    package var milliseconds: Int64
    package var requestID: String?
    package var byteCount: Int?
    package var attempt: Int
    package var message: String

    package init(
        at: Timestamp, store: StoreID?, operation: String, status: Int? = nil,
        errorClass: SyncErrorClass? = nil, milliseconds: Int64 = 0, requestID: String? = nil,
        byteCount: Int? = nil, attempt: Int = 1, message: String = ""
    ) {
        self.at = at
        self.store = store
        self.operation = operation
        self.status = status
        self.errorClass = errorClass
        self.milliseconds = milliseconds
        self.requestID = requestID
        self.byteCount = byteCount
        self.attempt = attempt
        self.message = message
    }
}

/// Which lines a list is about; nil lets all pass.
package struct SyncLogQuery: Sendable {
    package var store: StoreID?
    package var operation: String?
    package var errorClass: SyncErrorClass?
    package var onlyFailures: Bool
    package var before: SyncLogID?
    package var scope: StoreScope

    package init(
        store: StoreID? = nil, operation: String? = nil, errorClass: SyncErrorClass? = nil,
        onlyFailures: Bool = false, before: SyncLogID? = nil, scope: StoreScope = .all
    ) {
        self.store = store
        self.operation = operation
        self.errorClass = errorClass
        self.onlyFailures = onlyFailures
        self.before = before
        self.scope = scope
    }
}

/// How often an operation was called for one store, and how often it was refused for its rate.
package struct CallUsage: Hashable, Sendable {
    package var store: StoreID
    package var operation: String
    package var calls: Int
    package var refusals: Int
    package var lastRefusal: Timestamp?
}

// The log is the engine's own notes, not part of the record; old lines are dropped.
extension WriteTransaction {
    /// Appends lines in the order given.
    package func putSyncLog(_ lines: [SyncLogLine]) throws {
        for line in lines {
            try db.run(
                """
                INSERT INTO sync_log (
                    at, store, operation, status, error_class, milliseconds, request_id,
                    byte_count, attempt, message)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    line.at.milliseconds, line.store?.rawValue, line.operation, line.status,
                    line.errorClass?.rawValue, line.milliseconds, line.requestID, line.byteCount,
                    line.attempt, line.message,
                ])
        }
    }

    /// Drops lines from before `instant` and, of the rest, all but the newest `count`.
    package func pruneSyncLog(before instant: Timestamp, keeping count: Int) throws {
        try db.run("DELETE FROM sync_log WHERE at < ?", [instant.milliseconds])
        try db.run(
            "DELETE FROM sync_log WHERE id <= (SELECT max(id) FROM sync_log) - ?", [count])
    }
}

extension ReadTransaction {
    /// Lines that fit, newest first, each with its number.
    package func syncLog(
        _ query: SyncLogQuery, limit: Int
    ) throws -> [(id: SyncLogID, line: SyncLogLine)] {
        let (condition, values) = Self.condition(query)
        return try db.all(
            """
            SELECT id, at, store, operation, status, error_class, milliseconds, request_id,
                byte_count, attempt, message
            FROM sync_log WHERE \(condition) ORDER BY id DESC LIMIT ?
            """, values + [limit]
        ) { fields in
            (
                id: try fields.id(),
                line: SyncLogLine(
                    at: try fields.time(), store: try fields.optionalName(),
                    operation: try fields.text(),
                    status: try fields.optionalNumber().map { Int($0) },
                    errorClass: try fields.optionalWord(), milliseconds: try fields.number(),
                    requestID: try fields.optionalText(),
                    byteCount: try fields.optionalNumber().map { Int($0) },
                    attempt: try fields.count(), message: try fields.text())
            )
        }
    }

    /// Calls by store and operation since `instant`; refusals are those of the whole log.
    package func callUsage(since instant: Timestamp) throws -> [CallUsage] {
        try db.all(
            """
            SELECT store, operation, sum(at >= ?1), sum(error_class = 'throttled'),
                max(iif(error_class = 'throttled', at, NULL))
            FROM sync_log WHERE store IS NOT NULL GROUP BY store, operation
            """, [instant.milliseconds]
        ) { fields in
            CallUsage(
                store: try fields.name(), operation: try fields.text(),
                calls: try fields.count(), refusals: Int(try fields.optionalNumber() ?? 0),
                lastRefusal: try fields.optionalTime())
        }
    }

    private static func condition(_ query: SyncLogQuery) -> (String, [Binding]) {
        var parts = ["true"]
        var values: [Binding] = []
        func add(_ part: String, _ value: Binding) {
            parts.append(part)
            values.append(value)
        }
        if let store = query.store { add("store = ?", store.rawValue) }
        if let operation = query.operation { add("operation = ?", operation) }
        if let errorClass = query.errorClass { add("error_class = ?", errorClass.rawValue) }
        if query.onlyFailures { parts.append("error_class IS NOT NULL") }
        if let before = query.before { add("id < ?", before.rawValue) }
        if case .only(let stores) = query.scope {
            let names = stores.map(\.rawValue).sorted()
            parts.append("store IN (\(names.map { _ in "?" }.joined(separator: ", ")))")
            values += names
        }
        return (parts.joined(separator: " AND "), values)
    }
}

import GRDB
package import HelpDesk
package import SwiftExtensions

enum JobColumns {
    static let list =
        "id, kind, key, payload, state, run_at, attempts, last_error, priority, failure"

    static func job(from fields: inout Fields) throws -> JobRecord {
        JobRecord(
            id: try fields.id(), kind: try fields.text(), key: try fields.text(),
            payload: try fields.text(), state: try fields.word(), runAt: try fields.time(),
            attempts: try fields.count(), lastError: try fields.optionalText(),
            priority: try fields.count(), failure: try fields.optionalJSON())
    }
}

/// How one kind of sync of one store is doing.
package struct StoredSyncHealth: Hashable, Sendable {
    package var store: StoreID
    package var kind: SyncKind
    package var lastSuccess: Timestamp?
    package var lastAttempt: Timestamp
    package var failure: SyncFailure?
    /// Failures since the last success.
    package var failures: Int
    /// Everything up to here is known to be stored; nil when nobody knows.
    package var seenThrough: Timestamp?
}

extension ReadTransaction {
    /// One job; nil when there is none of that number.
    package func job(_ id: JobID) throws -> JobRecord? {
        try jobs("WHERE id = ?", [id.rawValue]).first
    }

    /// Jobs that are ready and due, by priority, then earliest first.
    package func jobsDue(now: Timestamp, limit: Int) throws -> [JobRecord] {
        try jobs(
            """
            WHERE state = 'ready' AND run_at <= ? ORDER BY priority DESC, run_at, id LIMIT ?
            """, [now.milliseconds, limit])
    }

    /// Jobs of some kinds that are ready and due, earliest first.
    package func jobsDue(kinds: [String], now: Timestamp, limit: Int) throws -> [JobRecord] {
        try jobs(
            """
            WHERE state = 'ready' AND run_at <= ? AND kind IN (\(Self.marks(kinds)))
            ORDER BY run_at, id LIMIT ?
            """, [now.milliseconds] + kinds + [limit])
    }

    /// Jobs of one kind that are ready and due for one store and nobody runs, by priority, then
    /// earliest first. Their keys begin with the store and a slash.
    package func jobsDue(
        kind: String, of store: StoreID, now: Timestamp, limit: Int
    ) throws -> [JobRecord] {
        // The digit 0 is what follows the slash.
        try jobs(
            """
            WHERE state = 'ready' AND run_at <= ? AND kind = ? AND key >= ? AND key < ?
            AND id NOT IN (SELECT job FROM job_lease)
            ORDER BY priority DESC, run_at, id LIMIT ?
            """, [now.milliseconds, kind, "\(store)/", "\(store)0", limit])
    }

    /// Jobs of one kind that are ready and due for a store that is none of `stores`.
    package func jobsDue(
        kind: String, ofNone stores: [StoreID], now: Timestamp, limit: Int
    ) throws -> [JobRecord] {
        let names = stores.map(\.rawValue)
        return try jobs(
            """
            WHERE state = 'ready' AND run_at <= ? AND kind = ?
            AND substr(key, 1, max(instr(key, '/') - 1, 0)) NOT IN (\(Self.marks(names)))
            ORDER BY run_at, id LIMIT ?
            """, [now.milliseconds, kind] + names + [limit])
    }

    /// When the next ready job of some kinds is due.
    package func nextJobRun(kinds: [String]) throws -> Timestamp? {
        try db.number(
            """
            SELECT min(run_at) FROM job
            WHERE state = 'ready' AND kind IN (\(Self.marks(kinds)))
            """, kinds
        ).map(Timestamp.init(milliseconds:))
    }

    /// When the next ready job of a kind is due for one store.
    package func nextJobRun(kind: String, of store: StoreID) throws -> Timestamp? {
        try db.number(
            """
            SELECT min(run_at) FROM job
            WHERE state = 'ready' AND kind = ? AND key >= ? AND key < ?
            """, [kind, "\(store)/", "\(store)0"]
        ).map(Timestamp.init(milliseconds:))
    }

    /// When the next ready job of any other kind is due.
    package func nextJobRun(except kinds: [String]) throws -> Timestamp? {
        try db.number(
            """
            SELECT min(run_at) FROM job
            WHERE state = 'ready' AND kind NOT IN (\(Self.marks(kinds)))
            """, kinds
        ).map(Timestamp.init(milliseconds:))
    }

    private static func marks(_ values: [String]) -> String {
        values.map { _ in "?" }.joined(separator: ", ")
    }

    /// When the next ready job is due.
    package func nextJobRun() throws -> Timestamp? {
        try db.number("SELECT min(run_at) FROM job WHERE state = 'ready'")
            .map(Timestamp.init(milliseconds:))
    }

    /// The ready or running job of a kind and key; there is at most one.
    package func unfinishedJob(kind: String, key: String) throws -> JobRecord? {
        try jobs(
            "WHERE kind = ? AND key = ? AND state IN ('ready', 'running')", [kind, key]
        ).first
    }

    /// Those of the keys whose newest job of this kind that ended, ended with this finding.
    package func keys(_ keys: [String], found finding: String, kind: String) throws -> Set<String> {
        Set(
            try keys.filter { key in
                try db.text(
                    """
                    SELECT coalesce(last_error, '') FROM job
                    WHERE kind = ? AND key = ? AND state IN ('done', 'dead')
                    ORDER BY id DESC LIMIT 1
                    """, [kind, key]) == finding
            })
    }

    /// Jobs in a state, newest first; after a crash `running` ones are those it interrupted.
    package func jobs(in state: JobRecord.State, limit: Int) throws -> [JobRecord] {
        try jobs("WHERE state = ? ORDER BY id DESC LIMIT ?", [state.rawValue, limit])
    }

    /// The last report of every (store, kind) that has reported.
    package func syncHealth() throws -> [StoredSyncHealth] {
        try db.all(
            """
            SELECT store, kind, last_success, last_attempt, failure, failures, seen_through
            FROM sync_health ORDER BY store, kind
            """
        ) { fields in
            StoredSyncHealth(
                store: try fields.name(), kind: try fields.word(),
                lastSuccess: try fields.optionalTime(), lastAttempt: try fields.time(),
                failure: try fields.optionalJSON(), failures: try fields.count(),
                seenThrough: try fields.optionalTime())
        }
    }

    private func jobs(_ rest: String, _ values: [Binding]) throws -> [JobRecord] {
        try db.all("SELECT \(JobColumns.list) FROM job \(rest)", values, JobColumns.job)
    }
}

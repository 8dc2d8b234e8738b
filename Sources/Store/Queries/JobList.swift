import GRDB
package import HelpDesk
package import SwiftExtensions

/// A job with what the list of jobs shows beside it.
package struct StoredJob: Hashable, Sendable {
    package var job: JobRecord
    package var createdAt: Timestamp
    package var changedAt: Timestamp
    package var lease: JobLease?
}

/// Which jobs a list is about; a nil filter lets all pass.
package struct JobQuery: Sendable {
    /// `running` are the leased ones.
    package var states: [JobRecord.State]
    package var store: StoreID?
    package var kind: String?
    /// Jobs of no store belong to those who see all.
    package var scope: StoreScope

    package init(
        states: [JobRecord.State], store: StoreID? = nil, kind: String? = nil,
        scope: StoreScope = .all
    ) {
        self.states = states
        self.store = store
        self.kind = kind
        self.scope = scope
    }
}

extension ReadTransaction {
    /// Dead jobs first, then running, then ready ones by their next run, then done ones, newest first.
    package func jobs(_ query: JobQuery, offset: Int = 0, limit: Int) throws -> [StoredJob] {
        let (condition, values) = Self.condition(query)
        return try db.all(
            """
            SELECT \(JobColumns.list), created_at, changed_at, started_at, until
            FROM job LEFT JOIN job_lease ON job_lease.job = job.id WHERE \(condition)
            ORDER BY CASE WHEN state = 'dead' THEN 0 WHEN until IS NOT NULL THEN 1
                WHEN state = 'done' THEN 3 ELSE 2 END,
                CASE state WHEN 'ready' THEN run_at ELSE -changed_at END, id
            LIMIT ? OFFSET ?
            """, values + [limit, offset], Self.stored)
    }

    /// How many jobs fit.
    package func jobTotal(_ query: JobQuery) throws -> Int {
        let (condition, values) = Self.condition(query)
        return Int(
            try db.number(
                """
                SELECT count(*) FROM job LEFT JOIN job_lease ON job_lease.job = job.id
                WHERE \(condition)
                """, values) ?? 0)
    }

    /// One job; nil when there is none of that number.
    package func storedJob(_ id: JobID) throws -> StoredJob? {
        try db.one(
            """
            SELECT \(JobColumns.list), created_at, changed_at, started_at, until
            FROM job LEFT JOIN job_lease ON job_lease.job = job.id WHERE id = ?
            """, [id.rawValue], Self.stored)
    }

    /// The dead jobs of a kind and key, oldest first.
    package func deadJobs(kind: String, key: String) throws -> [JobRecord] {
        try db.all(
            """
            SELECT \(JobColumns.list) FROM job
            WHERE state = 'dead' AND kind = ? AND key = ? ORDER BY id
            """, [kind, key], JobColumns.job)
    }

    /// What happened to one job, oldest first.
    package func events(of job: JobID) throws -> [EventRecord] {
        try db.all(
            """
            SELECT \(EventLog.columns) FROM event
            WHERE kind IN ('job-added', 'job-moved') AND coalesce(
                json_extract(payload, '$.jobMoved._0.job'),
                json_extract(payload, '$.jobAdded._0.id')) = ?
            ORDER BY seq
            """, [job.rawValue], EventLog.record)
    }

    private static func stored(_ fields: inout Fields) throws -> StoredJob {
        let job = try JobColumns.job(from: &fields)
        let (created, changed) = (try fields.time(), try fields.time())
        let (started, until) = (try fields.optionalTime(), try fields.optionalTime())
        var lease: JobLease?
        if let started, let until {
            lease = JobLease(job: job.id, startedAt: started, until: until)
        }
        return StoredJob(job: job, createdAt: created, changedAt: changed, lease: lease)
    }

    private static func condition(_ query: JobQuery) -> (String, [Binding]) {
        var parts: [String] = []
        var values: [Binding] = []
        let states = query.states.map { state in
            switch state {
            case .running: "(state = 'running' OR state = 'ready' AND until IS NOT NULL)"
            case .ready: "(state = 'ready' AND until IS NULL)"
            case .done, .dead: "state = '\(state.rawValue)'"
            }
        }
        if !states.isEmpty { parts.append("(\(states.joined(separator: " OR ")))") }
        if let kind = query.kind {
            parts.append("kind = ?")
            values.append(kind)
        }
        let store = "substr(key, 1, max(instr(key, '/') - 1, 0))"
        if let wanted = query.store {
            parts.append("\(store) = ?")
            values.append(wanted.rawValue)
        }
        if case .only(let stores) = query.scope {
            let names = stores.map(\.rawValue).sorted()
            parts.append("\(store) IN (\(names.map { _ in "?" }.joined(separator: ", ")))")
            values += names
        }
        return (parts.isEmpty ? "true" : parts.joined(separator: " AND "), values)
    }
}

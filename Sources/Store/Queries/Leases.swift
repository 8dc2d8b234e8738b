import GRDB
package import HelpDesk
package import SwiftExtensions

/// A job that somebody runs: when that began, and when it counts as lost.
package struct JobLease: Hashable, Sendable {
    package var job: JobID
    package var startedAt: Timestamp
    package var until: Timestamp
}

// Leases are the engine's own notes, not part of the record: after a crash those that are left name
// the jobs that it interrupted.
extension WriteTransaction {
    /// Marks a job as running until it is released, or lost at `until`.
    package func lease(_ job: JobID, until: Timestamp) throws {
        try db.run(
            """
            INSERT INTO job_lease (job, started_at, until) VALUES (?, ?, ?)
            ON CONFLICT DO UPDATE SET
                started_at = excluded.started_at, until = excluded.until
            """, [job.rawValue, now.milliseconds, until.milliseconds])
    }

    /// The job runs no more, whatever came of it.
    package func release(_ job: JobID) throws {
        try db.run("DELETE FROM job_lease WHERE job = ?", [job.rawValue])
    }
}

extension ReadTransaction {
    /// All jobs that run now, or that a crash interrupted.
    package func leases() throws -> [JobLease] {
        try db.all("SELECT job, started_at, until FROM job_lease ORDER BY job") { fields in
            JobLease(
                job: try fields.id(), startedAt: try fields.time(), until: try fields.time())
        }
    }
}

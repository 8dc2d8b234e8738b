import GRDB
import HelpDesk
import SwiftExtensions

extension Projector {
    func add(_ job: JobRecord, at instant: Timestamp) throws {
        try db.run(
            """
            INSERT INTO job (
                id, kind, key, payload, state, run_at, attempts, last_error, priority, failure,
                created_at, changed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                job.id.rawValue, job.kind, job.key, job.payload, job.state.rawValue,
                job.runAt.milliseconds, job.attempts, job.lastError, job.priority,
                try job.failure.map { try JSONText.text($0) }, instant.milliseconds,
                instant.milliseconds,
            ])
    }

    func move(_ move: JobMove, at instant: Timestamp) throws {
        let isKnown = try db.changeOne(
            """
            UPDATE job SET state = ?, run_at = ?, attempts = ?, last_error = ?, failure = ?,
                changed_at = ?
            WHERE id = ?
            """,
            [
                move.to.rawValue, move.runAt.milliseconds, move.attempts, move.lastError,
                try move.failure.map { try JSONText.text($0) }, instant.milliseconds,
                move.job.rawValue,
            ])
        guard isKnown else { throw Self.unknown("job", move.job.rawValue) }
    }

    func note(_ report: SyncReport) throws {
        let success = report.failure == nil ? report.finishedAt.milliseconds : nil
        try db.run(
            """
            INSERT INTO sync_health (
                store, kind, last_success, last_attempt, failure, failures, seen_through)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET
                last_success = coalesce(excluded.last_success, last_success),
                last_attempt = excluded.last_attempt, failure = excluded.failure,
                failures = iif(excluded.failure IS NULL, 0, failures + 1),
                seen_through = max(
                    coalesce(excluded.seen_through, seen_through),
                    coalesce(seen_through, excluded.seen_through))
            """,
            [
                report.store.rawValue, report.kind.rawValue, success,
                report.finishedAt.milliseconds, try report.failure.map { try JSONText.text($0) },
                report.failure == nil ? 0 : 1, report.seenThrough?.milliseconds,
            ])
    }
}

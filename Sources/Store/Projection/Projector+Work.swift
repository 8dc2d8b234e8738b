import GRDB
import HelpDesk
import SwiftExtensions

extension Projector {
    func add(_ job: JobRecord) throws {
        try db.run(
            """
            INSERT INTO job (id, kind, key, payload, state, run_at, attempts, last_error)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                job.id.rawValue, job.kind, job.key, job.payload, job.state.rawValue,
                job.runAt.milliseconds, job.attempts, job.lastError,
            ])
    }

    func move(_ move: JobMove) throws {
        let isKnown = try db.changeOne(
            "UPDATE job SET state = ?, run_at = ?, attempts = ?, last_error = ? WHERE id = ?",
            [
                move.to.rawValue, move.runAt.milliseconds, move.attempts, move.lastError,
                move.job.rawValue,
            ])
        guard isKnown else { throw Self.unknown("job", move.job.rawValue) }
    }

    func note(_ report: SyncReport) throws {
        let success = report.failure == nil ? report.finishedAt.milliseconds : nil
        try db.run(
            """
            INSERT INTO sync_health (store, kind, last_success, last_attempt, failure)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET
                last_success = coalesce(excluded.last_success, last_success),
                last_attempt = excluded.last_attempt, failure = excluded.failure
            """,
            [
                report.store.rawValue, report.kind.rawValue, success,
                report.finishedAt.milliseconds, try report.failure.map { try JSONText.text($0) },
            ])
    }
}

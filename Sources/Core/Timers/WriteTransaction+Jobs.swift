import HelpDesk
import Store
import SwiftExtensions

extension WriteTransaction {
    /// Has `kind` done for `key` at `instant`; moves a waiting job instead of adding a second one.
    func schedule(_ kind: JobKind, key: String, at instant: Timestamp) throws {
        guard let job = try unfinishedJob(kind: kind.rawValue, key: key) else {
            try record(
                .jobAdded(
                    JobRecord(
                        id: try nextJobID(), kind: kind.rawValue, key: key, payload: "{}",
                        runAt: instant, priority: kind.priority)))
            return
        }
        guard job.state == .ready, job.runAt != instant else { return }
        try record(
            .jobMoved(
                JobMove(job: job.id, to: .ready, runAt: instant, attempts: job.attempts)))
    }

    func schedule(_ kind: JobKind, for ticket: TicketID, at instant: Timestamp) throws {
        try schedule(kind, key: String(ticket.rawValue), at: instant)
    }

    func finish(_ job: JobRecord, finding: String? = nil) throws {
        try record(
            .jobMoved(
                JobMove(
                    job: job.id, to: .done, runAt: job.runAt, attempts: job.attempts,
                    lastError: finding)))
        try release(job.id)
    }

    /// Puts a job back until `instant`, or gives it up when that is nil.
    func fail(
        _ job: JobRecord, attempts: Int, reason: String, failure: SyncFailure? = nil,
        retryAt instant: Timestamp?
    ) throws {
        try record(
            .jobMoved(
                JobMove(
                    job: job.id, to: instant == nil ? .dead : .ready,
                    runAt: instant ?? job.runAt, attempts: attempts, lastError: reason,
                    failure: failure)))
        try release(job.id)
    }

    /// What a lost runner left: the attempt counts, and after too many of them a person looks.
    func interrupt(_ lease: JobLease) throws {
        try release(lease.job)
        guard let job = try job(lease.job), job.state == .ready else { return }
        let attempts = job.attempts + 1
        let limit = JobKind(rawValue: job.kind)?.attemptLimit ?? JobKind.usualAttempts
        let failure = SyncFailure(
            errorClass: .bug, operation: job.kind, message: "the core stopped while the job ran",
            code: "interrupted")
        try record(
            .jobMoved(
                JobMove(
                    job: job.id, to: attempts < limit ? .ready : .dead, runAt: max(job.runAt, now),
                    attempts: attempts, lastError: "interrupted", failure: failure,
                    act: .interrupted)))
    }
}

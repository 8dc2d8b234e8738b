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
                        runAt: instant)))
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

    func finish(_ job: JobRecord) throws {
        try record(
            .jobMoved(
                JobMove(job: job.id, to: .done, runAt: job.runAt, attempts: job.attempts)))
    }

    /// Puts a job back until `instant`, or gives it up when that is nil.
    func fail(
        _ job: JobRecord, attempts: Int, reason: String, retryAt instant: Timestamp?
    ) throws {
        try record(
            .jobMoved(
                JobMove(
                    job: job.id, to: instant == nil ? .dead : .ready,
                    runAt: instant ?? job.runAt, attempts: attempts, lastError: reason)))
    }
}

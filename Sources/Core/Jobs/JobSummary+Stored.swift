import HelpDesk
import Store
import SwiftExtensions
import Wire

extension JobSummary {
    /// A stored job as people see it.
    init(_ stored: StoredJob) {
        let job = stored.job
        let kind = JobKind(rawValue: job.kind)
        let state: JobRecord.State =
            job.state == .ready && stored.lease != nil ? .running : job.state
        self.init(
            id: job.id, kind: job.kind, key: job.key, store: JobKind.parts(job.key)?.store,
            state: state, priority: job.priority, attempts: job.attempts,
            attemptLimit: kind?.attemptLimit ?? JobKind.usualAttempts,
            createdAt: stored.createdAt, nextRun: state == .ready ? job.runAt : nil,
            trouble: EngineTrouble(job, at: stored.changedAt),
            canRetry: state == .dead || state == .ready,
            canDrop: state == .dead || state == .ready && kind?.isTimer != true)
    }
}

extension EngineTrouble {
    /// What the last attempt of a job met, if any.
    init?(_ job: JobRecord, at instant: Timestamp) {
        self.init(failure: job.failure, code: job.lastError, kind: job.kind, at: instant)
    }

    /// What a step of a job met, if anything.
    init?(_ move: JobMove, kind: String, at instant: Timestamp) {
        self.init(failure: move.failure, code: move.lastError, kind: kind, at: instant)
    }

    private init?(failure: SyncFailure?, code: String?, kind: String, at instant: Timestamp) {
        if let failure {
            self.init(failure, at: instant)
            self.code = failure.code ?? code ?? ""
            arguments = failure.arguments ?? [:]
            return
        }
        guard let code else { return nil }
        // Jobs of the first version kept the name of the class, or a word of the desk's own.
        self.init(
            errorClass: SyncErrorClass(rawValue: code) ?? .bug, code: code, operation: kind,
            at: instant)
    }
}

extension Principal {
    /// The job, if this person may see it. Throws `jobNotFound` for others and for none alike.
    func visible(_ id: JobID, in transaction: ReadTransaction) throws -> StoredJob {
        guard let stored = try transaction.storedJob(id), canSee(stored.job) else {
            throw DeskError(.jobNotFound, ["job": String(id.rawValue)])
        }
        return stored
    }

    /// Jobs of no store are for those who see all.
    private func canSee(_ job: JobRecord) -> Bool {
        guard let store = JobKind.parts(job.key)?.store else { return scope == .all }
        return scope.contains(store)
    }
}

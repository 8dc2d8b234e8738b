import HelpDesk
import Store
import SwiftExtensions
import Wire

extension DriftRecord {
    /// A quarantine job as the list of drift shows it; nil for another kind of job.
    init?(_ stored: StoredJob) {
        let job = stored.job
        guard job.kind == JobKind.orderQuarantine.rawValue,
            let parts = JobKind.parts(job.key)
        else { return nil }
        let arguments = job.failure?.arguments ?? [:]
        let isOpen = job.state == .dead
        self.init(
            id: DriftID(job.id.rawValue), store: parts.store,
            operation: job.failure?.operation ?? "", recordID: job.driftPayload?.recordID,
            foundAt: stored.createdAt, path: arguments["path"] ?? job.lastError ?? "",
            expected: arguments["expected"] ?? "", found: arguments["found"] ?? "",
            attempts: max(job.attempts, 1), settledAt: isOpen ? nil : stored.changedAt)
    }
}

extension ReadTransaction {
    /// A quarantined record within the caller's stores. Throws `driftNotFound`.
    func visibleDrift(_ id: DriftID, to caller: Principal) throws -> StoredJob {
        guard let stored = try storedJob(JobID(id.rawValue)),
            stored.job.kind == JobKind.orderQuarantine.rawValue,
            let store = JobKind.parts(stored.job.key)?.store, caller.scope.contains(store)
        else { throw DeskError(.driftNotFound, ["drift": String(id.rawValue)]) }
        return stored
    }
}

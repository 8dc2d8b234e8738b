package import HelpDesk
import Store
package import Wire

extension RerunDrift: DeskCall {
    package static let need: Need = .verb(.syncRun)

    /// Records read again in one transaction; more wait for the next call.
    private static let batch = 500

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        try await desk.requireStore(store, for: caller)
        return try await desk.act(as: caller) { transaction in
            let jobs = try waiting(for: caller, in: transaction)
            var settled = 0
            for stored in jobs {
                if try transaction.reread(stored.job, in: desk) {
                    settled += 1
                } else {
                    try transaction.askAgain(for: stored.job, in: desk)
                }
            }
            let records = try jobs.compactMap { try transaction.storedJob($0.job.id) }
                .compactMap(DriftRecord.init)
            return Reply(tried: jobs.count, settled: settled, records: records)
        }
    }

    private func waiting(
        for caller: Principal, in transaction: ReadTransaction
    ) throws -> [StoredJob] {
        if let drift {
            let stored = try transaction.visibleDrift(drift, to: caller)
            return stored.job.state == .dead ? [stored] : []
        }
        return try transaction.jobs(
            JobQuery(
                states: [.dead], store: store, kind: JobKind.orderQuarantine.rawValue,
                scope: caller.scope), limit: Self.batch)
    }
}

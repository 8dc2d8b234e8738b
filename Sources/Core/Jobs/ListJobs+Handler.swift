package import HelpDesk
import Store
package import Wire

extension ListJobs: DeskCall {
    package static let need: Need = .verb(.syncRead)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        try await desk.requireStore(store, for: caller)
        let query = JobQuery(
            states: states.isEmpty ? [.dead, .running, .ready] : states, store: store, kind: kind,
            scope: caller.scope)
        let start = max(offset, 0)
        let length = min(max(limit, 1), 500)
        return try await desk.database.read { transaction in
            Reply(
                jobs: try transaction.jobs(query, offset: start, limit: length)
                    .map(JobSummary.init),
                total: try transaction.jobTotal(query))
        }
    }
}

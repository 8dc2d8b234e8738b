package import HelpDesk
import Store
package import Wire

extension ListDrift: DeskCall {
    package static let need: Need = .verb(.syncRead)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        try await desk.requireStore(store, for: caller)
        let query = JobQuery(
            states: includesSettled ? [.dead, .done] : [.dead], store: store,
            kind: JobKind.orderQuarantine.rawValue, scope: caller.scope)
        let start = max(offset, 0)
        let length = min(max(limit, 1), 500)
        return try await desk.database.read { transaction in
            Reply(
                records: try transaction.jobs(query, offset: start, limit: length)
                    .compactMap(DriftRecord.init),
                total: try transaction.jobTotal(query),
                unknownFields: try transaction.driftFields(limit: 100).map { field in
                    UnknownField(
                        operation: field.operation, path: field.path, count: field.count,
                        lastSeen: field.lastSeen)
                })
        }
    }
}

package import HelpDesk
import Store
package import Wire

extension ListSyncLog: DeskCall {
    package static let need: Need = .verb(.syncRead)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        try await desk.requireStore(store, for: caller)
        let length = min(max(limit, 1), 500)
        let query = SyncLogQuery(
            store: store, operation: operation, errorClass: errorClass,
            onlyFailures: onlyFailures, before: before, scope: caller.scope)
        let found = try await desk.database.read { try $0.syncLog(query, limit: length + 1) }
        return Reply(
            entries: found.prefix(length).map { SyncLogEntry($0.id, $0.line) },
            hasMore: found.count > length)
    }
}

extension SyncLogEntry {
    fileprivate init(_ id: SyncLogID, _ line: SyncLogLine) {
        self.init(
            id: id, at: line.at, store: line.store, operation: line.operation,
            status: line.status, errorClass: line.errorClass,
            durationMilliseconds: Int(line.milliseconds), requestID: line.requestID,
            byteCount: line.byteCount, attempt: line.attempt, message: line.message)
    }
}

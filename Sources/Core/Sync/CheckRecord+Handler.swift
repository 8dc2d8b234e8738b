package import HelpDesk
import Store
package import Wire

extension CheckRecord: DeskCall {
    package static let need: Need = .verb(.auditRead)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        // Differences name rows of every store.
        guard caller.scope == .all else { throw DeskError(.notAllowed, ["needs": "all-stores"]) }
        let report = try await desk.database.rebuild()
        return Reply(
            isEqual: report.isEqual, events: report.eventCount, differences: report.differences)
    }
}

package import HelpDesk
import Store
package import Wire

extension CheckRecord: DeskCall {
    package static var neededRole: Role { .supervisor }

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        let report = try await desk.database.rebuild()
        return Reply(
            isEqual: report.isEqual, events: report.eventCount, differences: report.differences)
    }
}

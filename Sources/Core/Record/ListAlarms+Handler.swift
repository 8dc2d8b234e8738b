package import HelpDesk
import Store
package import Wire

extension ListAlarms: DeskCall {
    package static let need: Need = .verb(.syncRead)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        let open = try await desk.database.read { try $0.openAlarms() }
        let seen = open.filter { $0.alarm.store.map(caller.scope.contains) ?? true }
        return Reply(alarms: seen.map { OpenAlarm(alarm: $0.alarm, since: $0.raisedAt) })
    }
}

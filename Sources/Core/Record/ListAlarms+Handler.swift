package import HelpDesk
import Store
package import Wire

extension ListAlarms: DeskCall {
    package static let need: Need = .verb(.syncRead)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        let open = try await desk.database.read { try $0.openAlarms() }
        // What counts tickets or mails of all stores is for whoever sees all.
        let seen = open.filter { stored in
            stored.alarm.store.map(caller.scope.contains)
                ?? (caller.scope == .all || ![.unowned, .heldMail].contains(stored.alarm.kind))
        }
        return Reply(alarms: seen.map { OpenAlarm(alarm: $0.alarm, since: $0.raisedAt) })
    }
}

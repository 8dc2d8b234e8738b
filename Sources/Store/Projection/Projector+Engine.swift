import GRDB
import HelpDesk
import SwiftExtensions

extension Projector {
    func raise(_ alarm: DeskAlarm, at instant: Timestamp) throws {
        try db.run(
            """
            INSERT INTO alarm (id, kind, store, subject, arguments, raised_at)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
            [
                alarm.id.rawValue, alarm.kind.rawValue, alarm.store?.rawValue, alarm.subject,
                try JSONText.text(alarm.arguments), instant.milliseconds,
            ])
    }

    func settle(_ alarm: AlarmID, at instant: Timestamp) throws {
        let isKnown = try db.changeOne(
            "UPDATE alarm SET settled_at = ? WHERE id = ? AND settled_at IS NULL",
            [instant.milliseconds, alarm.rawValue])
        guard isKnown else { throw Self.unknown("open alarm", alarm.rawValue) }
    }

    func draw(_ check: SpotCheckDraw, at instant: Timestamp) throws {
        try db.run(
            "INSERT INTO spot_check (id, store, start, cause, drawn_at) VALUES (?, ?, ?, ?, ?)",
            [
                check.id.rawValue, check.store.rawValue, check.start.milliseconds,
                check.cause.rawValue, instant.milliseconds,
            ])
    }

    func note(_ finding: SpotCheckFinding, at instant: Timestamp) throws {
        let isOpen = try db.changeOne(
            """
            UPDATE spot_check SET result = ?, platform_count = ?, recorded_by = ?, recorded_at = ?
            WHERE id = ? AND result IS NULL
            """,
            [
                finding.result.rawValue, finding.platformCount, finding.person.rawValue,
                instant.milliseconds, finding.check.rawValue,
            ])
        guard isOpen else { throw Self.unknown("open spot check", finding.check.rawValue) }
    }
}

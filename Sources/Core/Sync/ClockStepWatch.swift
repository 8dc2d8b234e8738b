import HelpDesk
import Logging
import Store
import SwiftExtensions

/// Says so when the machine's clock stepped back behind what the record holds already (helpdesk
/// section 21), until time has caught up. Deadlines are stored instants and stay where they are;
/// the record goes on by its counter.
struct ClockStepWatch: Sendable {
    let desk: Desk

    /// A smaller step is a clock being kept right.
    static let tolerated = Duration.seconds(5)
    private static let subject = "stepped-back"

    func check(at now: Timestamp) async throws {
        let (latest, open) = try await desk.database.read { transaction in
            (
                try transaction.latestInstant(),
                try transaction.openAlarm(.clockSkew, store: nil, subject: Self.subject)
            )
        }
        let isBehind = latest.map { $0 - now > Self.tolerated } ?? false
        guard let latest, isBehind == (open == nil) else { return }
        try await desk.act(service: .timers) { transaction in
            if let open {
                try transaction.record(.alarmSettled(open.alarm.id))
            } else {
                try transaction.record(
                    .alarmRaised(
                        DeskAlarm(
                            id: try transaction.nextAlarmID(), kind: .clockSkew, store: nil,
                            subject: Self.subject, arguments: ["until": latest.iso8601])))
            }
        }
        guard open == nil else { return }
        desk.logger.error(
            "The machine's clock stepped back.", metadata: ["until": "\(latest.iso8601)"])
    }
}

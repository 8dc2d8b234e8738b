import HelpDesk
import Logging
import Store
import SwiftExtensions

/// Raises one alarm while mails wait that do not say whose store they are for: until somebody names
/// it no ticket, no debt and no clock knows of them.
struct HeldMailWatch: Sendable {
    let desk: Desk

    static let alarmAfter = Duration.hours(1)
    /// Whoever let a mail lie for so long has decided.
    static let forgetAfter = Duration.days(30)

    func check(at now: Timestamp) async throws {
        let (waiting, open) = try await desk.database.read { transaction in
            (
                try transaction.heldMails(
                    reason: MailSettler.noStore, from: now - Self.forgetAfter,
                    to: now - Self.alarmAfter),
                try transaction.openAlarm(.heldMail, store: nil, subject: MailSettler.noStore)
            )
        }
        // A further mail is told of anew, however long the first ones lie there.
        let isDone =
            if let newest = waiting.newest {
                open.map { $0.raisedAt >= newest + Self.alarmAfter } ?? false
            } else { open == nil }
        guard !isDone else { return }
        try await desk.act(service: .timers) { transaction in
            if let open { _ = try transaction.record(.alarmSettled(open.alarm.id)) }
            guard waiting.count > 0 else { return }
            _ = try transaction.record(
                .alarmRaised(
                    DeskAlarm(
                        id: try transaction.nextAlarmID(), kind: .heldMail, store: nil,
                        subject: MailSettler.noStore,
                        arguments: ["mails": String(waiting.count)])))
        }
        guard waiting.count > 0 else { return }
        desk.logger.error(
            "Mails wait for somebody to name their store.",
            metadata: ["mails": "\(waiting.count)"])
    }
}

import GRDB
import HelpDesk
import SwiftExtensions

/// The two events that a sweep writes by the thousand: rows are changed without reading them first.
extension Projector {
    func apply(_ warning: ClockWarning, _ record: EventRecord) throws -> TicketID {
        let key = warning.key
        let ends = warning.nextAt == nil && !Self.breaches(key)
        let isChanged = try db.changeOne(
            """
            UPDATE clock_run SET passed = trim(passed || ' ' || ?1), next_at = ?2,
                state = CASE WHEN ?3 THEN 'met' ELSE state END,
                stopped_at = CASE WHEN ?3 THEN ?4 ELSE stopped_at END
            WHERE subject = ?5 AND kind = ?6 AND state = 'running'
            """,
            [
                Self.words(warning.skipped, warning.threshold), warning.nextAt?.milliseconds,
                ends, record.at.milliseconds, key.subject.text, key.kind.rawValue,
            ])
        guard isChanged else { throw Self.notRunning(key) }
        try tell(
            warning.audience, of: key, warning.ticket, warning.store, warning.threshold,
            due: warning.due, record)
        return warning.ticket
    }

    func apply(_ breach: ClockBreach, _ record: EventRecord) throws -> TicketID {
        let isChanged = try db.changeOne(
            """
            UPDATE clock_run SET passed = trim(passed || ' ' || ?1), next_at = ?2,
                breached_at = ?3
            WHERE subject = ?4 AND kind = ?5 AND state = 'running' AND breached_at IS NULL
            """,
            [
                Self.words(breach.skipped, .breach), breach.nextAt?.milliseconds,
                breach.dueAt.milliseconds, breach.key.subject.text, breach.key.kind.rawValue,
            ])
        guard isChanged else { throw Self.notRunning(breach.key) }
        try db.run(
            """
            INSERT INTO clock_breach (
                subject, kind, ticket, store, due_at, noticed_at, cause, owner)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                breach.key.subject.text, breach.key.kind.rawValue, breach.ticket.rawValue,
                breach.store.rawValue, breach.dueAt.milliseconds, breach.noticedAt.milliseconds,
                breach.cause.rawValue, breach.owner?.rawValue,
            ])
        try tell(
            breach.audience, of: breach.key, breach.ticket, breach.store, .breach,
            due: breach.dueAt, record)
        return breach.ticket
    }

    func apply(_ excuse: BreachExcuse, _ record: EventRecord) throws -> TicketID {
        let isKnown = try db.changeOne(
            """
            UPDATE clock_breach SET excuse = ?, excuse_reason = ?, excused_by = ?, excused_at = ?
            WHERE subject = ? AND kind = ?
            """,
            [
                excuse.category.rawValue, excuse.reason, excuse.person.rawValue,
                record.at.milliseconds, excuse.key.subject.text, excuse.key.kind.rawValue,
            ])
        guard isKnown else { throw DeskError(.breachNotFound) }
        return excuse.ticket
    }

    func markRead(_ ticket: TicketID, by person: PersonID, at instant: Timestamp) throws {
        try db.run(
            """
            UPDATE clock_notice SET read_at = ?
            WHERE person = ? AND ticket = ? AND read_at IS NULL AND is_live = 1
            """, [instant.milliseconds, person.rawValue, ticket.rawValue])
    }

    /// A clock that ended needs nobody's look any more.
    func endNotices(_ key: ClockKey) throws {
        try db.run(
            "UPDATE clock_notice SET is_live = 0 WHERE subject = ? AND kind = ? AND is_live = 1",
            [key.subject.text, key.kind.rawValue])
    }

    private func tell(
        _ audience: WarningAudience, of key: ClockKey, _ ticket: TicketID, _ store: StoreID,
        _ threshold: ClockThreshold, due: Timestamp, _ record: EventRecord
    ) throws {
        for person in audience.people {
            try db.run(
                """
                INSERT INTO clock_notice (
                    event, person, ticket, store, subject, kind, threshold, due, noticed_at,
                    is_live)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
                """,
                [
                    record.sequence.rawValue, person.rawValue, ticket.rawValue, store.rawValue,
                    key.subject.text, key.kind.rawValue, threshold.text, due.milliseconds,
                    record.at.milliseconds,
                ])
        }
    }

    private static func words(_ skipped: [ClockThreshold], _ last: ClockThreshold) -> String {
        (skipped + [last]).map(\.text).joined(separator: " ")
    }

    private static func breaches(_ key: ClockKey) -> Bool {
        if case .hold = key.subject { return false }
        return true
    }

    private static func notRunning(_ key: ClockKey) -> DeskError {
        DeskError(
            .internalError,
            detail: "The clock \(key.kind.rawValue) of \(key.subject.text) does not run.")
    }
}

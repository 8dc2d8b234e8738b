import GRDB
import HelpDesk
import SwiftExtensions

extension Projector {
    func clock(_ event: ClockEvent, _ record: EventRecord) throws -> TicketID? {
        switch event {
        case .calendarSaved(let calendar):
            try keep(
                "work_calendar", calendar.id.rawValue, calendar.version,
                try JSONText.text(calendar), record)
        case .policySaved(let policy):
            try keep(
                "response_policy", policy.id.rawValue, policy.version,
                try JSONText.text(policy), record)
        case .policiesOrdered(let order): try put(order)
        case .windowSet(let window): try put(window)
        case .started(let ticket, let runs):
            for run in runs { try insert(run) }
            try refreshClocks(of: ticket)
            return ticket
        case .moved(let move): return try apply(move)
        case .retargeted(let change): return try apply(change)
        case .warned(let warning): return try apply(warning, record)
        case .breached(let breach): return try apply(breach, record)
        case .breachExcused(let excuse): return try apply(excuse, record)
        case .noticesRead(let person, let tickets):
            for ticket in tickets { try markRead(ticket, by: person, at: record.at) }
        }
        return nil
    }

    private func keep(
        _ table: String, _ id: String, _ version: Int, _ body: String, _ record: EventRecord
    ) throws {
        try db.run(
            "INSERT INTO \(table) (id, version, saved_at, saved_by, body) VALUES (?, ?, ?, ?, ?)",
            [id, version, record.at.milliseconds, record.actor.storedText, body])
    }

    private func put(_ order: [PolicyID]) throws {
        try db.run("DELETE FROM policy_order")
        for (position, policy) in order.enumerated() {
            try db.run(
                "INSERT INTO policy_order (position, policy) VALUES (?, ?)",
                [position, policy.rawValue])
        }
    }

    private func put(_ window: PlatformWindow) throws {
        try db.run(
            """
            INSERT INTO platform_window (marketplace, starts_at, seconds) VALUES (?, ?, ?)
            ON CONFLICT DO UPDATE SET seconds = excluded.seconds
            """,
            [
                window.marketplace?.rawValue ?? "", window.from.milliseconds, window.seconds,
            ])
    }
}

extension Projector {
    /// A further hold of a ticket has the same name as the one before and takes its place.
    private func insert(_ run: ClockRun) throws {
        try db.run(
            """
            INSERT INTO clock_run (
                subject, kind, ticket, store, cycle, start, is_start_estimated, is_born_late,
                target, terms, basis, state, due, marks, passed, stopped_at, breached_at, next_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET
                cycle = excluded.cycle, start = excluded.start, target = excluded.target,
                state = excluded.state, due = excluded.due, marks = excluded.marks,
                passed = excluded.passed, stopped_at = excluded.stopped_at,
                breached_at = excluded.breached_at, next_at = excluded.next_at
            """,
            [
                run.key.subject.text, run.key.kind.rawValue, run.ticket.rawValue,
                run.store.rawValue, run.cycle, run.start.milliseconds, run.isStartEstimated,
                run.isBornLate, run.target, try run.terms.map { try JSONText.text($0) },
                try run.basis.map { try JSONText.text($0) }, run.state.rawValue,
                run.due?.milliseconds, run.marks.text, ThresholdList.text(run.passed),
                run.stoppedAt?.milliseconds, run.breachedAt?.milliseconds,
                run.nextAt?.milliseconds,
            ])
    }

    private func run(_ key: ClockKey) throws -> ClockRun {
        let run = try db.one(
            "SELECT \(ClockColumns.list) FROM clock_run WHERE subject = ? AND kind = ?",
            [key.subject.text, key.kind.rawValue], ClockColumns.run)
        guard let run else {
            throw DeskError(
                .internalError,
                detail: "There is no clock \(key.kind.rawValue) of \(key.subject.text).")
        }
        return run
    }

    private func update(_ run: ClockRun) throws {
        try db.run(
            """
            UPDATE clock_run SET state = ?, target = ?, terms = ?, basis = ?, due = ?, marks = ?,
                passed = ?, stopped_at = ?, breached_at = ?, next_at = ?
            WHERE subject = ? AND kind = ?
            """,
            [
                run.state.rawValue, run.target, try run.terms.map { try JSONText.text($0) },
                try run.basis.map { try JSONText.text($0) }, run.due?.milliseconds,
                run.marks.text, ThresholdList.text(run.passed), run.stoppedAt?.milliseconds,
                run.breachedAt?.milliseconds, run.nextAt?.milliseconds, run.key.subject.text,
                run.key.kind.rawValue,
            ])
    }

    private func apply(_ move: ClockMove) throws -> TicketID {
        let run = try run(move.key)
        guard run.state == move.from else {
            throw DeskError(
                .internalError,
                detail: "The clock is \(run.state.rawValue), not \(move.from.rawValue).")
        }
        try update(run.applying(move))
        if !move.to.isLive { try endNotices(move.key) }
        try refreshClocks(of: run.ticket)
        return run.ticket
    }

    private func apply(_ change: ClockRetarget) throws -> TicketID {
        let run = try run(change.key)
        try update(run.applying(change))
        try refreshClocks(of: run.ticket)
        return run.ticket
    }
}

extension Projector {
    /// Debts, cases and notes that moved to another ticket take their clocks, breaches and notices
    /// along.
    func carryClocks(from: TicketID, to: TicketID) throws {
        for table in ["clock_run", "clock_breach", "clock_notice"] {
            try db.run(
                """
                UPDATE \(table) SET ticket = ?1 WHERE ticket = ?2 AND subject IN (
                    SELECT 'debt/' || id FROM debt WHERE ticket = ?1
                    UNION ALL SELECT 'case/' || id FROM desk_case WHERE ticket = ?1
                    UNION ALL SELECT 'note/' || message.id FROM message
                    JOIN note_due ON note_due.message = message.id WHERE message.ticket = ?1)
                """, [to.rawValue, from.rawValue])
        }
    }
}

import GRDB
package import HelpDesk
package import SwiftExtensions

extension ReadTransaction {
    /// All clocks of a ticket, ended ones too.
    package func clocks(of ticket: TicketID) throws -> [ClockRun] {
        try db.all(
            "SELECT \(ClockColumns.list) FROM clock_run WHERE ticket = ? ORDER BY subject, kind",
            [ticket.rawValue], ClockColumns.run)
    }

    /// When the next threshold comes; nil when no clock runs.
    package func nextClockThreshold() throws -> Timestamp? {
        try db.number("SELECT min(next_at) FROM clock_run WHERE next_at IS NOT NULL")
            .map(Timestamp.init(milliseconds:))
    }

    /// Tickets with a debt, a case or a note that waits and has no clock, such as those of an older
    /// version's data.
    package func ticketsWithoutClocks(
        at now: Timestamp, limit: Int
    ) throws -> [TicketID] {
        try db.numbers(
            """
            SELECT ticket FROM debt
            WHERE state IN ('owed', 'excuse-pending') AND NOT EXISTS (
                SELECT 1 FROM clock_run
                WHERE subject = 'debt/' || debt.id AND kind = 'platform')
            UNION SELECT ticket FROM desk_case
            WHERE state = 'open' AND ticket IS NOT NULL AND review_due IS NOT NULL
                AND NOT EXISTS (
                    SELECT 1 FROM clock_run
                    WHERE subject = 'case/' || desk_case.id AND kind = 'review')
            UNION SELECT message.ticket FROM note_due
            JOIN message ON message.id = note_due.message
            JOIN ticket ON ticket.id = message.ticket
            WHERE note_due.done_at IS NULL AND note_due.due > ? AND ticket.is_live = 1
                AND NOT EXISTS (
                    SELECT 1 FROM note_tombstone WHERE message = note_due.message)
                AND NOT EXISTS (
                    SELECT 1 FROM clock_run
                    WHERE subject = 'note/' || note_due.message AND kind = 'review')
            LIMIT ?
            """, [now.milliseconds, limit]
        ).map(TicketID.init(rawValue:))
    }

    /// Tickets with a debt that waits, in their order of numbers.
    package func ticketsInDebt(after ticket: TicketID?, limit: Int) throws -> [TicketID] {
        try db.numbers(
            """
            SELECT id FROM ticket
            WHERE owed_debts + excuse_debts > 0 AND id > ? ORDER BY id LIMIT ?
            """, [ticket?.rawValue ?? 0, limit]
        ).map(TicketID.init(rawValue:))
    }

    /// A ticket's changes of state, oldest first.
    package func stateMoments(of ticket: TicketID) throws -> [StateMoment] {
        let records = try db.all(
            """
            SELECT \(EventLog.columns) FROM event
            WHERE ticket = ? AND kind IN ('ticket-state-changed', 'state-undone') ORDER BY seq
            """, [ticket.rawValue], EventLog.record)
        return records.compactMap { record -> StateMoment? in
            switch record.event {
            case .ticketStateChanged(let change):
                return StateMoment(at: record.at, state: change.to)
            case .life(.stateUndone(let undo)):
                return StateMoment(at: record.at, state: undo.to.state)
            default: return nil
            }
        }
    }

    /// Retargets of a ticket's clocks with their instants, oldest first.
    package func retargets(of ticket: TicketID) throws -> [(at: Timestamp, change: ClockRetarget)] {
        let records = try db.all(
            """
            SELECT \(EventLog.columns) FROM event
            WHERE ticket = ? AND kind = 'clock-retargeted' ORDER BY seq
            """, [ticket.rawValue], EventLog.record)
        return records.compactMap { record in
            guard case .clock(.retargeted(let change)) = record.event else { return nil }
            return (record.at, change)
        }
    }
}

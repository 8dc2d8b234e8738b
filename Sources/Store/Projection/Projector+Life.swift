import GRDB
import HelpDesk
import SwiftExtensions

extension Projector {
    /// Says which ticket the event is filed under, if any.
    func life(_ event: LifeEvent, _ record: EventRecord) throws -> TicketID? {
        switch event {
        case .stateUndone(let undo): return try undone(undo)
        case .reopeningCounted(let ticket): return try count(reopeningOf: ticket)
        case .priorityChanged(let change):
            return try mark(
                change.ticket, "priority", from: change.from.rank, to: change.to.rank)
        case .flagsChanged(let change):
            return try mark(
                change.ticket, "flags", from: change.from.rawValue, to: change.to.rawValue)
        case .itemsMoved(let move): return try self.move(move, record)
        case .mergedInto(let merge): return try self.merge(merge, record)
        case .unmerged(let unmerge): return try self.unmerge(unmerge, record)
        case .buyersLinked(let one, let other):
            try db.run(
                "INSERT INTO buyer_link (one, other) VALUES (?, ?) ON CONFLICT DO NOTHING",
                [one.rawValue, other.rawValue])
            return nil
        case .buyersJoined(let join): return try self.join(join)
        case .kindCorrected(let change): return try correct(change)
        case .linked(let link): return try add(link)
        case .unlinked(let link): return try remove(link)
        case .watched, .unwatched, .tagSaved, .tagged, .untagged:
            return try projectMarks(event, at: record.at)
        case .noticeGiven, .noticesRead: return try projectNotices(event, at: record.at)
        case .noteEdited, .noteDeleted, .noteDueSet, .noteDueDone:
            return try projectNotes(event, record)
        // What somebody writes at this moment is in the core's memory; the log is the only row.
        case .composeTaken(let takeover): return takeover.ticket
        }
    }

    private func join(_ join: BuyerJoin) throws -> TicketID {
        let sql =
            join.isOn
            ? "INSERT INTO buyer_link (one, other) VALUES (?, ?) ON CONFLICT DO NOTHING"
            : "DELETE FROM buyer_link WHERE one = ? AND other = ?"
        try db.run(sql, [join.one.rawValue, join.other.rawValue])
        return join.ticket
    }

    /// What somebody has read and named is no longer a guess.
    private func correct(_ change: KindCorrection) throws -> TicketID {
        let isChanged = try db.changeOne(
            "UPDATE message SET kind = ? WHERE id = ? AND kind = ?",
            [change.to.rawValue, change.message.rawValue, change.from.rawValue])
        guard isChanged else { throw Self.unknown("message", change.message.rawValue) }
        try db.run(
            "UPDATE debt SET is_provisional = 0 WHERE message = ?", [change.message.rawValue])
        // Whether the ticket holds thanks or something unread follows from its messages' kinds.
        try refreshClocks(of: change.ticket)
        return change.ticket
    }

    /// Columns that are numbers: what the event moves from must stand in the row.
    private func mark(_ ticket: TicketID, _ column: String, from: Int, to: Int) throws -> TicketID {
        let isChanged = try db.changeOne(
            "UPDATE ticket SET \(column) = ? WHERE id = ? AND \(column) = ?",
            [to, ticket.rawValue, from])
        guard isChanged else {
            throw DeskError(
                .ticketStateRefused, ["ticket": String(ticket.rawValue)],
                detail: "The ticket's \(column) is not what the event changes.")
        }
        return ticket
    }

    private func undone(_ undo: StateUndo) throws -> TicketID {
        try put(undo.to, on: undo.ticket, from: undo.from)
        try db.run(
            "DELETE FROM ticket_resolution WHERE ticket = ? AND seq >= ?",
            [undo.ticket.rawValue, undo.undone.rawValue])
        try db.run(
            """
            UPDATE ticket_resolution SET reopened_seq = NULL, reopened_at = NULL, is_counted = 0
            WHERE ticket = ? AND reopened_seq >= ?
            """, [undo.ticket.rawValue, undo.undone.rawValue])
        return undo.ticket
    }

    /// Puts a ticket back as it stood.
    func put(
        _ standing: TicketStanding, on ticket: TicketID, from state: TicketState,
        isUnmerging: Bool = false
    ) throws {
        let isResting = standing.state == .resolved || standing.state == .closed
        let isChanged = try db.changeOne(
            """
            UPDATE ticket SET state = ?, is_live = NOT ?, hold_reason = ?, review_at = ?,
                wake_at = ?, resolved_at = ?, merged_into = CASE WHEN ? THEN NULL
                ELSE merged_into END
            WHERE id = ? AND state = ?
            """,
            [
                standing.state.rawValue, isResting, standing.holdReason,
                standing.reviewAt?.milliseconds, standing.wakeAt?.milliseconds,
                standing.resolvedAt?.milliseconds, isUnmerging, ticket.rawValue, state.rawValue,
            ])
        guard isChanged else {
            throw DeskError(
                .ticketStateRefused,
                ["ticket": String(ticket.rawValue), "to": standing.state.rawValue],
                detail: "The ticket is not in the state that the event moves it from.")
        }
        try keep(standing.suspension, on: ticket)
        try refreshProblem(of: ticket)
    }

    /// The interrupted rest of a ticket; nil takes it away.
    func keep(_ suspension: Suspension?, on ticket: TicketID) throws {
        guard let suspension else {
            return try db.run(
                "DELETE FROM ticket_suspension WHERE ticket = ?", [ticket.rawValue])
        }
        try db.run(
            """
            INSERT INTO ticket_suspension (ticket, state, reason, until) VALUES (?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET state = excluded.state, reason = excluded.reason,
                until = excluded.until
            """,
            [
                ticket.rawValue, suspension.state.rawValue, suspension.reason,
                suspension.until.milliseconds,
            ])
    }

    /// What a change of state leaves beside the row: the interrupted rest and the resolutions.
    func follow(_ change: TicketStateChange, _ record: EventRecord) throws {
        let isWork = change.to == .new || change.to == .open || change.to == .pending
        if change.suspends != nil || !isWork { try keep(change.suspends, on: change.ticket) }
        if change.to == .resolved { return try add(resolutionOf: change.ticket, record) }
        guard change.to != .closed else { return }
        try db.run(
            """
            UPDATE ticket_resolution SET reopened_seq = ?, reopened_at = ?, is_counted = ?
            WHERE ticket = ? AND reopened_seq IS NULL
            """,
            [
                record.sequence.rawValue, record.at.milliseconds, change.startsCycle,
                change.ticket.rawValue,
            ])
    }

    private func add(resolutionOf ticket: TicketID, _ record: EventRecord) throws {
        let person: PersonID? = if case .person(let id) = record.actor { id } else { nil }
        try db.run(
            """
            INSERT INTO ticket_resolution (
                seq, ticket, cycle, resolved_at, resolved_by, reopened_seq, reopened_at,
                is_counted)
            SELECT ?, id, cycle, ?, ?, NULL, NULL, 0 FROM ticket WHERE id = ?
            """,
            [
                record.sequence.rawValue, record.at.milliseconds, person?.rawValue,
                ticket.rawValue,
            ])
    }

    private func count(reopeningOf ticket: TicketID) throws -> TicketID {
        try db.run(
            """
            UPDATE ticket_resolution SET is_counted = 1 WHERE seq = (
                SELECT max(seq) FROM ticket_resolution
                WHERE ticket = ? AND reopened_seq IS NOT NULL)
            """, [ticket.rawValue])
        let isKnown = try db.changeOne(
            "UPDATE ticket SET cycle = cycle + 1 WHERE id = ?", [ticket.rawValue])
        guard isKnown else { throw Self.unknown("ticket", ticket.rawValue) }
        return ticket
    }
}

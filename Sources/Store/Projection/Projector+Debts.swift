import GRDB
import HelpDesk
import SwiftExtensions

extension Projector {
    func create(_ debt: Debt) throws -> TicketID {
        try db.run(
            """
            INSERT INTO debt (
                id, message, ticket, store, start, platform_due, state, is_provisional,
                is_start_estimated, is_born_late, discharged_at, outbox)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                debt.id.rawValue, debt.message.rawValue, debt.ticket.rawValue, debt.store.rawValue,
                debt.start.milliseconds, debt.platformDue.milliseconds, debt.state.rawValue,
                debt.isProvisional, debt.isStartEstimated, debt.isBornLate,
                debt.dischargedAt?.milliseconds, debt.outbox?.rawValue,
            ])
        try refreshClocks(of: debt.ticket)
        return debt.ticket
    }

    func move(_ move: DebtMove) throws -> TicketID {
        let found = try db.one(
            "SELECT ticket, state, discharged_at, outbox FROM debt WHERE id = ?",
            [move.debt.rawValue]
        ) { fields in
            (
                ticket: try fields.id() as TicketID, state: try fields.word() as DebtState,
                dischargedAt: try fields.optionalTime(),
                outbox: try fields.optionalID() as OutboxID?
            )
        }
        guard let found else { throw Self.unknown("debt", move.debt.rawValue) }
        guard found.state == move.from else {
            throw DeskError(
                .internalError,
                detail: "Debt \(move.debt.rawValue) is \(found.state), not \(move.from).")
        }
        let discharge = discharge(of: move, before: found.dischargedAt)
        let outbox = outbox(of: move, before: found.outbox)
        try db.run(
            """
            UPDATE debt SET state = ?, discharged_at = ?, outbox = ?, proof = ?,
                is_unseen_at_reply = coalesce(?, is_unseen_at_reply) WHERE id = ?
            """,
            [
                move.to.rawValue, discharge?.milliseconds, outbox?.rawValue,
                try JSONText.text(move.proof), Self.isUnseen(move), move.debt.rawValue,
            ])
        try refreshClocks(of: found.ticket)
        return found.ticket
    }

    /// Whether the message was sent past; nil where a move says nothing of it.
    private static func isUnseen(_ move: DebtMove) -> Bool? {
        if case .acceptedUnseen = move.proof { return true }
        switch move.to {
        case .owed, .excusePending, .answerPending: return false
        case .answered, .excused, .void: return nil
        }
    }

    /// A confirmation proves the earlier acceptance; the answer's time stays that of acceptance.
    private func discharge(of move: DebtMove, before: Timestamp?) -> Timestamp? {
        switch move.to {
        case .owed, .excusePending: nil
        case .answered where move.from == .answerPending: before ?? move.at
        case .answerPending, .answered, .excused, .void: move.at
        }
    }

    private func outbox(of move: DebtMove, before: OutboxID?) -> OutboxID? {
        guard move.to == .answerPending || move.to == .answered else { return nil }
        switch move.proof {
        case .accepted(let item), .acceptedUnseen(let item), .confirmed(let item),
            .bounceWindowPassed(let item):
            return item
        case .person: return before
        case .bounced, .externalReply, .excuseExpired, .beforeGoLive: return nil
        }
    }

    /// Milliseconds that an answer must leave before the platform's deadline.
    static let margin = PlatformClock.margin.wholeMilliseconds

    /// Works out anew what a ticket shows of its debts, clocks and cases; a ticket has few. RESOLVE
    /// is no debt and orders nothing.
    func refreshClocks(of ticket: TicketID) throws {
        try db.run(
            """
            UPDATE ticket SET
                owed_debts = coalesce(debts.owed, 0), excuse_debts = coalesce(debts.excuse, 0),
                provisional_debts = coalesce(debts.provisional, 0), next_due = debts.due,
                tick_due = debts.tick, internal_due = desk.due, open_cases = cases.open, case_due = cases.due,
                is_clocked = coalesce(debts.owed + debts.excuse, 0) + cases.open > 0,
                rank = CASE WHEN coalesce(debts.owed + debts.excuse, 0) + cases.open > 0
                    THEN min(coalesce(debts.due - \(Self.margin), \(Int64.max)),
                        coalesce(debts.tick - \(Self.margin), \(Int64.max)),
                        coalesce(desk.due, \(Int64.max)), coalesce(cases.due, \(Int64.max)))
                    ELSE \(Self.farRank) - last_activity_at END,
                is_courtesy = coalesce((
                    SELECT message.kind = 'courtesy'
                    FROM debt JOIN message ON message.id = debt.message
                    WHERE debt.ticket = ?1 AND debt.state = 'owed'
                    ORDER BY debt.start DESC, debt.id DESC LIMIT 1), 0)
            FROM (
                SELECT sum(state = 'owed') AS owed, sum(state = 'excuse-pending') AS excuse,
                    sum(is_provisional AND state IN ('owed', 'excuse-pending')) AS provisional,
                    min(CASE WHEN state = 'owed' THEN platform_due END) AS due,
                    min(CASE WHEN state = 'excuse-pending' THEN platform_due END) AS tick
                FROM debt WHERE ticket = ?1) AS debts,
                (SELECT count(*) AS open, min(review_due) AS due FROM desk_case
                WHERE ticket = ?1 AND state = 'open') AS cases,
                (SELECT min(due) AS due FROM clock_run
                WHERE ticket = ?1 AND kind IN ('first', 'next') AND state = 'running') AS desk
            WHERE id = ?1
            """, [ticket.rawValue])
    }
}

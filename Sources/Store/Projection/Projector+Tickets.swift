import GRDB
import HelpDesk
import SwiftExtensions

extension Projector {
    /// Where the ranks of tickets that owe nothing begin to count back from. An absurd instant
    /// may overflow; the schema then refuses the row.
    static let farRank: Int64 = 1 << 62

    func open(_ opening: TicketOpening) throws -> TicketID {
        try db.run(
            """
            INSERT INTO ticket (
                id, store, marketplace, buyer, order_id, state, language, category, opened_at,
                last_activity_at, cycle, owed_debts, excuse_debts, open_cases, provisional_debts,
                is_courtesy, has_problem, message_count, attachment_count, last_item, follows,
                is_live, is_clocked, priority, flags, rank)
            VALUES (?, ?, ?, ?, ?, 'new', ?, ?, ?, ?, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, ?, 1, 0, 1, 0, ?)
            """,
            [
                opening.id.rawValue, opening.store.rawValue, opening.marketplace?.rawValue,
                opening.buyer?.rawValue, opening.order?.rawValue, opening.language.rawValue,
                opening.category.rawValue, opening.openedAt.milliseconds,
                opening.openedAt.milliseconds, opening.follows?.rawValue,
                Self.farRank &- opening.openedAt.milliseconds,
            ])
        // The platform may go on with an old thread in a follow-up: the newest ticket has the key.
        for key in opening.threadKeys {
            try db.run(
                """
                INSERT INTO ticket_thread_key (store, key, ticket) VALUES (?, ?, ?)
                ON CONFLICT DO UPDATE SET ticket = excluded.ticket
                """, [opening.store.rawValue, key, opening.id.rawValue])
        }
        if let follows = opening.follows, follows != opening.id {
            _ = try add(TicketLink(from: opening.id, to: follows, kind: .follows))
        }
        return opening.id
    }

    func classify(_ ticket: TicketID, _ language: LanguageCode, _ category: InquiryCategory) throws
        -> TicketID
    {
        try change(
            ticket, "UPDATE ticket SET language = ?, category = ? WHERE id = ?",
            [language.rawValue, category.rawValue, ticket.rawValue])
    }

    func link(_ ticket: TicketID, _ order: OrderID) throws -> TicketID {
        try change(
            ticket, "UPDATE ticket SET order_id = ? WHERE id = ?",
            [order.rawValue, ticket.rawValue])
    }

    func assign(_ assignment: TicketAssignment) throws -> TicketID {
        let isChanged = try db.changeOne(
            "UPDATE ticket SET owner = ? WHERE id = ? AND owner IS ?",
            [
                assignment.to?.rawValue, assignment.ticket.rawValue, assignment.from?.rawValue,
            ])
        guard isChanged else {
            throw DeskError(
                .ticketTaken, ["ticket": String(assignment.ticket.rawValue)],
                detail: "The ticket is not with the person whom the event takes it from.")
        }
        return assignment.ticket
    }

    func change(_ change: TicketStateChange, _ record: EventRecord) throws -> TicketID {
        let isResting = change.to == .resolved || change.to == .closed
        let isChanged = try db.changeOne(
            """
            UPDATE ticket SET state = ?1, is_live = NOT ?6, hold_reason = ?2, review_at = ?3,
                cycle = cycle + ?4, wake_at = ?9,
                resolved_at = CASE WHEN ?1 = 'resolved' THEN ?5
                    WHEN ?6 THEN coalesce(resolved_at, ?5) END
            WHERE id = ?7 AND state = ?8
            """,
            [
                change.to.rawValue, change.holdReason, change.reviewAt?.milliseconds,
                change.startsCycle ? 1 : 0, record.at.milliseconds, isResting,
                change.ticket.rawValue, change.from.rawValue, change.wakeAt?.milliseconds,
            ])
        guard isChanged else {
            throw DeskError(
                .ticketStateRefused,
                [
                    "ticket": String(change.ticket.rawValue), "from": change.from.rawValue,
                    "to": change.to.rawValue,
                ], detail: "The ticket is not in the state that the event moves it from.")
        }
        try refreshProblem(of: change.ticket)
        try follow(change, record)
        return change.ticket
    }

    private func change(_ ticket: TicketID, _ sql: String, _ values: [Binding]) throws -> TicketID {
        guard try db.changeOne(sql, values) else {
            throw Self.unknown("ticket", ticket.rawValue)
        }
        return ticket
    }
}

import GRDB
import HelpDesk
import SwiftExtensions

extension Projector {
    func open(_ item: DeskCase) throws -> TicketID? {
        try db.run(
            """
            INSERT INTO desk_case (
                id, kind, store, ticket, order_id, state, opened_at, review_due,
                is_deadline_named, is_prominent, message, notices, settled_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                item.id.rawValue, item.kind.rawValue, item.store.rawValue, item.ticket?.rawValue,
                item.order?.rawValue, item.state.rawValue, item.openedAt.milliseconds,
                item.reviewDue?.milliseconds, item.isDeadlineNamed, item.isProminent,
                item.message?.rawValue, item.notices, item.settledAt?.milliseconds,
            ])
        if let ticket = item.ticket { try refreshClocks(of: ticket) }
        return item.ticket
    }

    func note(_ notice: CaseNotice) throws -> TicketID? {
        let isKnown = try db.changeOne(
            """
            UPDATE desk_case SET notices = notices + 1, message = coalesce(?1, message),
                review_due = coalesce(?2, review_due),
                is_deadline_named = CASE WHEN ?2 IS NULL THEN is_deadline_named ELSE ?3 END
            WHERE id = ?4
            """,
            [
                notice.message?.rawValue, notice.reviewDue?.milliseconds, notice.isDeadlineNamed,
                notice.item.rawValue,
            ])
        guard isKnown else { throw Self.unknown("case", notice.item.rawValue) }
        return try refreshed(notice.item)
    }

    func move(_ move: CaseMove) throws -> TicketID? {
        let isChanged = try db.changeOne(
            """
            UPDATE desk_case SET state = ?1, proof = ?2,
                settled_at = CASE WHEN ?1 = 'open' THEN NULL ELSE coalesce(settled_at, ?3) END
            WHERE id = ?4 AND state = ?5
            """,
            [
                move.to.rawValue, try JSONText.text(move.proof), move.at.milliseconds,
                move.item.rawValue, move.from.rawValue,
            ])
        guard isChanged else {
            throw DeskError(
                .caseStateRefused, ["to": move.to.rawValue, "state": move.from.rawValue],
                detail: "The case is not in the state that the event moves it from.")
        }
        return try refreshed(move.item)
    }

    private func refreshed(_ item: CaseID) throws -> TicketID? {
        let ticket = try db.number(
            "SELECT ticket FROM desk_case WHERE id = ? AND ticket IS NOT NULL", [item.rawValue])
        guard let ticket else { return nil }
        try refreshClocks(of: TicketID(ticket))
        return TicketID(ticket)
    }

    func name(_ order: OrderID, on ticket: TicketID) throws -> TicketID {
        try db.run(
            "INSERT INTO ticket_named_order (ticket, order_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
            [ticket.rawValue, order.rawValue])
        return ticket
    }

    func note(_ optOut: OptOut) throws -> TicketID? {
        try db.run(
            """
            INSERT INTO opt_out (raw_mail, store, buyer, order_id, ticket, noted_at)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
            [
                optOut.rawMail.rawValue, optOut.store.rawValue, optOut.buyer?.rawValue,
                optOut.order?.rawValue, optOut.ticket?.rawValue, optOut.notedAt.milliseconds,
            ])
        return optOut.ticket
    }

    /// A later notice extends the time, never shortens it.
    func note(_ restriction: StoreRestriction) throws {
        try db.run(
            """
            INSERT INTO store_restriction (store, since, until, raw_mail) VALUES (?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET since = min(since, excluded.since),
                until = max(until, excluded.until), raw_mail = excluded.raw_mail
            """,
            [
                restriction.store.rawValue, restriction.since.milliseconds,
                restriction.until.milliseconds, restriction.rawMail.rawValue,
            ])
    }

    /// The mail waits to be settled again.
    func release(_ release: RawMailRelease, _ record: EventRecord) throws {
        let person: PersonID? = if case .person(let id) = record.actor { id } else { nil }
        let isKnown = try db.changeOne(
            """
            UPDATE raw_mail SET outcome = 'stored', held_reason = reason, reason = NULL,
                released_at = ?, released_by = ?
            WHERE id = ? AND outcome = 'quarantined'
            """, [record.at.milliseconds, person?.rawValue, release.rawMail.rawValue])
        guard isKnown else { throw Self.unknown("quarantined mail", release.rawMail.rawValue) }
    }
}

import GRDB
import HelpDesk
import SwiftExtensions

extension Projector {
    func add(_ item: OutboxItem) throws -> TicketID {
        try db.run(
            """
            INSERT INTO outbox (
                id, ticket, store, author, basis, state, queued_at, release_at, idempotency_key,
                attempts, state_after, template, lint_override, accepted_at, evidence,
                read_through, template_version, template_edit)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                item.id.rawValue, item.ticket.rawValue, item.store.rawValue, item.author.rawValue,
                item.basis.rawValue, item.state.rawValue, item.queuedAt.milliseconds,
                item.releaseAt.milliseconds, item.idempotencyKey, item.attempts,
                item.stateAfter.rawValue, item.template?.rawValue,
                try item.override.map { try JSONText.text($0) }, item.acceptedAt?.milliseconds,
                item.evidence, item.readThrough?.rawValue, item.templateVersion,
                item.templateEdit,
            ])
        try refreshProblem(of: item.ticket)
        return item.ticket
    }

    func move(_ move: OutboxMove) throws -> TicketID {
        let isChanged = try db.changeOne(
            """
            UPDATE outbox SET state = ?1, attempts = attempts + (?1 = 'sending'),
                evidence = coalesce(?2, evidence), release_at = coalesce(?3, release_at),
                accepted_at = CASE WHEN ?1 IN ('accepted', 'confirmed')
                    THEN coalesce(accepted_at, ?4) ELSE accepted_at END
            WHERE id = ?5 AND state = ?6
            """,
            [
                move.to.rawValue, move.evidence, move.releaseAt?.milliseconds,
                move.at.milliseconds, move.item.rawValue, move.from.rawValue,
            ])
        guard isChanged else {
            throw DeskError(
                .outboxTooLate, ["item": String(move.item.rawValue)],
                detail: "The reply is not \(move.from.rawValue), as the event says.")
        }
        return try refreshed(move.item)
    }

    func override(_ item: OutboxID, _ lint: LintOverride) throws -> TicketID {
        try db.run(
            "UPDATE outbox SET lint_override = ? WHERE id = ?",
            [try JSONText.text(lint), item.rawValue])
        return try refreshed(item)
    }

    private func refreshed(_ item: OutboxID) throws -> TicketID {
        let ticket = try db.number("SELECT ticket FROM outbox WHERE id = ?", [item.rawValue])
        guard let ticket else { throw Self.unknown("reply", item.rawValue) }
        try refreshProblem(of: TicketID(ticket))
        return TicketID(ticket)
    }

    /// A ticket needs a look when nobody knows what became of a reply or of a dispatch, or when its
    /// latest one did not arrive and the ticket still lives. A later one, or a rest, settles the
    /// latter.
    func refreshProblem(of ticket: TicketID) throws {
        try db.run(
            """
            UPDATE ticket SET has_problem = NOT has_problem
            WHERE id = ?1 AND has_problem <> (
                EXISTS (SELECT 1 FROM outbox WHERE ticket = ?1 AND outbox.state = 'unknown')
                OR EXISTS (SELECT 1 FROM dispatch WHERE ticket = ?1 AND dispatch.state = 'unknown')
                OR (is_live AND coalesce((
                    SELECT dispatch.state = 'refused' FROM dispatch
                    WHERE dispatch.ticket = ?1 AND dispatch.state <> 'withdrawn'
                    ORDER BY dispatch.id DESC LIMIT 1), 0))
                OR (is_live AND coalesce((
                    SELECT outbox.state IN ('failed', 'bounced') FROM outbox
                    WHERE outbox.ticket = ?1 AND outbox.state <> 'withdrawn'
                    ORDER BY outbox.id DESC LIMIT 1), 0)))
            """, [ticket.rawValue])
    }

    func keep(_ mark: DraftMark) throws -> TicketID {
        if let digest = mark.digest {
            try db.run(
                """
                INSERT INTO draft (ticket, person, basis, digest, saved_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET basis = excluded.basis, digest = excluded.digest,
                    saved_at = excluded.saved_at
                """,
                [
                    mark.ticket.rawValue, mark.person.rawValue, mark.basis.rawValue, digest,
                    mark.at.milliseconds,
                ])
        } else {
            try db.run(
                "DELETE FROM draft WHERE ticket = ? AND person = ?",
                [mark.ticket.rawValue, mark.person.rawValue])
        }
        return mark.ticket
    }
}

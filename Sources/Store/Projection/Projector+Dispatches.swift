import GRDB
import HelpDesk
import SwiftExtensions

extension Projector {
    func add(_ dispatch: Dispatch) throws -> TicketID? {
        try db.run(
            """
            INSERT INTO dispatch (
                id, store, order_id, marketplace, ticket, author, kind, action, state, queued_at,
                idempotency_key, text_digest, files, coverage, shipment, confirmed_rules, attempts,
                settled_at, evidence, problem)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                dispatch.id.rawValue, dispatch.store.rawValue, dispatch.order.rawValue,
                dispatch.marketplace.rawValue, dispatch.ticket?.rawValue,
                dispatch.author.rawValue, dispatch.kind.rawValue, dispatch.action,
                dispatch.state.rawValue, dispatch.queuedAt.milliseconds,
                dispatch.idempotencyKey, dispatch.textDigest, try JSONText.text(dispatch.files),
                try dispatch.coverage.map { try JSONText.text($0) },
                try dispatch.shipment.map { try JSONText.text($0) },
                try JSONText.text(dispatch.confirmedRules), dispatch.attempts,
                dispatch.settledAt?.milliseconds, dispatch.evidence, dispatch.problem?.rawValue,
            ])
        if let ticket = dispatch.ticket { try refreshProblem(of: ticket) }
        return dispatch.ticket
    }

    func move(_ move: DispatchMove) throws -> TicketID? {
        let isChanged = try db.changeOne(
            """
            UPDATE dispatch SET state = ?1, attempts = attempts + (?1 = 'sending'),
                evidence = coalesce(?2, evidence), problem = ?3,
                settled_at = CASE WHEN ?1 IN ('sent', 'refused', 'withdrawn') THEN ?4 END
            WHERE id = ?5 AND state = ?6
            """,
            [
                move.to.rawValue, move.evidence, move.problem?.rawValue, move.at.milliseconds,
                move.dispatch.rawValue, move.from.rawValue,
            ])
        guard isChanged else {
            throw DeskError(
                .dispatchTooLate, ["dispatch": String(move.dispatch.rawValue)],
                detail: "The dispatch is not \(move.from.rawValue), as the event says.")
        }
        let number = try db.number(
            "SELECT ticket FROM dispatch WHERE id = ?", [move.dispatch.rawValue])
        guard let ticket = number.map({ TicketID($0) }) else { return nil }
        try refreshProblem(of: ticket)
        return ticket
    }
}

import GRDB
import HelpDesk
import SwiftExtensions

extension Projector {
    /// Signing in, looking and reading lists leave no rows: the log is their history. A look is not
    /// filed under its ticket either, whose timeline tells what was done.
    func rights(_ event: RightsEvent) throws -> TicketID? {
        switch event {
        case .roleSaved(let version): try save(version)
        case .requestMade(let request): return try ask(request)
        case .requestSettled(let settlement): return try settle(settlement)
        case .unmasked(let unmasking): return unmasking.ticket
        case .signedIn, .signedOut, .signInRefused, .looked, .accessReviewed,
            .presenceSet:
            break
        }
        return nil
    }

    private func save(_ version: RoleVersion) throws {
        try db.run(
            """
            INSERT INTO role_rights (role, version, rights, reason) VALUES (?, ?, ?, ?)
            ON CONFLICT (role) DO UPDATE SET version = excluded.version,
                rights = excluded.rights, reason = excluded.reason
            """,
            [
                version.role.rawValue, version.version, try JSONText.text(version.rights),
                version.reason,
            ])
    }

    private func ask(_ request: GuardedRequest) throws -> TicketID? {
        try db.run(
            "INSERT INTO rights_request (id, act, requester, reason, at) VALUES (?, ?, ?, ?, ?)",
            [
                request.id.rawValue, try JSONText.text(request.act), request.requester.rawValue,
                request.reason, request.at.milliseconds,
            ])
        return request.act.ticket
    }

    private func settle(_ settlement: GuardedSettlement) throws -> TicketID? {
        let isKnown = try db.changeOne(
            """
            UPDATE rights_request
            SET outcome = ?, settled_by = ?, settled_at = ?, settled_reason = ?
            WHERE id = ? AND requester = ?
                AND (outcome IS NULL OR (outcome = 'approved' AND ? = 'used'))
            """,
            [
                settlement.outcome.rawValue, settlement.by.rawValue, settlement.at.milliseconds,
                settlement.reason, settlement.request.rawValue, settlement.requester.rawValue,
                settlement.outcome.rawValue,
            ])
        guard isKnown else { throw Self.unknown("request", settlement.request.rawValue) }
        let act = try db.one(
            "SELECT act FROM rights_request WHERE id = ?", [settlement.request.rawValue]
        ) { try $0.json(GuardedAct.self) }
        return act?.ticket
    }
}

extension GuardedAct {
    /// The ticket whose timeline names the act.
    fileprivate var ticket: TicketID? {
        if case .void(let ticket, _, _) = self { ticket } else { nil }
    }
}

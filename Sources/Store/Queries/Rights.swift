import GRDB
package import HelpDesk
package import SwiftExtensions

extension ReadTransaction {
    /// The sets of rights that this desk has changed, each as it stands.
    package func roleVersions() throws -> [RoleVersion] {
        try db.all("SELECT role, version, rights, reason FROM role_rights ORDER BY role") {
            fields in
            RoleVersion(
                role: try fields.word(), version: try fields.count(), rights: try fields.json(),
                reason: try fields.text())
        }
    }

    /// One request; nil when there is none of that number.
    package func guardedCase(_ id: GuardedRequestID) throws -> GuardedCase? {
        try guardedCases("WHERE id = ?", [id.rawValue]).first
    }

    /// Requests made since an instant, newest first.
    package func guardedCases(since instant: Timestamp, limit: Int) throws -> [GuardedCase] {
        try guardedCases(
            "WHERE at >= ? ORDER BY at DESC, id DESC LIMIT ?", [instant.milliseconds, limit])
    }

    private func guardedCases(_ rest: String, _ values: [Binding]) throws -> [GuardedCase] {
        try db.all(
            """
            SELECT id, act, requester, reason, at, outcome, settled_by, settled_at,
                settled_reason
            FROM rights_request \(rest)
            """, values
        ) { fields in
            let request = GuardedRequest(
                id: try fields.id(), act: try fields.json(), requester: try fields.id(),
                reason: try fields.text(), at: try fields.time())
            let outcome: GuardedSettlement.Outcome? = try fields.optionalWord()
            let by: PersonID? = try fields.optionalID()
            let at = try fields.optionalTime()
            let reason = try fields.optionalText()
            guard let outcome, let by, let at else { return GuardedCase(request: request) }
            return GuardedCase(
                request: request,
                settlement: GuardedSettlement(
                    request: request.id, outcome: outcome, requester: request.requester, by: by,
                    reason: reason ?? "", at: at))
        }
    }

    /// The newest events of some kinds before a position, newest first. The kinds are among those
    /// that the history of rights is made of.
    package func rightsHistory(
        kinds: [String], before sequence: EventSequence?, limit: Int
    ) throws -> [EventRecord] {
        try kinds.flatMap { kind in
            try db.all(
                """
                SELECT \(EventLog.columns) FROM event
                WHERE kind = ? AND seq < ? AND kind IN (
                    'person-saved', 'role-saved', 'rights-requested', 'rights-settled',
                    'signed-in', 'signed-out', 'sign-in-refused', 'unmasked', 'access-reviewed')
                ORDER BY seq DESC LIMIT ?
                """, [kind, sequence?.rawValue ?? .max, limit], EventLog.record)
        }
        .sorted { $0.sequence > $1.sequence }.prefix(limit).map { $0 }
    }

    /// What a person looked at, unmasked and opened in a period, oldest first.
    package func seen(
        by person: PersonID, from start: Timestamp, to end: Timestamp, limit: Int
    ) throws -> [EventRecord] {
        try db.all(
            """
            SELECT \(EventLog.columns) FROM event
            WHERE actor = ? AND at >= ? AND at < ?
                AND kind IN ('ticket-looked', 'unmasked', 'attachment-opened')
            ORDER BY at, seq LIMIT ?
            """,
            ["person:\(person.rawValue)", start.milliseconds, end.milliseconds, limit],
            EventLog.record)
    }
}

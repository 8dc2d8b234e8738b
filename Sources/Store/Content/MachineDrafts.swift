package import HelpDesk
import SwiftExtensions

extension ReadTransaction {
    /// What a machine wrote for a person's letter; nil for nothing.
    package func machineDraft(ticket: TicketID, person: PersonID) throws -> MachineDraftMark? {
        try db.one(
            """
            SELECT digest, length, sum, engine FROM machine_draft
            WHERE ticket = ? AND person = ?
            """,
            [ticket.rawValue, person.rawValue]
        ) { fields in
            MachineDraftMark(
                digest: try fields.text(), length: try fields.optionalNumber().map { Int($0) },
                sum: try fields.optionalNumber().map { Int($0) }, engine: try fields.text())
        }
    }
}

extension WriteTransaction {
    package func keepMachineDraft(
        _ mark: MachineDraftMark, ticket: TicketID, person: PersonID
    ) throws {
        try db.run(
            """
            INSERT INTO machine_draft (ticket, person, digest, length, sum, engine, made_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET digest = excluded.digest, length = excluded.length,
                sum = excluded.sum, engine = excluded.engine, made_at = excluded.made_at
            """,
            [
                ticket.rawValue, person.rawValue, mark.digest, mark.length, mark.sum,
                mark.engine, now.milliseconds,
            ])
    }

    /// The letter has left or was given up.
    package func dropMachineDraft(ticket: TicketID, person: PersonID) throws {
        try db.run(
            "DELETE FROM machine_draft WHERE ticket = ? AND person = ?",
            [ticket.rawValue, person.rawValue])
    }
}

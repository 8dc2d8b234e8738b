package import HelpDesk
import SwiftExtensions

extension ReadTransaction {
    /// The digest of what a machine wrote for a person's letter, and which one; nil for none.
    package func machineDraft(ticket: TicketID, person: PersonID) throws
        -> (digest: String, engine: String)?
    {
        try db.one(
            "SELECT digest, engine FROM machine_draft WHERE ticket = ? AND person = ?",
            [ticket.rawValue, person.rawValue]
        ) { (try $0.text(), try $0.text()) }
    }
}

extension WriteTransaction {
    package func keepMachineDraft(
        _ digest: String, by engine: String, ticket: TicketID, person: PersonID
    ) throws {
        try db.run(
            """
            INSERT INTO machine_draft (ticket, person, digest, engine, made_at)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET digest = excluded.digest, engine = excluded.engine,
                made_at = excluded.made_at
            """,
            [ticket.rawValue, person.rawValue, digest, engine, now.milliseconds])
    }

    /// The letter has left or was given up.
    package func dropMachineDraft(ticket: TicketID, person: PersonID) throws {
        try db.run(
            "DELETE FROM machine_draft WHERE ticket = ? AND person = ?",
            [ticket.rawValue, person.rawValue])
    }
}

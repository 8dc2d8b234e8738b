package import HelpDesk
import SwiftExtensions

extension ReadTransaction {
    /// What templates put into a person's letter to a ticket's buyer.
    package func filledFacts(ticket: TicketID, person: PersonID) throws -> [FilledFact] {
        try db.all(
            """
            SELECT variable, text, language, filled_at FROM filled_fact
            WHERE ticket = ? AND person = ? ORDER BY variable, text
            """, [ticket.rawValue, person.rawValue]
        ) { fields in
            FilledFact(
                variable: try fields.text(), text: try fields.text(), language: try fields.name(),
                filledAt: try fields.time())
        }
    }
}

extension WriteTransaction {
    /// Remembers values until the letter has left or is given up.
    package func keepFacts(_ facts: [FilledFact], ticket: TicketID, person: PersonID) throws {
        for fact in facts {
            try db.run(
                """
                INSERT INTO filled_fact (ticket, person, variable, text, language, filled_at)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET
                    language = excluded.language, filled_at = excluded.filled_at
                """,
                [
                    ticket.rawValue, person.rawValue, fact.variable, fact.text,
                    fact.language.rawValue, fact.filledAt.milliseconds,
                ])
        }
    }

    package func dropFacts(ticket: TicketID, person: PersonID) throws {
        try db.run(
            "DELETE FROM filled_fact WHERE ticket = ? AND person = ?",
            [ticket.rawValue, person.rawValue])
    }
}

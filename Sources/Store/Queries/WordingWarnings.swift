import GRDB
package import HelpDesk
package import SwiftExtensions

extension ReadTransaction {
    /// Rules of open warnings about a person's letter.
    package func openWordingWarnings(ticket: TicketID, person: PersonID) throws -> [String] {
        try db.all(
            """
            SELECT rule FROM wording_warning
            WHERE ticket = ? AND person = ? AND choice IS NULL ORDER BY rule
            """, [ticket.rawValue, person.rawValue]
        ) { try $0.text() }
    }

    /// Warnings of a window by rule and by what became of them.
    package func wordingWarnings(
        from start: Timestamp, to end: Timestamp, scope: StoreScope
    ) throws -> [WordingReport.Line] {
        let filter = StoreFilter(scope: scope, store: nil)
        return try db.all(
            """
            SELECT rule, sum(choice IS 'heeded'), sum(choice IS 'kept'), sum(choice IS NULL)
            FROM wording_warning JOIN ticket ON ticket.id = wording_warning.ticket
            WHERE \(filter.condition(on: "ticket.store"))
                AND wording_warning.at >= ? AND wording_warning.at < ?
            GROUP BY rule ORDER BY rule
            """, filter.values + [start.milliseconds, end.milliseconds]
        ) { fields in
            WordingReport.Line(
                rule: try fields.text(), heeded: Int(try fields.number()),
                kept: Int(try fields.number()), open: Int(try fields.number()))
        }
    }

    /// A store's newest replies, newest first.
    package func replies(of store: StoreID, limit: Int) throws -> [SentText] {
        try sent(
            """
            JOIN ticket ON ticket.id = message.ticket
            WHERE message.kind = 'agent-reply' AND ticket.store = ?
            ORDER BY message.seq DESC LIMIT ?
            """, [store.rawValue, limit])
    }
}

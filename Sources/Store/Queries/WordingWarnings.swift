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

    /// Letters that are named for each rule.
    private static let mostTickets = 10
    /// Kept warnings that are read for them.
    private static let mostKept = 2_000

    /// Warnings of a window by rule and by what became of them.
    package func wordingWarnings(
        from start: Timestamp, to end: Timestamp, scope: StoreScope
    ) throws -> [WordingReport.Line] {
        let filter = StoreFilter(scope: scope, store: nil)
        let kept = try keptWarnings(filter, from: start, to: end)
        return try db.all(
            """
            SELECT rule, sum(choice IS 'heeded'), sum(choice IS 'kept'), sum(choice IS NULL)
            FROM wording_warning JOIN ticket ON ticket.id = wording_warning.ticket
            WHERE \(filter.condition(on: "ticket.store"))
                AND wording_warning.at >= ? AND wording_warning.at < ?
            GROUP BY rule ORDER BY rule
            """, filter.values + [start.milliseconds, end.milliseconds]
        ) { fields in
            let rule = try fields.text()
            return WordingReport.Line(
                rule: rule, heeded: Int(try fields.number()), kept: Int(try fields.number()),
                open: Int(try fields.number()),
                keptTickets: Array((kept[rule] ?? []).prefix(Self.mostTickets)))
        }
    }

    /// Tickets with letters that were kept as they were, by rule, the newest first.
    private func keptWarnings(
        _ filter: StoreFilter, from start: Timestamp, to end: Timestamp
    ) throws -> [String: [TicketID]] {
        let rows: [(rule: String, ticket: TicketID)] = try db.all(
            """
            SELECT rule, wording_warning.ticket
            FROM wording_warning JOIN ticket ON ticket.id = wording_warning.ticket
            WHERE \(filter.condition(on: "ticket.store")) AND choice IS 'kept'
                AND wording_warning.at >= ? AND wording_warning.at < ?
            ORDER BY wording_warning.seq DESC LIMIT ?
            """, filter.values + [start.milliseconds, end.milliseconds, Self.mostKept]
        ) { fields in (try fields.text(), try fields.id()) }
        return rows.reduce(into: [:]) { kept, row in
            if kept[row.rule]?.contains(row.ticket) != true {
                kept[row.rule, default: []].append(row.ticket)
            }
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

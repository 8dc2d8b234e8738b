import GRDB
package import HelpDesk
package import SwiftExtensions

extension ReadTransaction {
    /// The newest lists first; with `openSince` those that were offered since then and have lines
    /// that nobody took over.
    package func handOvers(openSince: Timestamp?, limit: Int) throws -> [HandOver] {
        guard let openSince else { return try lists("ORDER BY id DESC LIMIT ?", [limit]) }
        return try lists(
            """
            WHERE at >= ? AND id IN (SELECT hand_over FROM hand_over_line
                WHERE accepted_by IS NULL) ORDER BY id DESC LIMIT ?
            """, [openSince.milliseconds, limit])
    }

    /// One list; nil when there is none of that number.
    package func handOver(_ id: HandOverID) throws -> HandOver? {
        try lists("WHERE id = ?", [id.rawValue]).first
    }

    private func lists(_ rest: String, _ values: [Binding]) throws -> [HandOver] {
        try db.all("SELECT id, person, at FROM hand_over \(rest)", values) { fields in
            let id: HandOverID = try fields.id()
            return HandOver(
                id: id, from: try fields.id(), at: try fields.time(), lines: try lines(of: id))
        }
    }

    private func lines(of list: HandOverID) throws -> [HandOverLine] {
        try db.all(
            """
            SELECT ticket, kind, accepted_by, accepted_at FROM hand_over_line
            WHERE hand_over = ? ORDER BY position
            """, [list.rawValue]
        ) { fields in
            HandOverLine(
                ticket: try fields.id(), kind: try fields.word(),
                acceptedBy: try fields.optionalID(), acceptedAt: try fields.optionalTime())
        }
    }

    /// What was promised, in somebody's words; empty when nothing was, or it was erased.
    package func promise(_ list: HandOverID, _ ticket: TicketID) throws -> String {
        try db.text(
            "SELECT words FROM hand_over_content WHERE hand_over = ? AND ticket = ?",
            [list.rawValue, ticket.rawValue]) ?? ""
    }
}

extension WriteTransaction {
    /// The number of the next hand-over list.
    package func nextHandOverID() throws -> HandOverID { HandOverID(try next(.handOver)) }

    /// Keeps the words of a promise.
    package func putPromise(_ list: HandOverID, _ ticket: TicketID, words: String) throws {
        try db.run(
            "INSERT INTO hand_over_content VALUES (?, ?, ?)",
            [list.rawValue, ticket.rawValue, words])
    }
}

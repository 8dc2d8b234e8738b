import GRDB
import HelpDesk

/// The full-text index: a row per message. `words` holds words and, for each run of ideographs,
/// its overlapping pairs, so that a phrase of pairs is an exact substring; `characters` holds
/// single ones.
enum SearchIndex {
    /// Rows of one ticket share the upper bits of their number.
    static let rowBits: Int64 = 20

    /// Longest text indexed of a message, in UTF-8 bytes; mails beyond are mostly quotes.
    private static let longestText = 200_000

    static func index(_ message: MessageID, _ content: MessageContent, in db: Database) throws {
        let place = try db.one(
            """
            SELECT message.ticket, coalesce(buyer_content.name, ''), coalesce(ticket.order_id, '')
            FROM message JOIN ticket ON ticket.id = message.ticket
            LEFT JOIN buyer_content ON buyer_content.buyer = ticket.buyer
            WHERE message.id = ?
            """, [message.rawValue]
        ) { (ticket: try $0.number(), buyer: try $0.text(), order: try $0.text()) }
        guard let place else { throw Projector.unknown("message", message.rawValue) }
        let body = String(decoding: content.body.utf8.prefix(longestText), as: UTF8.self)
        let text = [content.subject, body, place.buyer, place.order].joined(separator: "\n")
        let (words, characters) = columns(of: text)
        guard let row = try row(for: message, ticket: place.ticket, in: db) else { return }
        try db.run("DELETE FROM search WHERE rowid = ?", [row])
        try db.run(
            "INSERT INTO search (rowid, words, characters) VALUES (?, ?, ?)",
            [row, words, characters])
    }

    /// Takes a message out of the index.
    static func remove(_ message: MessageID, in db: Database) throws {
        try db.run(
            "DELETE FROM search WHERE rowid = (SELECT row FROM search_row WHERE message = ?)",
            [message.rawValue])
        try db.run("DELETE FROM search_row WHERE message = ?", [message.rawValue])
    }

    /// Nil when a ticket has more messages than its block has rows.
    private static func row(for message: MessageID, ticket: Int64, in db: Database) throws
        -> Int64?
    {
        if let row = try db.number(
            "SELECT row FROM search_row WHERE message = ?", [message.rawValue])
        {
            return row
        }
        let first = ticket << rowBits
        let last = first + (1 << rowBits) - 1
        let newest = try db.number(
            "SELECT max(row) FROM search_row WHERE row BETWEEN ? AND ?", [first, last])
        let row = newest.map { $0 + 1 } ?? first
        guard row <= last else { return nil }
        try db.run(
            "INSERT INTO search_row (message, row) VALUES (?, ?)", [message.rawValue, row])
        return row
    }

    /// The two columns' tokens, separated by spaces.
    static func columns(of text: String) -> (words: String, characters: String) {
        var words = String.UnicodeScalarView()
        var seen: Set<Unicode.Scalar> = []
        var characters = String.UnicodeScalarView()
        for piece in SearchWords.pieces(of: text) {
            switch piece {
            case .word(let word):
                words.append(contentsOf: word.unicodeScalars)
                words.append(" ")
            case .run(let run):
                for (first, second) in zip(run, run.dropFirst()) {
                    words.append(first)
                    words.append(second)
                    words.append(" ")
                }
                for character in run where seen.insert(character).inserted {
                    characters.append(character)
                    characters.append(" ")
                }
            }
        }
        return (String(words), String(characters))
    }
}

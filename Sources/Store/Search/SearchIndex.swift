import GRDB
import HelpDesk

/// The full-text index: a row per message. `words` holds words and, for each run of ideographs,
/// its overlapping pairs, so that a phrase of pairs is an exact substring; `characters` holds
/// single ones.
enum SearchIndex {
    /// Before each token of a buyer's name. Nobody can type it, and only a reader who sees whole names
    /// searches with it; what the mask leaves of the name stands among the other words too.
    static let nameMark = "\u{E000}"

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
        let shown = PersonMask.firstName(of: place.buyer)
        let subject = PersonMask.subject(content.subject, of: place.buyer)
        let text = [subject, body, shown, place.order].joined(separator: "\n")
        let open = columns(of: text)
        let named = columns(of: place.buyer, mark: nameMark)
        let (words, characters) = (open.words + named.words, open.characters + named.characters)
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

    /// The two columns' tokens, each with `mark` before it and a space behind.
    static func columns(of text: String, mark: String = "") -> (words: String, characters: String) {
        var words = String.UnicodeScalarView()
        var seen: Set<Unicode.Scalar> = []
        var characters = String.UnicodeScalarView()
        let mark = mark.unicodeScalars
        for piece in SearchWords.pieces(of: text) {
            switch piece {
            case .word(let word):
                words.append(contentsOf: mark)
                words.append(contentsOf: word.unicodeScalars)
                words.append(" ")
            case .run(let run):
                for (first, second) in zip(run, run.dropFirst()) {
                    words.append(contentsOf: mark)
                    words.append(first)
                    words.append(second)
                    words.append(" ")
                }
                for character in run where seen.insert(character).inserted {
                    characters.append(contentsOf: mark)
                    characters.append(character)
                    characters.append(" ")
                }
            }
        }
        return (String(words), String(characters))
    }

    /// Files messages anew that an older version filed otherwise; true when some are left.
    static func fileMore(_ limit: Int, in db: Database) throws -> Bool {
        let messages = try db.numbers(
            """
            SELECT message_content.message FROM search_build
            JOIN message_content ON message_content.message > search_build.filed
            ORDER BY 1 LIMIT ?
            """, [limit])
        for message in messages.map(MessageID.init(rawValue:)) {
            let content = try db.one(
                "SELECT subject, body FROM message_content WHERE message = ?", [message.rawValue]
            ) { MessageContent(subject: try $0.text(), body: try $0.text()) }
            if let content { try index(message, content, in: db) }
        }
        guard let last = messages.last else {
            try db.run("DELETE FROM search_build", [])
            return false
        }
        try db.run("UPDATE search_build SET filed = ?", [last])
        return true
    }
}

extension DeskDatabase {
    /// Brings the search index of an older version up to date, a batch at a time; does nothing on
    /// a database of this one.
    package func fileForSearch() async throws {
        let isBehind = try await writer.read { try $0.number("SELECT 1 FROM search_build") != nil }
        guard isBehind else { return }
        while try await writer.write({ try SearchIndex.fileMore(500, in: $0) }) {}
    }
}

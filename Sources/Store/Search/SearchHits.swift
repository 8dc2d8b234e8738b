import GRDB
import HelpDesk
import SwiftExtensions

/// The tickets a search finds: a number (`#123`), words of messages, the start of an order number
/// or of an ASIN.
struct SearchHits {
    private var sources: [String] = []
    private var values: [Binding] = []

    /// Nil when nothing typed can be searched. What is masked for the reader is not found by it.
    init?(_ typed: String, seesNames: Bool) {
        let word = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if let number = Self.ticketNumber(word) {
            sources = ["SELECT ?"]
            values = [number]
            return
        }
        if let match = SearchMatch(typed, seesNames: seesNames) {
            sources.append(
                "SELECT DISTINCT rowid >> \(SearchIndex.rowBits) FROM search WHERE search MATCH ?")
            values.append(match.expression)
        }
        addNumbers(word)
        if sources.isEmpty { return nil }
    }

    private static func ticketNumber(_ word: String) -> Int64? {
        guard word.hasPrefix("#"), word.utf8.count <= 19 else { return nil }
        return Int64(word.dropFirst())
    }

    /// A ticket can be about an order that none of its messages names.
    private mutating func addNumbers(_ word: String) {
        let isPlain = word.utf8.allSatisfy { byte in
            switch byte {
            case 45, 48...57, 65...90, 97...122: true
            default: false
            }
        }
        guard isPlain, (4...40).contains(word.utf8.count) else { return }
        let start = word.uppercased()
        if word.utf8.contains(where: { (48...57).contains($0) }) {
            sources.append("SELECT id FROM ticket WHERE order_id >= ? AND order_id < ?")
            values += [word, word + "~"]
        }
        guard start.hasPrefix("B0") else { return }
        sources.append(
            """
            SELECT ticket.id FROM order_item
            JOIN ticket ON ticket.order_id = order_item.order_id
                AND ticket.store = order_item.store
            WHERE asin >= ? AND asin < ?
            """)
        values += [start, start + "~"]
    }

    private var found: String {
        "WITH found (id) AS MATERIALIZED (\(sources.joined(separator: " UNION ")))"
    }

    func page(_ query: TicketQuery, offset: Int, limit: Int, in db: Database) throws -> [TicketID] {
        let filter = query.filter
        let (condition, bound) = Self.condition(query)
        let numbers = try db.numbers(
            """
            \(found) SELECT ticket.id FROM found CROSS JOIN ticket ON ticket.id = found.id
            WHERE \(condition) AND \(filter.condition(on: "ticket.store"))
            ORDER BY ticket.rank, ticket.id LIMIT ? OFFSET ?
            """, values + bound + filter.values + [max(0, limit), max(0, offset)])
        return numbers.map(TicketID.init(rawValue:))
    }

    func total(_ query: TicketQuery, in db: Database) throws -> Int {
        let filter = query.filter
        let (condition, bound) = Self.condition(query)
        let count = try db.number(
            """
            \(found) SELECT count(*) FROM found CROSS JOIN ticket ON ticket.id = found.id
            WHERE \(condition) AND \(filter.condition(on: "ticket.store"))
            """, values + bound + filter.values)
        return Int(count ?? 0)
    }

    /// A queue as a condition on single tickets; the queue's own ranges joined by "or".
    private static func condition(_ query: TicketQuery) -> (String, [Binding]) {
        let ranges = QueueShape(query).ranges
        let condition = ranges.map { "(\($0.condition))" }.joined(separator: " OR ")
        guard let category = query.category else {
            return ("(\(condition))", ranges.flatMap(\.values))
        }
        return (
            "(\(condition)) AND ticket.category = ?",
            ranges.flatMap(\.values) + [category.rawValue]
        )
    }
}

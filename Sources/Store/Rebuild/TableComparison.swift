import GRDB

/// Compares a table in two databases, row by row.
struct TableComparison {
    let table: String
    let order: String
    /// Rows that count; a tally that fell to nothing says the same as one that is not there.
    var condition: String { table == "ticket_tally" ? "tickets > 0" : "true" }

    /// The first difference by key and column, or nil when all rows are equal.
    func firstDifference(_ original: Database, _ copy: Database) throws -> String? {
        let sql = "SELECT * FROM \(table) WHERE \(condition) ORDER BY \(order)"
        let live = try Row.fetchCursor(original, sql: sql)
        let replayed = try Row.fetchCursor(copy, sql: sql)
        while true {
            switch (try live.next(), try replayed.next()) {
            case (nil, nil): return nil
            case (let row?, nil): return "row \(key(of: row)) is not in the log"
            case (nil, let row?): return "row \(key(of: row)) is missing"
            case (let row?, let other?):
                if let difference = difference(row, other) { return difference }
            }
        }
    }

    private func difference(_ row: Row, _ other: Row) -> String? {
        guard row != other else { return nil }
        guard key(of: row) == key(of: other) else {
            return "row \(key(of: row)) stands where the log has \(key(of: other))"
        }
        let column = row.columnNames.first { name in
            (row[name] as DatabaseValue) != (other[name] as DatabaseValue)
        }
        return "row \(key(of: row)) differs in \(column ?? "its columns")"
    }

    private func key(of row: Row) -> String {
        order.split(separator: ",").map { part in
            let name = part.drop { $0 == " " }
            let value: DatabaseValue = row[String(name)] ?? .null
            return value.description
        }.joined(separator: " ")
    }
}

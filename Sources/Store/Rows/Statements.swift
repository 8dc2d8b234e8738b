import GRDB

/// A value bound to a statement; nil is NULL.
typealias Binding = (any DatabaseValueConvertible)?

extension Database {
    /// Executes a statement that is compiled once per connection.
    func run(_ sql: String, _ values: [Binding] = []) throws {
        try cachedStatement(sql: sql).execute(arguments: StatementArguments(values))
    }

    /// Executes a change that must meet exactly one row; false when it met none.
    func changeOne(_ sql: String, _ values: [Binding]) throws -> Bool {
        try run(sql, values)
        return changesCount == 1
    }

    /// First column of the first row; nil for no row or NULL.
    func number(_ sql: String, _ values: [Binding] = []) throws -> Int64? {
        let statement = try cachedStatement(sql: sql)
        return try Int64.fetchOne(statement, arguments: StatementArguments(values))
    }

    /// First column of the first row; nil for no row or NULL.
    func text(_ sql: String, _ values: [Binding] = []) throws -> String? {
        let statement = try cachedStatement(sql: sql)
        return try String.fetchOne(statement, arguments: StatementArguments(values))
    }

    /// First columns of all rows.
    func numbers(_ sql: String, _ values: [Binding] = []) throws -> [Int64] {
        let statement = try cachedStatement(sql: sql)
        return try Int64.fetchAll(statement, arguments: StatementArguments(values))
    }

    /// The first row, read by `make`.
    func one<T>(
        _ sql: String, _ values: [Binding] = [], _ make: (inout Fields) throws -> T
    ) throws -> T? {
        let statement = try cachedStatement(sql: sql)
        let rows = try Row.fetchCursor(statement, arguments: StatementArguments(values))
        guard let row = try rows.next() else { return nil }
        var fields = Fields(row)
        return try make(&fields)
    }

    /// All rows, each read by `make`.
    func all<T>(
        _ sql: String, _ values: [Binding] = [], _ make: (inout Fields) throws -> T
    ) throws -> [T] {
        var found: [T] = []
        try each(sql, values) { found.append(try make(&$0)) }
        return found
    }

    /// Visits all rows without keeping them.
    func each(
        _ sql: String, _ values: [Binding] = [], _ visit: (inout Fields) throws -> Void
    ) throws {
        let statement = try cachedStatement(sql: sql)
        let rows = try Row.fetchCursor(statement, arguments: StatementArguments(values))
        while let row = try rows.next() {
            var fields = Fields(row)
            try visit(&fields)
        }
    }
}

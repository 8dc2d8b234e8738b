import GRDB
package import HelpDesk
package import SwiftExtensions

extension ReadTransaction {
    /// Visits the rows of a source that a report is about, with the values of the dimensions that
    /// it groups by, in their order; a person is a number, nobody an empty word.
    package func eachReportFact(
        _ source: ReportFact.Source, _ query: ReportQuery,
        _ visit: (_ fact: ReportFact, _ group: [String]) throws -> Void
    ) throws {
        let plan = ReportPlan(source, query)
        let statement = try db.cachedStatement(sql: plan.sql)
        let rows = try Row.fetchCursor(
            statement, arguments: StatementArguments(plan.values))
        let dimensions = query.request.by
        while let row = try rows.next() {
            let fact = Self.fact(source, row)
            var group: [String] = []
            var column = ReportPlan.factColumns
            for dimension in dimensions {
                switch dimension {
                case .person: group.append(fact.person.map(String.init) ?? "")
                case .day, .week, .month:
                    let at = plan.windowInstant(of: fact)
                    let period = query.period(at: at)
                    group.append(period.map { query.periods[$0].name } ?? "")
                case .store, .marketplace, .language, .category:
                    group.append(row[column])
                    column += 1
                }
            }
            try visit(fact, group)
        }
    }

    /// How far the facts of reports have been worked out.
    package func reportMark() throws -> EventSequence {
        EventSequence(try db.number("SELECT seq FROM report_mark") ?? 0)
    }

    /// The hours in which people did something, as hours since 1970, by person.
    package func activeHours(from: Timestamp, to: Timestamp) throws -> [PersonID: Set<Int64>] {
        var hours: [PersonID: Set<Int64>] = [:]
        try db.each(
            "SELECT person, hour FROM report_hour WHERE hour >= ? AND hour < ?",
            [
                from.milliseconds.floorDivided(by: 3_600_000),
                (to.milliseconds + 3_599_999).floorDivided(by: 3_600_000),
            ]
        ) { fields in
            hours[try fields.id(), default: []].insert(try fields.number())
        }
        return hours
    }

    private static func fact(_ source: ReportFact.Source, _ row: Row) -> ReportFact {
        let state: String? = row[5]
        var fact = ReportFact(
            source: source, ticket: row[0], item: row[1], start: row[2], end: row[3],
            person: row[4], state: state.flatMap(DebtState.init(rawValue:)))
        fact.flag = row[6]
        fact.mark = row[7]
        fact.first = row[8]
        fact.second = row[9]
        return fact
    }
}

/// The statement behind a source: ten columns of the fact, then the dimensions.
struct ReportPlan {
    static let factColumns = 10
    let source: ReportFact.Source
    let sql: String
    let values: [Binding]

    init(_ source: ReportFact.Source, _ query: ReportQuery) {
        self.source = source
        let shape = Self.shape(source)
        let request = query.request
        let filter = StoreFilter(scope: query.scope, store: request.store)
        var conditions = [shape.condition, filter.condition(on: shape.column("store"))]
        var values = Self.window(source, query) + filter.values
        let filters: [(String, String?)] = [
            (shape.column("marketplace"), request.marketplace?.rawValue),
            (shape.column("language"), request.language?.rawValue),
            (shape.column("category"), request.category?.rawValue),
        ]
        for (column, value) in filters {
            guard let value else { continue }
            conditions.append("\(column) = ?")
            values.append(value)
        }
        if let person = request.person {
            conditions.append("\(shape.person) = ?")
            values.append(person.rawValue)
        }
        let dimensions = request.by.filter { $0 != .person && !$0.isPeriod }
            .map { "coalesce(\(shape.column($0.rawValue)), '')" }
        sql = """
            SELECT \((shape.columns + dimensions).joined(separator: ", "))
            FROM \(shape.table) WHERE \(conditions.joined(separator: " AND "))
            """
        self.values = values
    }

    /// The instant by which a row fell into its window.
    func windowInstant(of fact: ReportFact) -> Int64 {
        switch source {
        case .resolution, .breach, .share, .owed: fact.end ?? fact.start
        default: fact.start
        }
    }

    private static func window(_ source: ReportFact.Source, _ query: ReportQuery) -> [Binding] {
        let from = query.request.from.milliseconds
        let to = query.request.to.milliseconds
        switch source {
        case .owed:
            // As the window ended, or now: the last column of the fact and both bounds.
            let at = min(to, query.now.milliseconds)
            return [at, at, at]
        case .breach, .share: return [from, min(to, query.now.milliseconds)]
        default: return [from, to]
        }
    }
}

import GRDB
import HelpDesk
import SwiftExtensions

/// Exact totals from the maintained tally, which has one row per combination in use.
struct Tally {
    private let query: TicketQuery

    init(_ query: TicketQuery) {
        self.query = query
    }

    func total(in db: Database) throws -> Int {
        let filter = query.filter
        let shape = QueueShape(query)
        if query.category != nil || shape.index == nil || query.queue == .spam
            || query.queue == .group || query.wall != nil
        {
            return try Self.counted(shape, query, filter, in: db)
        }
        if query.queue == .late { return try Self.late(filter, at: query.now, in: db) }
        let (condition, values) = condition
        let sum = try db.number(
            """
            SELECT sum(tickets) FROM ticket_tally
            WHERE \(condition) AND \(filter.condition(on: "store"))
            """, values + filter.values)
        return Int(sum ?? 0)
    }

    /// The tally knows nothing of categories, flags and persons, so these are counted along the
    /// queue's own index.
    private static func counted(
        _ shape: QueueShape, _ query: TicketQuery, _ filter: StoreFilter, in db: Database
    ) throws -> Int {
        let way = shape.index.map { " INDEXED BY \($0)" } ?? ""
        let about = query.category.map { [$0.rawValue] as [Binding] } ?? []
        let isAbout = query.category == nil ? "" : " AND category = ?"
        return try shape.ranges.reduce(into: 0) { sum, range in
            let count = try db.number(
                """
                SELECT count(*) FROM ticket\(way)
                WHERE \(range.condition)\(isAbout) AND \(filter.condition(on: "store"))
                """, range.values + about + filter.values)
            sum += Int(count ?? 0)
        }
    }

    /// What is late depends on the clock, so it is counted along the index of what is owed. Late is
    /// what the platform or a case's deadline calls so, never the desk's own target alone.
    static func late(_ filter: StoreFilter, at now: Timestamp, in db: Database) throws -> Int {
        let count = try db.number(
            """
            SELECT count(*) FROM ticket INDEXED BY ticket_clocked
            WHERE is_clocked = 1 AND \(QueueShape.late) AND \(filter.condition(on: "store"))
            """, QueueShape.lateValues(now) + filter.values)
        return Int(count ?? 0)
    }

    private var condition: (String, [Binding]) {
        let live = "state NOT IN ('resolved', 'closed')"
        switch query.queue {
        case .mineAndUnassigned: return ("\(live) AND owner IN (0, ?)", [query.person.rawValue])
        case .mine: return ("\(live) AND owner = ?", [query.person.rawValue])
        case .unassigned: return ("\(live) AND owner = 0", [])
        case .owed, .late: return ("is_owed = 1", [])
        case .hold: return ("state = 'hold'", [])
        case .pending: return ("state = 'pending'", [])
        case .resolved: return ("state IN ('resolved', 'closed')", [])
        case .unparsed: return ("is_unparsed = 1", [])
        case .problems: return ("has_problem = 1", [])
        case .cases: return ("has_case = 1", [])
        case .ticks: return ("has_tick = 1", [])
        case .snoozed: return ("state = 'snoozed'", [])
        case .spam, .watching, .looks, .group, .urgent, .all: return ("1", [])
        }
    }
}

import GRDB
package import HelpDesk
package import SwiftExtensions

extension ReadTransaction {
    /// What the wall counts: tickets with a running clock by store, marketplace, group and owner,
    /// with bands as of an instant. One walk of an index that holds all of it.
    package func wallCells(scope: StoreScope, at now: Timestamp) throws -> [WallCell] {
        let filter = StoreFilter(scope: scope, store: nil)
        let edges = UrgencyBand.edges.map { (now + $0.below).milliseconds as Binding }
        let sums = edges.map { _ in "sum(rank < ?)" }.joined(separator: ", ")
        var cells = try db.all(
            """
            SELECT store, marketplace, ticket_group, owner, count(*), min(rank),
                \(sums)
            FROM ticket INDEXED BY ticket_wall
            WHERE is_clocked = 1 AND \(filter.condition(on: "store"))
            GROUP BY store, marketplace, ticket_group, owner
            """, edges + filter.values, Self.wallCell)
        let urgent = try urgentCells(filter)
        for index in cells.indices where cells[index].owner == nil {
            cells[index].urgent = urgent[WallPlace(cells[index])] ?? 0
        }
        return cells
    }

    private struct WallPlace: Hashable {
        var store: StoreID
        var marketplace: MarketplaceCode?
        var group: GroupID?

        init(_ cell: WallCell) {
            (store, marketplace, group) = (cell.store, cell.marketplace, cell.group)
        }

        init(from fields: inout Fields) throws {
            store = try fields.name()
            marketplace = try fields.optionalName()
            group = try fields.optionalID()
        }
    }

    private static func wallCell(from fields: inout Fields) throws -> WallCell {
        var cell = WallCell(
            store: try fields.name(), marketplace: try fields.optionalName(),
            group: try fields.optionalID(), owner: try fields.optionalID())
        let all = try fields.count()
        cell.nextLimit = try fields.time()
        var nearer = 0
        for (band, _) in UrgencyBand.edges {
            // Each holds what the one before it held.
            let below = try fields.count()
            cell.counts[band] = below - nearer
            nearer = below
        }
        cell.counts.calm = all - nearer
        return cell
    }

    /// Live tickets of nobody with a clock that a decision put into the supervisor's pane.
    private func urgentCells(_ filter: StoreFilter) throws -> [WallPlace: Int] {
        let pairs = try db.all(
            """
            SELECT ticket.store, ticket.marketplace, ticket.ticket_group, count(*)
            FROM routing_ticket INDEXED BY routing_ticket_urgent
            JOIN ticket ON ticket.id = routing_ticket.ticket
            WHERE is_urgent = 1 AND ticket.is_live = 1 AND ticket.owner IS NULL
                AND ticket.is_clocked = 1 AND \(filter.condition(on: "ticket.store"))
            GROUP BY 1, 2, 3
            """, filter.values
        ) { (try WallPlace(from: &$0), try $0.count()) }
        return Dictionary(pairs, uniquingKeysWith: +)
    }

    /// How long what is owed has been waiting, in milliseconds, one for each debt.
    package func owedAges(scope: StoreScope, at now: Timestamp) throws -> [Int64] {
        let filter = StoreFilter(scope: scope, store: nil)
        return try db.numbers(
            """
            SELECT ? - start FROM debt INDEXED BY debt_open
            WHERE state IN ('owed', 'excuse-pending') AND \(filter.condition(on: "store"))
            """, [now.milliseconds] + filter.values)
    }
}

extension QueueShape.Range {
    /// The tickets behind a number of the wall, along the order of their limits.
    init(_ filter: WallFilter, at now: Timestamp) {
        var conditions = ["is_clocked = 1"]
        var values: [Binding] = []
        if let band = filter.band {
            let (from, to) = band.limits(at: now)
            if let from {
                conditions.append("rank >= ?")
                values.append(from.milliseconds)
            }
            if let to {
                conditions.append("rank < ?")
                values.append(to.milliseconds)
            }
        }
        if let key = filter.key, let column = Self.column(filter.dimension) {
            // A column of numbers takes nothing else; what is none finds no ticket.
            let isNumber = filter.dimension == .group || filter.dimension == .person
            conditions.append(key.isEmpty ? "\(column) IS NULL" : "\(column) = ?")
            if !key.isEmpty { values.append(isNumber ? Int64(key) ?? -1 : key) }
        }
        if filter.isUnowned || filter.isUrgent { conditions.append("owner IS NULL") }
        if filter.isUrgent {
            conditions.append(
                """
                ticket.id IN (SELECT routing_ticket.ticket FROM routing_ticket
                    INDEXED BY routing_ticket_urgent WHERE routing_ticket.is_urgent = 1)
                """)
        }
        self.init(condition: conditions.joined(separator: " AND "), values: values)
    }

    private static func column(_ dimension: WallDimension) -> String? {
        switch dimension {
        case .store: "store"
        case .marketplace: "marketplace"
        case .group: "ticket_group"
        case .person: "owner"
        case .band: nil
        }
    }
}

/// What waits for a supervisor beside the tickets.
package struct WallNeedsData: Hashable, Sendable {
    package var late = 0
    package var heldBy: [PersonID: Int] = [:]
    package var problems = 0
    package var breaches = 0
    package var excused = 0
}

extension ReadTransaction {
    /// Numbers of what waits for a supervisor; breaches are those of the day before `now`.
    package func wallNeeds(scope: StoreScope, at now: Timestamp) throws -> WallNeedsData {
        let filter = StoreFilter(scope: scope, store: nil)
        var needs = WallNeedsData()
        needs.late = try Tally.late(filter, at: now, in: db)
        let held = try db.all(
            """
            SELECT author, count(*) FROM outbox
            WHERE state = 'held' AND \(filter.condition(on: "store")) GROUP BY author
            """, filter.values
        ) { (try $0.id() as PersonID, try $0.count()) }
        needs.heldBy = Dictionary(held, uniquingKeysWith: +)
        let problems = try db.number(
            """
            SELECT sum(tickets) FROM ticket_tally
            WHERE has_problem = 1 AND \(filter.condition(on: "store"))
            """, filter.values)
        needs.problems = Int(problems ?? 0)
        let breaches = try db.one(
            """
            SELECT count(*), count(excuse) FROM clock_breach INDEXED BY clock_breach_due
            WHERE kind = 'platform' AND due_at > ? AND due_at <= ?
                AND \(filter.condition(on: "store"))
            """, [(now - .days(1)).milliseconds, now.milliseconds] + filter.values
        ) { (try $0.count(), try $0.count()) }
        (needs.breaches, needs.excused) = breaches ?? (0, 0)
        return needs
    }
}

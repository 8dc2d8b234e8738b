import GRDB
import HelpDesk
import SwiftExtensions
import Testing

@testable import Store

/// Lists at scale: every page walks indexes in their order. Plans are compared, not times.
@Suite struct QueryPlanTests {
    static let now = Timestamp(seconds: 1_772_900_000)
    static let scopes: [StoreScope] = [
        .all, .only(["scale-us"]), .only(["scale-us", "scale-eu", "scale-jp"]),
        .only(Set((0..<40).map { StoreID("scale-\($0)") } + ["scale-us", "scale-uk"])),
    ]

    private static let count: Int64 = 2000

    /// Read by all tests, changed by none.
    private static let database = Result {
        let database = try DeskDatabase.inMemory()
        try ScaleFixture.fill(database, tickets: Int(count), seed: 7, now: now)
        return database
    }

    private static func query(_ queue: QueueKind, _ scope: StoreScope) -> TicketQuery {
        TicketQuery(queue: queue, scope: scope, person: PersonID(3), now: now)
    }

    @Test func pagesNeitherScanNorSort() throws {
        let database = try Self.database.get()
        // What a person watches, and what is unowned and urgent, is short: it is looked up by number
        // and sorted.
        let short: Set<QueueKind> = [.watching, .looks, .urgent]
        for queue in QueueKind.allCases where !short.contains(queue) {
            for scope in Self.scopes {
                let window = InboxWindow(Self.query(queue, scope), offset: 50, limit: 100)
                let plan = try database.writer.read { db in
                    try String.fetchAll(
                        db, sql: "EXPLAIN QUERY PLAN " + window.sql,
                        arguments: StatementArguments(window.values),
                        adapter: SuffixRowAdapter(fromIndex: 3))
                }
                let bad = plan.filter { line in
                    line.contains("TEMP B-TREE")
                        || (line.contains("ticket") && !line.contains("COVERING INDEX"))
                }
                #expect(bad == [], "\(queue) \(scope): \(plan)")
                #expect(plan.contains { $0.contains("INDEX ticket_") })
            }
        }
    }

    @Test func thePlanOfASortedScanWouldBeSeen() throws {
        let database = try Self.database.get()
        let plan = try database.writer.read { db in
            try String.fetchAll(
                db, sql: "EXPLAIN QUERY PLAN SELECT id FROM ticket ORDER BY language",
                adapter: SuffixRowAdapter(fromIndex: 3))
        }
        #expect(plan.contains { $0.contains("TEMP B-TREE") })
    }

    /// Lists, totals and counts against a plain walk over all tickets.
    @Test func pagesAndTotalsAreExact() throws {
        let database = try Self.database.get()
        let tickets = try database.readSync { db in
            try (1...Self.count).compactMap { try db.ticket(TicketID($0)) }
        }
        #expect(tickets.count == Int(Self.count))
        for queue in QueueKind.allCases {
            for scope in Self.scopes {
                let query = Self.query(queue, scope)
                let wanted = Self.sorted(tickets.filter { Self.belongs($0, query) }).map(\.id)
                let (page, total) = try database.readSync { db in
                    (
                        try db.ticketRows(query, offset: 20, limit: 30).map(\.ticket.id),
                        try db.ticketTotal(query)
                    )
                }
                #expect(total == wanted.count, "\(queue) \(scope)")
                #expect(page == Array(wanted.dropFirst(20).prefix(30)), "\(queue) \(scope)")
            }
        }
    }

    private static func sorted(_ tickets: [Ticket]) -> [Ticket] {
        tickets.sorted { left, right in
            switch (left.actBy, right.actBy) {
            case (let one?, let other?): (one, left.id) < (other, right.id)
            case (nil, nil):
                (right.lastActivityAt, left.id) < (left.lastActivityAt, right.id)
            case (let one, _): one != nil
            }
        }
    }

    private static func belongs(_ ticket: Ticket, _ query: TicketQuery) -> Bool {
        guard query.scope.contains(ticket.store) else { return false }
        let isLive = ticket.state != .resolved && ticket.state != .closed
        switch query.queue {
        case .mineAndUnassigned:
            return isLive && (ticket.owner == nil || ticket.owner == query.person)
        case .mine: return isLive && ticket.owner == query.person
        case .unassigned: return isLive && ticket.owner == nil
        case .owed: return ticket.owedDebts > 0
        case .late:
            let deadlines = [ticket.nextDue, ticket.tickDue, ticket.caseDue].compactMap { $0 }
            return deadlines.contains { $0 < query.now }
        case .hold: return ticket.state == .hold
        case .pending: return ticket.state == .pending
        case .resolved: return !isLive
        case .unparsed, .problems, .group, .urgent: return false
        case .cases: return ticket.openCases > 0
        case .ticks: return ticket.excuseDebts > 0
        case .snoozed: return ticket.state == .snoozed
        case .spam: return ticket.clockDue != nil && ticket.flags.contains(.spam)
        case .watching, .looks: return false
        case .all: return true
        }
    }

    @Test func theFixtureReplays() throws {
        #expect(try Self.database.get().rebuildSync().differences == [:])
    }
}

import GRDB
import HelpDesk
import SwiftExtensions
import Testing

@testable import Store

@Suite struct ReportFactsTests {
    /// However the work is cut into portions, the facts are those of one fold at the end.
    @Test(arguments: [4, 5] as [UInt64])
    func portionsGiveTheFactsOfTheWhole(_ seed: UInt64) throws {
        var day = try RandomDay(seed: seed)
        for step in 0..<300 {
            try day.step()
            if step % 7 == 0 { _ = try day.desk.write { try $0.foldReports(limit: 20) } }
        }
        let desk = day.desk
        while try desk.write({ try $0.foldReports(limit: 50) }) {}
        let piecemeal = try Self.rows(desk)
        try desk.write { try $0.clearReports() }
        #expect(try Self.rows(desk).allSatisfy { $0.value.isEmpty })
        while try desk.write({ try $0.foldReports() }) {}
        #expect(try Self.rows(desk) == piecemeal)
        #expect(piecemeal["report_debt"]?.isEmpty == false)
        #expect(try desk.read { try $0.reportMark() == $0.lastSequence() })
    }

    @Test func figuresCountWhatTheScopeShows() throws {
        let desk = try Desk()
        for store in [Desk.us, Desk.eu] {
            let ticket = try desk.ticket(store: store)
            _ = try desk.buyerMessage(ticket)
        }
        desk.now = desk.now + .hours(1)
        while try desk.write({ try $0.foldReports() }) {}
        let request = ReportRequest(
            kind: .kpi, from: desk.now - .days(1), to: desk.now, by: [.store])
        #expect(try Self.groups(desk, request, .all) == ["nova-eu": 1, "nova-us": 1])
        #expect(try Self.groups(desk, request, .only([Desk.eu])) == ["nova-eu": 1])
        var narrowed = request
        narrowed.store = Desk.us
        #expect(try Self.groups(desk, narrowed, .only([Desk.eu])) == [:])
    }

    /// A window is a walk along the rows' own order, never a scan.
    @Test(arguments: ReportFact.Source.allCases.filter { $0 != .rating && $0 != .owed })
    func windowsAreWalks(_ source: ReportFact.Source) throws {
        let desk = try Desk()
        let now = desk.now
        let query = ReportQuery(
            ReportRequest(kind: .kpi, from: now - .days(1), to: now), scope: .all, now: now)
        let plan = ReportPlan(source, query)
        let steps = try desk.database.writer.read { db in
            try Row.fetchAll(
                db, sql: "EXPLAIN QUERY PLAN " + plan.sql,
                arguments: StatementArguments(plan.values)
            ).map { row -> String in row["detail"] }
        }
        #expect(steps.allSatisfy { !$0.hasPrefix("SCAN") }, "\(steps)")
    }

    private static func groups(
        _ desk: Desk, _ request: ReportRequest, _ scope: StoreScope
    ) throws -> [String: Int] {
        var counts: [String: Int] = [:]
        try desk.read { transaction in
            let query = ReportQuery(request, scope: scope, now: desk.now)
            try transaction.eachReportFact(.debt, query) { _, group in
                counts[group.joined(), default: 0] += 1
            }
        }
        return counts
    }

    private static func rows(_ desk: Desk) throws -> [String: [String]] {
        try desk.database.writer.read { db in
            var rows: [String: [String]] = [:]
            for table in ReportFolder.tables {
                rows[table] = try Row.fetchAll(db, sql: "SELECT * FROM \(table)")
                    .map(\.description).sorted()
            }
            return rows
        }
    }
}

package import HelpDesk
import Store
import SwiftExtensions
package import Wire

extension OpenFigure: DeskCall {
    package static let need: Need = .verb(.report)
    /// More rows than anybody reads make no answer better.
    private static let mostRows = 5_000

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        let request = try await desk.reach(request, of: caller)
        guard let source = figure.opened, keys.isEmpty || keys.count == request.by.count else {
            throw DeskError(.badRequest, ["field": "figure"])
        }
        try await desk.foldReports()
        let now = desk.clock.now
        let calendar = ReportCalendar(zone: desk.reportZone(of: caller))
        let most = min(max(limit, 1), Self.mostRows)
        return try await desk.database.read { transaction in
            let query = ReportQuery(request, scope: caller.scope, now: now, calendar)
            let rows = try FigureRows(transaction, query, for: caller)
            switch source {
            case .facts(let source): return try reply(rows, source, query, most: most)
            case .hours:
                let person = try person(in: query, transaction, for: caller)
                return Self.reply(try rows.hours(of: person), most)
            case .samples: return Self.reply(try rows.samples(), most)
            }
        }
    }

    private static func reply(_ rows: [FigureRow], _ most: Int) -> Reply {
        Reply(rows: Array(rows.prefix(most)), count: rows.count)
    }

    private func reply(
        _ rows: FigureRows, _ source: ReportFact.Source, _ query: ReportQuery, most: Int
    ) throws -> Reply {
        var facts: [ReportFact] = []
        var count = 0
        try rows.transaction.eachReportFact(source, query) { fact, group in
            guard keys.isEmpty || group == keys,
                figure.counts(fact, now: query.now.milliseconds)
            else { return }
            count += 1
            if facts.count < most { facts.append(fact) }
        }
        return Reply(rows: try rows.rows(of: facts), count: count)
    }

    /// Whose hours a figure counts: those of its group's person, else of the request's. Nobody's
    /// where the caller may ask about somebody else only, or the report has nothing of that person.
    private func person(
        in query: ReportQuery, _ transaction: ReadTransaction, for caller: Principal
    ) throws -> PersonID? {
        let request = query.request
        var person = request.person
        if let place = request.by.firstIndex(of: .person), keys.indices.contains(place) {
            let named = Int64(keys[place]).map { PersonID($0) }
            guard person == nil || person == named else { return nil }
            person = named
        }
        var stands = person == caller.person
        for source in Set(request.kind.figures.compactMap(\.source)) where !stands {
            try transaction.eachReportFact(source, query) { _, group in
                stands = stands || keys.isEmpty || group == keys
            }
        }
        return stands ? person : nil
    }
}

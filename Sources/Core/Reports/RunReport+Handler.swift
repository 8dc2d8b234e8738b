package import HelpDesk
import Store
import SwiftExtensions
package import Wire

extension RunReport: DeskCall {
    package static let need: Need = .verb(.report)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        let request = try await desk.reach(request, of: caller)
        try await desk.foldReports()
        let now = desk.clock.now
        let calendar = ReportCalendar(zone: desk.reportZone(of: caller))
        var report = try await desk.database.read { transaction in
            let query = ReportQuery(request, scope: caller.scope, now: now, calendar)
            var report = try ReportBuilder(transaction, query, calendar).report()
            if !caller.may(.read) { report.hideWords() }
            return report
        }
        if request.kind == .faq, caller.rights.allows(.supervise, .stores) {
            let placing = try await CategoryTrainer(desk: desk).report()
            report.placing = placing.both.count == 0 ? nil : placing
        }
        if request.kind == .quality, caller.rights.allows(.supervise, .stores) {
            report.wording = try await desk.wordingReport(request, for: caller)
        }
        return Reply(report: report)
    }
}

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
            var facts: [ReportFact] = []
            var count = 0
            try transaction.eachReportFact(source, query) { fact, group in
                guard keys.isEmpty || group == keys,
                    figure.counts(fact, now: now.milliseconds)
                else { return }
                count += 1
                if facts.count < most { facts.append(fact) }
            }
            let rows = try transaction.rows(of: facts, showsSubjects: caller.may(.read))
            return Reply(rows: rows, count: count)
        }
    }
}

extension ReportView {
    /// Figures for somebody who reads no buyer's words.
    fileprivate mutating func hideWords() {
        guard let clusters = questions?.clusters else { return }
        questions?.clusters = clusters.map { cluster in
            var cluster = cluster
            (cluster.text, cluster.words) = ("", [])
            return cluster
        }
    }
}

extension ReportQuery {
    /// A query with the periods that its request groups by.
    init(
        _ request: ReportRequest, scope: StoreScope, now: Timestamp, _ calendar: ReportCalendar
    ) {
        let period = request.by.first(where: \.isPeriod)
        self.init(
            request, scope: scope, now: now,
            periods: period.map {
                calendar.periods($0, from: request.from, to: request.to)
            } ?? [])
    }
}

extension ReadTransaction {
    /// Rows as people read them. A rating without a ticket, or a ticket that was erased, has only
    /// its times.
    fileprivate func rows(of facts: [ReportFact], showsSubjects: Bool) throws -> [FigureRow] {
        let names = Dictionary(
            try people().map { ($0.id.rawValue, $0.displayName) },
            uniquingKeysWith: { first, _ in first })
        return try facts.map { fact in
            let ticket = TicketID(fact.ticket)
            let headline = try headline(of: ticket)
            return FigureRow(
                ticket: ticket, item: fact.item, store: headline?.store,
                person: fact.person.flatMap { names[$0] },
                start: Timestamp(milliseconds: fact.start),
                end: fact.end.map { Timestamp(milliseconds: $0) }, state: fact.state,
                subject: showsSubjects ? headline?.subject : nil)
        }
    }
}

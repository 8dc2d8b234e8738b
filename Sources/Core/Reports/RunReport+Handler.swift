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

import Foundation
import HelpDesk
import Store
import SwiftExtensions

/// Works a report out on one unchanging state of the database.
struct ReportBuilder {
    let transaction: ReadTransaction
    let query: ReportQuery
    let calendar: ReportCalendar
    private let days: [ReportQuery.Period]

    init(_ transaction: ReadTransaction, _ query: ReportQuery, _ calendar: ReportCalendar) {
        self.transaction = transaction
        self.query = query
        self.calendar = calendar
        days = calendar.periods(.day, from: query.request.from, to: query.request.to)
    }

    private var request: ReportRequest { query.request }

    func report() throws -> ReportView {
        let counted = try count()
        var total = counted.whole
        let hours = try transaction.activeHours(from: request.from, to: request.to)
        if let person = request.person {
            total.activeHours = hours[person] ?? []
        } else if request.kind == .agents {
            total.activeHours = []
        }
        let names = try names()
        var view = ReportView(
            request: request, asOf: query.now, zone: calendar.zone.identifier,
            counted: try transaction.reportMark(),
            total: ReportGroup(
                keys: [], labels: [], figures: total.values(request.kind.figures),
                trends: trends(counted.days)),
            groups: groups(counted, hours: hours, names: names))
        view.days = days.map(\.name)
        view.firstCurve = total.first.curve.thinned(to: Self.curvePoints)
        view.nextCurve = total.next.curve.thinned(to: Self.curvePoints)
        view.arrivalsByHour = counted.hours
        try addSpecials(&view, names: names)
        return view
    }

    /// As many points as any screen or page can show.
    private static let curvePoints = 200

    // MARK: Counting

    private struct Counted {
        var whole = FigureTally()
        var groups: [[String]: FigureTally] = [:]
        var days: [Int: FigureTally] = [:]
        var groupDays: [[String]: [Int: FigureTally]] = [:]
        var hours = Array(repeating: Array(repeating: 0, count: 24), count: 7)
    }

    private func count() throws -> Counted {
        let now = query.now.milliseconds
        var counted = Counted()
        let sources = Set(request.kind.figures.compactMap(\.source))
        let grouped = !request.by.isEmpty
        let withHours = sources.contains(.debt)
        let byDay = ReportQuery(request, scope: query.scope, now: query.now, periods: days)
        var places = HourPlaces(calendar: calendar)
        for source in ReportFact.Source.allCases where sources.contains(source) {
            try transaction.eachReportFact(source, query) { fact, group in
                counted.whole.add(fact, now: now)
                let day = source == .owed ? nil : byDay.period(at: source.instant(of: fact))
                if let day { counted.days[day, default: FigureTally()].add(fact, now: now) }
                if withHours, source == .debt, fact.state != .void {
                    let place = places[fact.start]
                    counted.hours[place.day][place.hour] += 1
                }
                guard grouped else { return }
                counted.groups[group, default: FigureTally()].add(fact, now: now)
                if let day {
                    counted.groupDays[group, default: [:]][day, default: FigureTally()]
                        .add(fact, now: now)
                }
            }
        }
        return counted
    }

    private func groups(
        _ counted: Counted, hours: [PersonID: Set<Int64>], names: [String: String]
    ) -> [ReportGroup] {
        let person = request.by.firstIndex(of: .person)
        let withTrends = !request.by.contains(where: \.isPeriod)
        return counted.groups.keys.sorted { $0.lexicographicallyPrecedes($1) }.map { keys in
            var tally = counted.groups[keys] ?? FigureTally()
            if let person, let number = Int64(keys[person]) {
                tally.activeHours = hours[PersonID(number)] ?? []
            }
            let labels = zip(request.by, keys).map { dimension, key in
                dimension == .person ? names[key] ?? key : key
            }
            return ReportGroup(
                keys: keys, labels: labels, figures: tally.values(request.kind.figures),
                trends: withTrends ? trends(counted.groupDays[keys] ?? [:]) : [])
        }
    }

    /// A day without any case of a figure is a gap, not a zero; a count of nothing is zero.
    private func trends(_ tallies: [Int: FigureTally]) -> [ReportTrend] {
        let empty = FigureTally()
        let kinds = request.kind.trends
        var points = Array(repeating: [Double?](), count: kinds.count)
        for day in days.indices {
            let values = (tallies[day] ?? empty).values(kinds)
            for (index, value) in values.enumerated() { points[index].append(value.value) }
        }
        return zip(kinds, points).map { ReportTrend(kind: $0, points: $1) }
    }

    private func names() throws -> [String: String] {
        Dictionary(
            try transaction.people().map { (String($0.id.rawValue), $0.displayName) },
            uniquingKeysWith: { first, _ in first })
    }

    // MARK: What only some reports have

    private func addSpecials(_ view: inout ReportView, names: [String: String]) throws {
        switch request.kind {
        case .backlog:
            let ends = days.dropFirst().map(\.start) + [min(request.to, query.now)]
            view.backlog = BacklogPoint.course(
                at: ends.filter { $0 <= query.now }, spans: try transaction.owedSpans(query))
        case .faq: view.questions = try questions()
        case .satisfaction: view.signals = try signals()
        case .quality:
            let quality = try quality(names: names)
            view.quality = quality.report
            view.total.figures = [quality.figure]
        case .reconcile: view.reconciliation = try reconciliation()
        case .kpi, .sla, .agents: break
        }
    }

    private func questions() throws -> ReportQuestions {
        let week = request.to - .days(7)
        let before = request.to - .days(14)
        let (found, population) = try transaction.questions(query, limit: QuestionReport.limit)
        return ReportQuestions(
            categories: try transaction.questionCounts(query, week: week, before: before),
            clusters: QuestionReport.clusters(of: found, week: week, before: before),
            read: found.count, population: population)
    }

    private func signals() throws -> [AccountSignal] {
        let stores = try transaction.stores().map(\.id).filter { store in
            query.scope.contains(store) && (request.store ?? store) == store
        }
        return try stores.flatMap { store -> [AccountSignal] in
            let newest = try transaction.accountReports(of: store, .health, limit: 5)
                .first { $0.rowCount != nil }
            guard let report = newest?.report else { return [] }
            return try transaction.health(of: report.id)
                .filter { $0.kind == .metric || $0.kind == .account || $0.kind == .rating }
                .map {
                    AccountSignal(
                        store: store, name: $0.name, status: $0.status, value: $0.value,
                        target: $0.target, reportedAt: report.createdAt)
                }
        }
    }

    private func quality(
        names: [String: String]
    ) throws -> (report: QualityReport, figure: FigureValue) {
        let samples = try transaction.qualitySamples(of: query)
        let scores = try transaction.qualityScores(of: samples.map(\.id))
        return (
            QualityReports.report(samples: samples, scores: scores, names: names),
            QualityReports.figure(scores)
        )
    }

    private func reconciliation() throws -> [Reconciliation] {
        let last = calendar.dayName(of: request.to - .milliseconds(1))
        let figures = try transaction.amazonFigures(
            scope: query.scope, store: request.store, until: last)
        return try figures.compactMap { figure in
            guard let day = calendar.instant(of: figure.day) else { return nil }
            let to = day + .days(1)
            return try reconciled(figure, from: to - .days(Int64(figure.days)), to: to)
        }
    }

    private func reconciled(_ figure: AmazonFigure, from: Timestamp, to: Timestamp) throws
        -> Reconciliation
    {
        var rate = LateRate()
        var candidates: [Reconciliation.Candidate] = []
        for row in try transaction.reconcilable(figure.store, from: from, to: to) {
            let message = row.message
            let took = ((message.dischargedAt ?? query.now) - message.start).wholeMilliseconds
            rate.count(message.state, took: took)
            let causes = Reconciliation.causes(of: message, from: from, to: to, now: query.now)
            guard !causes.isEmpty else { continue }
            candidates.append(
                Reconciliation.Candidate(
                    ticket: row.ticket, debt: row.debt, start: message.start, causes: causes))
        }
        return Reconciliation(amazon: figure, desk: rate, candidates: candidates)
    }
}

/// Hours of the week; the zone is asked once for each hour, since asking takes longer than counting.
private struct HourPlaces {
    let calendar: ReportCalendar
    private var known: [Int64: (day: Int, hour: Int)] = [:]

    init(calendar: ReportCalendar) {
        self.calendar = calendar
    }

    subscript(milliseconds: Int64) -> (day: Int, hour: Int) {
        mutating get {
            // Zones differ by quarters of an hour, so a quarter lies in one hour everywhere.
            let quarter = milliseconds.floorDivided(by: 900_000)
            if let place = known[quarter] { return place }
            let place = calendar.hourOfWeek(Timestamp(milliseconds: milliseconds))
            known[quarter] = place
            return place
        }
    }
}

extension ReportFact.Source {
    /// The instant by which a row fell into its window.
    fileprivate func instant(of fact: ReportFact) -> Int64 {
        switch self {
        case .resolution, .breach, .share: fact.end ?? fact.start
        default: fact.start
        }
    }
}

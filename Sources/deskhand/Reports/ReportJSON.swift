import HelpDesk
import Localization
import SwiftExtensions

/// A report as `--json` prints it. Its keys are a stable interface.
enum ReportJSON {
    static func document(_ report: ReportView, _ words: Words) -> JSONValue {
        let request = report.request
        var document: [String: JSONValue] = [
            "report": .text(request.kind.rawValue), "from": JSONValue(request.from),
            "to": JSONValue(request.to), "zone": .text(report.zone),
            "as_of": JSONValue(report.asOf), "event": JSONValue(report.counted),
            "by": .list(request.by.map { .text($0.rawValue) }),
            "total": group(report.total, request, words),
            "groups": .list(report.groups.map { group($0, request, words) }),
            "days": .list(report.days.map(JSONValue.text)),
            "arrivals_by_hour": .list(
                report.arrivalsByHour.map { .list($0.map { .integer(Int64($0)) }) }),
            "first_response_curve": .list(report.firstCurve.map(step)),
            "next_response_curve": .list(report.nextCurve.map(step)),
            "backlog": .list(report.backlog.map(backlog)),
            "reconciliation": .list(report.reconciliation.map(reconciliation)),
            "account": .list(report.signals.map(signal)),
        ]
        document["questions"] = report.questions.map(questions) ?? .null
        document["quality"] = report.quality.map(quality) ?? .null
        document["warnings"] =
            report.wording.map { WarningFates(report: $0, words: words).document } ?? .null
        return .object(document)
    }

    private static func group(
        _ group: ReportGroup, _ request: ReportRequest, _ words: Words
    ) -> JSONValue {
        let keys = zip(request.by, group.keys).map { ($0.rawValue, JSONValue.text($1)) }
        return [
            "keys": .object(Dictionary(keys, uniquingKeysWith: { first, _ in first })),
            "figures": .list(group.figures.map { figure($0, words) }),
            "trends": .object(
                Dictionary(
                    group.trends.map {
                        ($0.kind.rawValue, JSONValue.list($0.points.map { JSONValue($0) }))
                    }, uniquingKeysWith: { first, _ in first })),
        ]
    }

    private static func figure(_ figure: FigureValue, _ words: Words) -> JSONValue {
        [
            "figure": .text(figure.kind.rawValue), "value": JSONValue(figure.value),
            "unit": .text(figure.kind.unit.rawValue), "n": .integer(Int64(figure.n)),
            "censored": .integer(Int64(figure.censored)), "low": JSONValue(figure.interval?.low),
            "high": JSONValue(figure.interval?.high),
            "window": .text(figure.kind.window.rawValue), "time_base": .text("elapsed"),
            "formula": .text(FigureFormulas.formula(figure.kind, words)),
        ]
    }

    private static func step(_ step: SurvivalCurve.Step) -> JSONValue {
        ["at": .integer(step.at), "waiting": .number(step.waiting)]
    }

    private static func backlog(_ point: BacklogPoint) -> JSONValue {
        [
            "at": JSONValue(point.at), "owed": .integer(Int64(point.owed)),
            "late": .integer(Int64(point.late)), "under_2h": .integer(Int64(point.near)),
            "under_8h": .integer(Int64(point.soon)), "later": .integer(Int64(point.calm)),
            "age_median": JSONValue(point.ages.map { Double($0.median) }),
            "age_p90": JSONValue(point.ages.map { Double($0.p90) }),
            "age_highest": JSONValue(point.ages.map { Double($0.highest) }),
        ]
    }

    private static func signal(_ signal: AccountSignal) -> JSONValue {
        [
            "store": .text(signal.store.rawValue), "name": .text(signal.name),
            "status": .text(signal.status), "value": JSONValue(signal.value),
            "target": JSONValue(signal.target), "reported_at": JSONValue(signal.reportedAt),
        ]
    }

    private static func reconciliation(_ line: Reconciliation) -> JSONValue {
        [
            "store": .text(line.amazon.store.rawValue), "day": .text(line.amazon.day),
            "days": .integer(Int64(line.amazon.days)), "amazon": JSONValue(line.amazon.lateRate),
            "desk": JSONValue(line.desk.rate), "n": .integer(Int64(line.desk.population)),
            "difference": JSONValue(line.difference),
            "differing_messages": JSONValue(line.differingMessages),
            "unexplained": JSONValue(line.unexplained),
            "candidates": .list(
                line.candidates.map { candidate in
                    [
                        "ticket": JSONValue(candidate.ticket), "debt": JSONValue(candidate.debt),
                        "start": JSONValue(candidate.start),
                        "causes": .list(candidate.causes.map { .text($0.rawValue) }),
                    ]
                }),
        ]
    }

    private static func ratio(_ ratio: RateRatio) -> JSONValue {
        [
            "value": JSONValue(ratio.ratio), "low": JSONValue(ratio.interval?.low),
            "high": JSONValue(ratio.interval?.high),
        ]
    }

    private static func questions(_ questions: ReportQuestions) -> JSONValue {
        [
            "read": .integer(Int64(questions.read)),
            "population": .integer(Int64(questions.population)),
            "categories": .list(
                questions.categories.map { category in
                    [
                        "category": .text(category.category.rawValue),
                        "count": .integer(Int64(category.all)),
                        "week": .integer(Int64(category.week)),
                        "week_before": .integer(Int64(category.weekBefore)),
                        "ratio": ratio(category.ratio),
                    ]
                }),
            "clusters": .list(questions.clusters.map(cluster)),
        ]
    }

    private static func cluster(_ cluster: ReportQuestions.Cluster) -> JSONValue {
        [
            "language": .text(cluster.language.rawValue),
            "words": .list(cluster.words.map(JSONValue.text)),
            "count": .integer(Int64(cluster.count)), "example": .text(cluster.text),
            "ticket": JSONValue(cluster.ticket), "asin": JSONValue(cluster.asin),
            "messages": .list(cluster.messages.map { JSONValue($0) }),
            "week": .integer(Int64(cluster.week)),
            "week_before": .integer(Int64(cluster.weekBefore)), "ratio": ratio(cluster.ratio),
        ]
    }

    private static func quality(_ quality: QualityReport) -> JSONValue {
        [
            "drawn": .integer(Int64(quality.drawn)), "judged": .integer(Int64(quality.scored)),
            "open": .integer(Int64(quality.open)),
            "people": .list(
                quality.lines.map { line in
                    [
                        "person": .integer(line.person.rawValue), "name": .text(line.name),
                        "score": .number(line.standing.mean.mean),
                        "low": JSONValue(line.standing.mean.interval?.low),
                        "high": JSONValue(line.standing.mean.interval?.high),
                        "n": .integer(Int64(line.standing.mean.n)),
                        "rank": JSONValue(line.standing.rank),
                        "policy_fails": .integer(Int64(line.policyFails)),
                    ]
                }),
            "agreement": .list(
                quality.agreements.map { agreement in
                    [
                        "criterion": .text(agreement.criterion.rawValue),
                        "kappa": JSONValue(agreement.kappa.value),
                        "agreement": .number(agreement.kappa.agreement),
                        "n": .integer(Int64(agreement.kappa.n)),
                    ]
                }),
        ]
    }
}

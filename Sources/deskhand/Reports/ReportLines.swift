import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets

/// A report as lines for a terminal, and as a table for a spreadsheet.
enum ReportLines {
    /// One row a figure and group; the formula travels with it.
    static func table(_ report: ReportView, _ words: Words) -> ReportTable {
        let dimensions = report.request.by.map(\.rawValue)
        var table = ReportTable(
            columns: dimensions + [
                "figure", "value", "unit", "n", "censored", "low", "high", "window", "formula",
            ], rows: [])
        for group in [report.total] + report.groups {
            let keys: [ReportCell] =
                group.keys.isEmpty
                ? dimensions.map { _ in .text(nil) } : group.labels.map { .text($0) }
            for figure in group.figures {
                table.rows.append(
                    keys + [
                        .text(figure.kind.rawValue), .text(number(figure.value)),
                        .text(figure.kind.unit.rawValue), .number(figure.n),
                        .number(figure.censored), .text(number(figure.interval?.low)),
                        .text(number(figure.interval?.high)),
                        .text(figure.kind.window.rawValue),
                        .text(FigureFormulas.formula(figure.kind, words)),
                    ])
            }
        }
        return table
    }

    static func lines(_ report: ReportView, _ words: Words) -> [String] {
        var lines = heading(report, words)
        for group in [report.total] + report.groups where !group.figures.isEmpty {
            let name = group.keys.isEmpty ? words(ReportWords.total) : label(group, words)
            lines += ["", SafeText.line(name)] + figures(group, words)
        }
        if !report.backlog.isEmpty { lines += [""] + backlog(report, words) }
        if let questions = report.questions { lines += [""] + self.questions(questions, words) }
        if let quality = report.quality { lines += [""] + self.quality(quality, words) }
        if let wording = report.wording {
            lines += [""] + WarningFates(report: wording, words: words).lines
        }
        lines += report.reconciliation.flatMap { [""] + reconciliation($0, words) }
        if !report.signals.isEmpty { lines += [""] + signals(report.signals, words) }
        return lines
    }

    static func heading(_ report: ReportView, _ words: Words) -> [String] {
        let time = LocalTime(zone: report.zone, language: .english)
        let from = stamp(report.request.from, time)
        let to = stamp(report.request.to, time)
        return [
            words(ReportWords.kind(report.request.kind)),
            words(
                ReportWords.window(
                    from: from, to: to, zone: SafeText.line(report.zone),
                    utcFrom: report.request.from.iso8601, utcTo: report.request.to.iso8601)),
            words(
                ReportWords.made(
                    at: report.asOf.iso8601, event: String(report.counted.rawValue))),
        ]
    }

    static func label(_ group: ReportGroup, _ words: Words) -> String {
        group.labels.map { $0.isEmpty ? words(ReportWords.nobody) : $0 }
            .joined(separator: " · ")
    }

    private static func stamp(_ instant: Timestamp, _ time: LocalTime) -> String {
        let civil = time.civil(instant)
        let parts = [civil.month, civil.day, civil.hour, civil.minute].map {
            $0 < 10 ? "0\($0)" : "\($0)"
        }
        return "\(civil.year)-\(parts[0])-\(parts[1]) \(parts[2]):\(parts[3])"
    }

    private static func figures(_ group: ReportGroup, _ words: Words) -> [String] {
        let trends = Dictionary(
            group.trends.map { ($0.kind, $0.points) }, uniquingKeysWith: { first, _ in first })
        var table = TextTable([
            words(ReportWords.figure), words(ReportWords.value), words(ReportWords.interval),
            words(ReportWords.cases), words(ReportWords.open), words(ReportWords.trend),
        ])
        for figure in group.figures {
            let trend = trends[figure.kind].map { points in
                TrendCells(points).line(width: 60).map(\.text).joined()
            }
            table.add([
                words(FigureTitles.title(figure.kind)), FigureText.value(figure),
                FigureText.interval(figure) ?? "", String(figure.n),
                figure.censored > 0 ? String(figure.censored) : "", trend ?? "",
            ])
        }
        return table.lines
    }

    private static func backlog(_ report: ReportView, _ words: Words) -> [String] {
        let time = LocalTime(zone: report.zone, language: .english)
        let most = report.backlog.map(\.owed).max() ?? 0
        var table = TextTable([
            words(ReportWords.backlogCourse), words(FigureTitles.title(.owedDebts)),
            words(ReportWords.bandLate), words(FigureTitles.title(.owedAgeMedian)),
            words(FigureTitles.title(.owedAgeP90)), words(FigureTitles.title(.owedAgeHighest)),
            "",
        ])
        for point in report.backlog {
            let bar = ShareBar(value: Double(point.owed), limit: Double(max(1, most)))
            table.add([
                stamp(point.at, time), String(point.owed), String(point.late),
                FigureText.text(point.ages.map { Double($0.median) }, .milliseconds),
                FigureText.text(point.ages.map { Double($0.p90) }, .milliseconds),
                FigureText.text(point.ages.map { Double($0.highest) }, .milliseconds),
                bar.line(width: 24).map(\.text).joined(),
            ])
        }
        return table.lines
    }

    static func ratio(_ ratio: RateRatio) -> String {
        let value = FigureText.text(ratio.ratio, .ratio)
        guard let interval = ratio.interval else { return value }
        let low = FigureText.text(interval.low, .ratio)
        let high = FigureText.text(interval.high, .ratio)
        return "\(value) (\(low) - \(high))"
    }

    private static func questions(_ questions: ReportQuestions, _ words: Words) -> [String] {
        var categories = TextTable([
            words(ReportWords.categories), words(ReportWords.count),
            words(FigureTitles.title(.questionRatio)),
        ])
        for category in questions.categories {
            categories.add([
                words(CategoryWords.phrase(category.category)), String(category.all),
                "\(category.week) / \(category.weekBefore)  \(ratio(category.ratio))",
            ])
        }
        var clusters = TextTable([
            words(ReportWords.count), words(ReportWords.dimension(.language)), "ASIN",
            words(FigureTitles.title(.questionRatio)), words(ReportWords.words),
            words(ReportWords.example),
        ])
        for cluster in questions.clusters {
            clusters.add([
                String(cluster.count), cluster.language.rawValue, cluster.asin ?? "-",
                "\(cluster.week) / \(cluster.weekBefore)", cluster.words.joined(separator: " "),
                "#\(cluster.ticket.rawValue) \(cluster.text)",
            ])
        }
        let title = words(
            ReportWords.clusters(
                read: String(questions.read), all: String(questions.population)))
        return categories.lines + ["", title] + clusters.lines
    }

    private static func quality(_ quality: QualityReport, _ words: Words) -> [String] {
        var people = TextTable([
            words(ReportWords.rank), words(ReportWords.dimension(.person)),
            words(FigureTitles.title(.qualityScore)), words(ReportWords.interval),
            words(ReportWords.cases), words(ReportWords.policyFails),
        ])
        for line in quality.lines {
            let score = score(line)
            people.add([
                line.standing.rank.map(String.init) ?? words(ReportWords.noRank), line.name,
                FigureText.value(score), FigureText.interval(score) ?? "-", String(score.n),
                String(line.policyFails),
            ])
        }
        var judges = TextTable([
            words(ReportWords.agreement), "kappa", "%", words(ReportWords.cases),
        ])
        for agreement in quality.agreements {
            judges.add([
                words(ReportWords.criterion(agreement.criterion)), kappa(agreement.kappa.value),
                FigureText.text(agreement.kappa.agreement, .share), String(agreement.kappa.n),
            ])
        }
        return [drawn(quality, words)] + people.lines + [""] + judges.lines
    }

    static func score(_ line: QualityReport.Line) -> FigureValue {
        FigureValue(
            .qualityScore, line.standing.mean.mean, n: line.standing.mean.n,
            interval: line.standing.mean.interval)
    }

    static func kappa(_ value: Double?) -> String {
        guard let value else { return "-" }
        let hundredths = Int((abs(value) * 100).rounded())
        let digits = hundredths % 100 < 10 ? "0\(hundredths % 100)" : "\(hundredths % 100)"
        return (value < 0 ? "-" : "") + "\(hundredths / 100).\(digits)"
    }

    static func drawn(_ quality: QualityReport, _ words: Words) -> String {
        words(
            ReportWords.drawn(
                drawn: String(quality.drawn), scored: String(quality.scored),
                open: String(quality.open)))
    }

    private static func signals(_ signals: [AccountSignal], _ words: Words) -> [String] {
        var table = TextTable([
            words(ReportWords.signals), words(ReportWords.dimension(.store)),
            words(ReportWords.value), "",
        ])
        for signal in signals {
            table.add([
                signal.name, signal.store.rawValue, signal.value ?? "-", signal.status,
            ])
        }
        return table.lines
    }

    private static func reconciliation(_ line: Reconciliation, _ words: Words) -> [String] {
        let head =
            "\(line.amazon.store.rawValue)  \(line.amazon.day)  \(line.amazon.days) d  "
            + "\(words(ReportWords.amazon)) \(FigureText.text(line.amazon.lateRate, .share))  "
            + "\(words(ReportWords.desk)) \(FigureText.text(line.desk.rate, .share))  "
            + "\(words(ReportWords.difference)) \(FigureText.text(line.difference, .share))  "
            + "\(words(ReportWords.unexplained)) \(line.unexplained.map(String.init) ?? "-")"
        var table = TextTable([words(ReportWords.candidates), ""])
        for candidate in line.candidates {
            table.add([
                "#\(candidate.ticket.rawValue)  \(candidate.start.iso8601)",
                candidate.causes.map { words(ReportWords.cause($0)) }.joined(separator: ", "),
            ])
        }
        return [SafeText.line(head)] + table.lines
    }

    private static func number(_ value: Double?) -> String? {
        guard let value, value.isFinite else { return nil }
        return value == value.rounded() && abs(value) < 1e15
            ? String(Int64(value)) : String(value)
    }
}

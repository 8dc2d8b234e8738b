import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets

/// The parts of reports that are no figures: what buyers ask, how answers were judged, how the desk's
/// counts and Amazon's differ, and what Amazon says itself.
struct ReportSpecials {
    let report: ReportView
    let model: WorkstationModel
    let width: Int

    private var words: Words { model.words }

    /// Each part with its heading; empty where the report has none.
    var parts: [[TextLine]] {
        [categories, placing, clusters, judged, agreement, wording, rules, reconciliation, signals]
            .filter { !$0.isEmpty }
    }

    func title(_ phrase: Phrase) -> TextLine { [StyledText(words(phrase), .info)] }

    /// A line of cells of these widths; what is longer is cut.
    func cells(_ cells: [(text: String, width: Int, role: ThemeRole)]) -> TextLine {
        cells.map { cell in
            let text = SafeText.line(cell.text).padded(to: cell.width, rules: model.rules)
            return StyledText(text + " ", cell.role)
        }
    }

    private var categories: [TextLine] {
        guard let all = report.questions?.categories, !all.isEmpty else { return [] }
        let most = all.map(\.all).max() ?? 1
        return [title(ReportWords.categories)]
            + all.map { category in
                let weeks = "\(category.week) / \(category.weekBefore)"
                return cells([
                    (words(CategoryWords.phrase(category.category)), 24, .text),
                    (String(category.all), 6, .text), (weeks, 12, .muted),
                ])
                    + ShareBar(value: Double(category.all), limit: Double(max(1, most)))
                    .line(width: 16, rules: model.rules)
            }
    }

    private var clusters: [TextLine] {
        guard let questions = report.questions, !questions.clusters.isEmpty else { return [] }
        let heading = ReportWords.clusters(
            read: String(questions.read), all: String(questions.population))
        return [title(heading)]
            + questions.clusters.map { cluster in
                cells([
                    (String(cluster.count), 4, .text), (cluster.language.rawValue, 3, .muted),
                    (cluster.asin ?? "-", 10, .muted),
                    (cluster.words.joined(separator: " "), 30, .accent),
                    (model.number(cluster.ticket), 8, .muted),
                    (cluster.text, max(8, width - 62), .text),
                ])
            }
    }

    private var judged: [TextLine] {
        guard let quality = report.quality else { return [] }
        let counts = ReportWords.drawn(
            drawn: String(quality.drawn), scored: String(quality.scored),
            open: String(quality.open))
        return [title(counts)]
            + quality.lines.map { line in
                let mean = line.standing.mean
                let score = FigureValue(
                    .qualityScore, mean.mean, n: mean.n, interval: mean.interval)
                return cells([
                    (line.standing.rank.map(String.init) ?? words(ReportWords.noRank), 9, .muted),
                    (line.name, 18, .text), (FigureText.value(score), 8, .text),
                    (FigureText.interval(score) ?? "-", 16, .muted), ("n \(score.n)", 7, .muted),
                ])
                    + (line.policyFails == 0
                        ? []
                        : [
                            StyledText(
                                words(ReportWords.policyFails) + " \(line.policyFails)", .warning)
                        ])
            }
    }

    private var agreement: [TextLine] {
        guard let agreements = report.quality?.agreements, !agreements.isEmpty else { return [] }
        return [title(ReportWords.agreement)]
            + agreements.map { agreement in
                cells([
                    (words(ReportWords.criterion(agreement.criterion)), 20, .text),
                    (Self.kappa(agreement.kappa.value), 9, .text),
                    (FigureText.text(agreement.kappa.agreement, .share), 9, .muted),
                    ("n \(agreement.kappa.n)", 7, .muted),
                ])
            }
    }

    /// `0.62`, `-0.05`; `-` where nothing can be said.
    private static func kappa(_ value: Double?) -> String {
        guard let value, abs(value) <= 1 else { return "-" }
        let hundredths = Int((abs(value) * 100).rounded())
        let digits = hundredths % 100 < 10 ? "0\(hundredths % 100)" : "\(hundredths % 100)"
        return (value < 0 ? "-" : "") + "\(hundredths / 100).\(digits)"
    }

    private var reconciliation: [TextLine] {
        report.reconciliation.flatMap { line -> [TextLine] in
            let head = cells([
                (line.amazon.store.rawValue, 12, .title),
                ("\(line.amazon.day) \(line.amazon.days) d", 16, .muted),
                (
                    words(ReportWords.amazon) + " "
                        + FigureText.text(line.amazon.lateRate, .share), 18, .text
                ),
                (
                    words(ReportWords.desk) + " " + FigureText.text(line.desk.rate, .share), 16,
                    .text
                ),
                (
                    words(ReportWords.unexplained) + " "
                        + (line.unexplained.map(String.init) ?? "-"), 18, .warning
                ),
            ])
            return [head]
                + line.candidates.prefix(20).map { candidate in
                    let causes = candidate.causes.map { words(ReportWords.cause($0)) }
                    return cells([
                        (model.number(candidate.ticket), 9, .text),
                        (model.localTime.moment(candidate.start, now: model.now), 14, .muted),
                        (causes.joined(separator: ", "), max(8, width - 26), .text),
                    ])
                }
        }
    }

    private var signals: [TextLine] {
        guard !report.signals.isEmpty else { return [] }
        return [title(ReportWords.signals)]
            + report.signals.map { signal in
                cells([
                    (signal.name, 30, .text), (signal.store.rawValue, 12, .muted),
                    (signal.value ?? "-", 12, .text), (signal.status, 16, .muted),
                ])
            }
    }
}

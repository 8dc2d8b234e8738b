import HelpDesk
import Localization
import SwiftExtensions

extension ReportPage {
    /// What only some reports have.
    var specials: [String] {
        var sections: [String] = []
        if let questions = report.questions { sections += self.questions(questions) }
        if let quality = report.quality { sections += self.quality(quality) }
        if let wording = report.wording {
            sections += WarningFates(report: wording, words: words).markup
        }
        sections += report.reconciliation.map(reconciliation)
        if !report.signals.isEmpty { sections.append(signals) }
        return sections
    }

    private func heading(_ text: String) -> String { "<h2>\(Markup.text(text))</h2>" }

    private func questions(_ questions: ReportQuestions) -> [String] {
        let most = Double(max(1, questions.categories.map(\.all).max() ?? 1))
        let categories = questions.categories.map { category in
            Markup.row([
                .text(words(CategoryWords.phrase(category.category))),
                .number(String(category.all)),
                .markup(SVGChart.bar(Double(category.all) / most, goal: nil)),
                .number("\(category.week) / \(category.weekBefore)"),
                .number(ReportLines.ratio(category.ratio)),
            ])
        }
        let clusters = questions.clusters.map { cluster in
            Markup.row([
                .number(String(cluster.count)), .text(cluster.language.rawValue),
                .text(cluster.asin ?? "-"), .number(ReportLines.ratio(cluster.ratio)),
                .text(cluster.words.joined(separator: " ")),
                .text("#\(cluster.ticket.rawValue) \(cluster.text)"),
            ])
        }
        let title = words(
            ReportWords.clusters(
                read: String(questions.read), all: String(questions.population)))
        return [
            heading(words(ReportWords.categories)),
            Markup.table(
                [
                    words(ReportWords.dimension(.category)), words(ReportWords.count), "",
                    words(ReportWords.categories), words(FigureTitles.title(.questionRatio)),
                ], categories),
            heading(title),
            Markup.table(
                [
                    words(ReportWords.count), words(ReportWords.dimension(.language)), "ASIN",
                    words(FigureTitles.title(.questionRatio)), words(ReportWords.words),
                    words(ReportWords.example),
                ], clusters),
        ]
    }

    private func quality(_ quality: QualityReport) -> [String] {
        let people = quality.lines.map { line in
            let score = ReportLines.score(line)
            return Markup.row([
                .number(line.standing.rank.map(String.init) ?? words(ReportWords.noRank)),
                .text(line.name), .number(FigureText.value(score)),
                .markup(SVGChart.bar((score.value ?? 0) / 100, goal: nil)),
                .number(FigureText.interval(score) ?? "-"), .number(String(score.n)),
                .number(String(line.policyFails)),
            ])
        }
        let judges = quality.agreements.map { agreement in
            Markup.row([
                .text(words(ReportWords.criterion(agreement.criterion))),
                .number(ReportLines.kappa(agreement.kappa.value)),
                .number(FigureText.text(agreement.kappa.agreement, .share)),
                .number(String(agreement.kappa.n)),
            ])
        }
        return [
            "<p>\(Markup.text(ReportLines.drawn(quality, words)))</p>",
            Markup.table(
                [
                    words(ReportWords.rank), words(ReportWords.dimension(.person)),
                    words(FigureTitles.title(.qualityScore)), "", words(ReportWords.interval),
                    words(ReportWords.cases), words(ReportWords.policyFails),
                ], people),
            Markup.table(
                [words(ReportWords.agreement), "kappa", "%", words(ReportWords.cases)], judges),
        ]
    }

    private func reconciliation(_ line: Reconciliation) -> String {
        let rows = line.candidates.map { candidate in
            Markup.row([
                .text("#\(candidate.ticket.rawValue)"), .text(candidate.start.iso8601),
                .text(
                    candidate.causes.map { words(ReportWords.cause($0)) }
                        .joined(separator: ", ")),
            ])
        }
        let facts = Markup.row([
            .text(line.amazon.store.rawValue),
            .text("\(line.amazon.day) (\(line.amazon.days) d)"),
            .number(FigureText.text(line.amazon.lateRate, .share)),
            .number(FigureText.text(line.desk.rate, .share)),
            .number(FigureText.text(line.difference, .share)),
            .number(line.unexplained.map(String.init) ?? "-"),
        ])
        return Markup.table(
            [
                words(ReportWords.dimension(.store)), words(ReportWords.dimension(.day)),
                words(ReportWords.amazon), words(ReportWords.desk),
                words(ReportWords.difference), words(ReportWords.unexplained),
            ], [facts]) + Markup.table([words(ReportWords.candidates), "", ""], rows)
    }

    private var signals: String {
        let rows = report.signals.map { signal in
            Markup.row([
                .text(signal.store.rawValue), .text(signal.name), .number(signal.value ?? "-"),
                .number(signal.target ?? "-"), .text(signal.status),
            ])
        }
        return heading(words(ReportWords.signals))
            + Markup.table(
                [words(ReportWords.dimension(.store)), "", words(ReportWords.value), "", ""], rows)
    }
}

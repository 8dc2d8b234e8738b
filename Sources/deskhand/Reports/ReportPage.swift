import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore

/// A report as one HTML page that needs nothing else: no script, no font, no picture from outside.
/// It reads in light and dark, and prints.
struct ReportPage {
    let report: ReportView
    let words: Words

    init(_ report: ReportView, _ words: Words) {
        self.report = report
        self.words = words
    }

    var html: String {
        let title = words(ReportWords.kind(report.request.kind))
        let heading = ReportLines.heading(report, words).dropFirst()
            .map { "<p class=\"meta\">\(Markup.text($0))</p>" }.joined(separator: "\n")
        return """
            <!DOCTYPE html>
            <html lang="\(words.language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" \
            content="default-src 'none'; style-src 'unsafe-inline'">
            <title>\(Markup.text("Deskhand - " + title))</title>
            <style>\(PageStyle.sheet)</style>
            </head>
            <body>
            <h1>\(Markup.text(title))</h1>
            \(heading)
            \(sections.joined(separator: "\n"))
            </body>
            </html>

            """
    }

    private var sections: [String] {
        var sections: [String] = []
        if !report.total.figures.isEmpty { sections.append(figureTable(report.total)) }
        if !report.firstCurve.isEmpty {
            sections.append(
                figure(words(ReportWords.waiting), SVGChart.curve(report.firstCurve)))
        }
        sections += trends
        if !report.backlog.isEmpty {
            sections.append(
                figure(words(ReportWords.backlogCourse), SVGChart.backlog(report.backlog, words)))
        }
        if report.arrivalsByHour.contains(where: { $0.contains { $0 > 0 } }) {
            sections.append(
                figure(words(ReportWords.hours), SVGChart.heat(report.arrivalsByHour)))
        }
        sections += report.groups.isEmpty ? [] : [groupTable]
        sections += specials
        if !report.total.figures.isEmpty { sections.append(formulas) }
        return sections
    }

    private func figure(_ caption: String, _ drawing: String) -> String {
        "<figure><figcaption>\(Markup.text(caption))</figcaption>\(drawing)</figure>"
    }

    private func figureTable(_ group: ReportGroup) -> String {
        let rows = group.figures.map { figure in
            let bar =
                figure.kind.unit == .share
                ? SVGChart.bar(
                    figure.value ?? 0, goal: figure.kind == .replyRate ? 0.9 : nil) : ""
            return Markup.row([
                .text(words(FigureTitles.title(figure.kind))),
                .number(FigureText.value(figure)), .markup(bar),
                .number(FigureText.interval(figure) ?? ""), .number(String(figure.n)),
                .number(figure.censored > 0 ? String(figure.censored) : ""),
            ])
        }
        return Markup.table(
            [
                words(ReportWords.figure), words(ReportWords.value), "",
                words(ReportWords.interval), words(ReportWords.cases), words(ReportWords.open),
            ], rows)
    }

    private var trends: [String] {
        report.total.trends.compactMap { trend in
            guard trend.points.contains(where: { $0 != nil }), trend.points.count > 1 else {
                return nil
            }
            return figure(
                words(FigureTitles.title(trend.kind)),
                SVGChart.trend(trend, days: report.days))
        }
    }

    private var groupTable: String {
        let kinds = report.request.kind.figures
        let rows = report.groups.map { group in
            Markup.row(
                [.text(ReportLines.label(group, words))]
                    + kinds.map { .number(group[$0].map(FigureText.value) ?? "-") })
        }
        let by = report.request.by.map { words(ReportWords.dimension($0)) }
        return "<div class=\"wide\">"
            + Markup.table(
                [by.joined(separator: " · ")] + kinds.map { words(FigureTitles.title($0)) }, rows)
            + "</div>"
    }

    private var formulas: String {
        let items = report.total.figures.map { figure in
            "<dt>\(Markup.text(words(FigureTitles.title(figure.kind))))</dt><dd>"
                + Markup.text(
                    FigureFormulas.formula(figure.kind, words) + "; "
                        + words(ReportWords.window(figure.kind.window)) + "; "
                        + words(ReportWords.figureBase) + "; "
                        + words(
                            ReportWords.figureN(
                                n: String(figure.n), censored: String(figure.censored)))
                ) + "</dd>"
        }
        return "<h2>\(Markup.text(words(ReportWords.formulas)))</h2><dl>"
            + items.joined(separator: "\n") + "</dl>"
    }
}

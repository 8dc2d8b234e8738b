package import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
package import TerminalWidgets
package import Wire

/// Figures of a report: a table with their course in cells, the selected one's formula below, and
/// the rows that it is of.
package enum ReportPane {
    package struct State: Equatable, Sendable {
        package internal(set) var kind = ReportKind.kpi
        package internal(set) var days: Int64 = 30
        package internal(set) var dimension: ReportDimension?
        package internal(set) var report: ReportView?
        /// 0 is the total.
        package internal(set) var group = 0
        package internal(set) var list = ListState()
        /// The opened figure's rows.
        package internal(set) var rows: OpenFigure.Reply?
        package internal(set) var rowList = ListState()
        /// Charts stand in the table's place, where there is no room beside it.
        package internal(set) var showsCharts = false
        package internal(set) var chartView = ViewportState()

        /// The spans that `w` walks through.
        static let spans: [Int64] = [7, 30, 90]
        /// What `v` walks through; nil is no breakdown.
        static let dimensions: [ReportDimension?] = [
            nil, .store, .marketplace, .language, .category, .person,
        ]

        package var shownGroup: ReportGroup? {
            guard let report else { return nil }
            guard group > 0, report.groups.indices.contains(group - 1) else { return report.total }
            return report.groups[group - 1]
        }

        package var figures: [FigureValue] { shownGroup?.figures ?? [] }

        package var selected: FigureValue? {
            figures.indices.contains(list.selection) ? figures[list.selection] : nil
        }

        /// Whole days of whoever reads it, today being the last.
        func request(at now: Timestamp, in time: LocalTime) -> ReportRequest {
            ReportRequest(
                kind: kind, from: time.startOfDay(now, daysBefore: days - 1), to: now,
                by: dimension.map { [$0] } ?? [])
        }
    }

    static func draw(
        _ model: WorkstationModel, _ layout: ScreenLayout, into buffer: inout ScreenBuffer
    ) {
        let area = layout.body
        let state = model.reports
        guard let report = state.report else {
            buffer.write(
                model.words(InboxStrings.loading), at: Point(x: 1, y: area.y), style: Style(.muted))
            return
        }
        buffer.write(heading(report, model), at: Point(x: 1, y: area.y), width: area.width - 2)
        let body = Rect(x: 0, y: area.y + 1, width: area.width, height: area.height - 1)
        if let rows = state.rows {
            draw(rows, model, in: body, into: &buffer)
            return
        }
        let charts = chartArea(body, state)
        drawCharts(report, model, in: charts, into: &buffer)
        guard charts.width < body.width else { return }
        let table = Rect(
            x: 0, y: body.y, width: body.width - charts.width - (charts.isEmpty ? 0 : 2),
            height: body.height)
        let parts = table.rows([.rest, .fixed(min(body.height / 3, 5))])
        ReportTablePart.table(model).render(
            into: &buffer, in: parts[0], state: state.list, count: state.figures.count
        ) { ReportTablePart.row(state.figures[$0], model, width: table.width) }
        drawFormula(model, in: parts[1].inset(horizontal: 1), into: &buffer)
    }

    /// Beside the table on a wide screen, in its place when a key asks for them, else nothing.
    private static func chartArea(_ body: Rect, _ state: State) -> Rect {
        if state.showsCharts { return body }
        guard body.width >= 170 else { return Rect(x: body.maxX, y: body.y, width: 0, height: 0) }
        let width = body.width * 2 / 5
        return Rect(x: body.maxX - width, y: body.y, width: width, height: body.height)
    }

    private static func drawCharts(
        _ report: ReportView, _ model: WorkstationModel, in area: Rect,
        into buffer: inout ScreenBuffer
    ) {
        guard !area.isEmpty else { return }
        let inner = area.inset(horizontal: 1)
        let lines = ReportCharts(report: report, model: model, width: inner.width).lines
        guard lines.isEmpty else {
            return TextViewport(lines: lines).render(
                into: &buffer, in: inner, state: model.reports.chartView)
        }
        buffer.write(
            model.words(ReportPaneStrings.noCharts), at: inner.origin, width: inner.width,
            style: Style(.muted))
    }

    private static func heading(_ report: ReportView, _ model: WorkstationModel) -> TextLine {
        let words = model.words
        let state = model.reports
        let group = state.shownGroup.map { group in
            group.keys.isEmpty
                ? words(ReportWords.total)
                : group.labels.map { $0.isEmpty ? words(ReportWords.nobody) : $0 }
                    .joined(separator: " ")
        }
        let by = state.dimension.map { words(ReportWords.dimension($0)) }
        var line: TextLine = [
            StyledText(words(ReportWords.kind(report.request.kind)), .title, .bold),
            StyledText("  "),
            StyledText(words(ReportPaneStrings.days(Int(state.days))), .info),
            StyledText("  \(words(ReportPaneStrings.since(beginning(report, model))))", .muted),
        ]
        if let by {
            let place = "\(state.group)/\(report.groups.count)"
            line.append(StyledText("  \(by) \(place): ", .muted))
            line.append(StyledText(SafeText.line(group ?? ""), .accent, .bold))
        }
        return line
    }

    /// Where the window begins, by the clocks that the report counts days with.
    private static func beginning(_ report: ReportView, _ model: WorkstationModel) -> String {
        let time = LocalTime(zone: report.zone, language: model.localTime.language)
        let from = report.request.from
        return "\(time.date(from, now: model.now)) \(time.clock(from)) \(time.abbreviation(from))"
    }

    /// What the selected figure means stands below it at all times.
    private static func drawFormula(
        _ model: WorkstationModel, in area: Rect, into buffer: inout ScreenBuffer
    ) {
        guard let figure = model.reports.selected, area.height > 1 else { return }
        let words = model.words
        buffer.horizontalLine(at: area.origin, width: area.width)
        let text =
            FigureFormulas.formula(figure.kind, words) + "; "
            + words(ReportWords.window(figure.kind.window)) + "; "
            + words(ReportWords.figureBase) + "; "
            + words(
                ReportWords.figureN(n: String(figure.n), censored: String(figure.censored)))
        let lines = text.wrapped(width: area.width, rules: model.rules)
        for (index, line) in lines.prefix(area.height - 1).enumerated() {
            buffer.write(
                line, at: Point(x: area.x, y: area.y + 1 + index), width: area.width,
                style: Style(.muted))
        }
    }

    private static func draw(
        _ rows: OpenFigure.Reply, _ model: WorkstationModel, in area: Rect,
        into buffer: inout ScreenBuffer
    ) {
        guard !rows.rows.isEmpty else {
            buffer.write(
                model.words(ReportWords.empty), at: Point(x: 1, y: area.y), style: Style(.muted))
            return
        }
        let part = FigureRowPart(rows.rows, model)
        part.table.render(
            into: &buffer, in: area, state: model.reports.rowList, count: part.rows.count
        ) { part.rows[$0] }
    }
}

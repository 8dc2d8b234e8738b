import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

/// The tables of the reports pane.
enum ReportTablePart {
    static func table(_ model: WorkstationModel) -> Table {
        let words = model.words
        var columns = [
            TableColumn(words(ReportWords.figure), width: .fixed(26), isTelling: true),
            TableColumn(words(ReportWords.value), width: .fixed(11), alignment: .trailing),
            TableColumn("", width: .fixed(12)),
            TableColumn(words(ReportWords.cases), width: .fixed(8), alignment: .trailing),
            TableColumn(words(ReportWords.open), width: .fixed(8), alignment: .trailing),
        ]
        if isWide(model) {
            columns.append(
                TableColumn(words(ReportWords.interval), width: .fixed(21), alignment: .trailing))
        }
        columns.append(TableColumn(words(ReportWords.trend), width: .rest))
        return Table(columns: columns)
    }

    private static func isWide(_ model: WorkstationModel) -> Bool { model.size.width >= 110 }

    static func row(_ figure: FigureValue, _ model: WorkstationModel, width: Int) -> TableRow {
        let rules = model.rules
        let points = model.reports.shownGroup?.trends.first { $0.kind == figure.kind }?.points
        let bar: TextLine =
            figure.kind.unit == .share && figure.value != nil
            ? ShareBar(
                value: figure.value ?? 0, role: role(figure),
                goal: figure.kind == .replyRate ? 0.9 : nil
            ).line(width: 11, rules: rules) : []
        let room = max(0, width - (isWide(model) ? 98 : 74))
        let trend = points.map { TrendCells($0).line(width: room, rules: rules) } ?? []
        var cells: [TextLine] = [
            [StyledText(model.words(FigureTitles.title(figure.kind)))],
            [StyledText(FigureText.value(figure), .text, .bold)],
            bar,
            [StyledText(String(figure.n), .muted)],
            [StyledText(figure.censored > 0 ? String(figure.censored) : "", .muted)],
        ]
        if isWide(model) {
            cells.append([StyledText(FigureText.interval(figure) ?? "", .muted)])
        }
        cells.append(trend)
        return TableRow(cells: cells)
    }

    private static func role(_ figure: FigureValue) -> ThemeRole {
        switch figure.kind.isWorseWhenHigher {
        case true: .warning
        case false: .ok
        case nil: .info
        }
    }
}

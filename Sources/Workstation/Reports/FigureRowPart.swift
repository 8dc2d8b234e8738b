import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

/// The rows behind a figure: each column is as wide as what stands in it, in any language's cells.
struct FigureRowPart {
    /// What a name or a state may take from the subject on a narrow screen.
    private static let longestName = 12
    private static let longestState = 16

    let table: Table
    let rows: [TableRow]

    init(_ rows: [FigureRow], _ model: WorkstationModel) {
        let words = model.words
        let titles: [(text: String, alignment: Alignment)] = [
            (words(OutboxStrings.ticket), .leading),
            (words(OutboxStrings.store), .leading),
            (words(ReportWords.dimension(.person)), .leading),
            (words(ReportPaneStrings.start), .leading),
            (words(ReportWords.value), .trailing),
            (words(OutboxStrings.state), .leading),
        ]
        let made = rows.map { Self.row($0, model) }
        let isWide = model.size.width >= 110
        var columns = titles.enumerated().map { index, title in
            let longest = made.map { $0.cells[index].displayWidth(model.rules) }.max() ?? 0
            let most =
                switch index {
                case 2 where !isWide: Self.longestName
                case 5 where !isWide: Self.longestState
                default: model.size.width
                }
            return TableColumn(
                title.text,
                width: .fixed(max(title.text.displayWidth(model.rules), min(longest, most))),
                alignment: title.alignment, isTelling: index == 0)
        }
        columns.append(TableColumn(words(OutboxStrings.text), width: .rest))
        table = Table(columns: columns)
        self.rows = made
    }

    private static func row(_ row: FigureRow, _ model: WorkstationModel) -> TableRow {
        let isOpen = row.end == nil && row.points == nil
        return TableRow(cells: [
            [StyledText(row.ticket.map { "#\($0.rawValue)" } ?? "-")],
            [StyledText(SafeText.line(row.store?.rawValue ?? "-"), .muted)],
            [StyledText(SafeText.line(row.person ?? "-"))],
            [StyledText(model.localTime.moment(row.start, now: model.now), .muted)],
            [
                StyledText(
                    value(row, now: model.now) + (isOpen ? " +" : ""),
                    isOpen ? .warning : .text)
            ],
            [StyledText(row.state.map { model.words(StateWords.brief($0)) } ?? "", .muted)],
            [StyledText(SafeText.line(row.subject ?? ""))],
        ])
    }

    /// What a judged answer came to, else how long it took, so far.
    private static func value(_ row: FigureRow, now: Timestamp) -> String {
        if let points = row.points { return FigureText.text(points, .points) }
        return FigureText.text(
            Double(((row.end ?? now) - row.start).wholeMilliseconds), .milliseconds)
    }
}

import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets

/// The charts of a report: how long buyers wait, when they write, what stays owed.
struct ReportCharts {
    let report: ReportView
    let model: WorkstationModel
    let width: Int

    private static let curveHeight = 10
    private static let columnHeight = 9

    private var words: Words { model.words }

    /// Empty where the report has nothing to draw.
    var lines: [TextLine] {
        joined(
            [curve, heat, backlog]
                + ReportSpecials(report: report, model: model, width: width).parts)
    }

    private func joined(_ parts: [[TextLine]]) -> [TextLine] {
        parts.filter { !$0.isEmpty }.enumerated().flatMap { $0 == 0 ? $1 : [[]] + $1 }
    }

    private func title(_ phrase: Phrase) -> TextLine { [StyledText(words(phrase), .info)] }

    private var curve: [TextLine] {
        guard let last = report.firstCurve.last else { return [] }
        let hour = 3_600_000.0
        // The day that Amazon counts is always on the chart; a long tail is cut off.
        let end = min(72, max(26, Double(last.at) / hour * 1.05))
        let steps = report.firstCurve.map {
            StepCurve.Step(at: Double($0.at) / hour, level: $0.waiting)
        }
        let marks = [1.0, 4, 12, 24, 48].filter { $0 < end }.map {
            StepCurve.Mark(at: $0, label: "\(Int($0))")
        }
        return [title(ReportWords.waiting)]
            + StepCurve(steps: steps, end: end, marks: marks).lines(
                width: min(width, 100), height: Self.curveHeight, rules: model.rules)
    }

    private var heat: [TextLine] {
        guard report.arrivalsByHour.contains(where: { $0.contains { $0 > 0 } }) else { return [] }
        let grid = HeatGrid(
            // The report's week begins on Monday, a calendar's on Sunday.
            rowLabels: (0..<7).map { words(DayStrings.weekday(($0 + 1) % 7)) },
            columnLabels: (0..<24).map { $0 % 3 == 0 ? String($0) : "" },
            values: report.arrivalsByHour.map { $0.map { Double($0) } })
        return [title(ReportWords.hours)] + grid.lines(width: width, rules: model.rules)
    }

    private var backlog: [TextLine] {
        guard report.backlog.contains(where: { $0.owed > 0 }) else { return [] }
        let time = model.localTime
        let columns = report.backlog.map { point in
            ColumnChart.Column(
                String(time.civil(point.at - .milliseconds(1)).day),
                [point.late, point.near, point.soon, point.calm].map(Double.init))
        }
        let bands = [
            ReportWords.bandLate, ReportWords.bandNear, ReportWords.bandSoon,
            ReportWords.bandCalm,
        ]
        let last = report.backlog.last.map { [$0.late, $0.near, $0.soon, $0.calm] } ?? []
        let legend = zip(zip(bands, last), Self.roles).map {
            ChartBand(words($0.0.0), value: $0.0.1, role: $0.1)
        }
        return [title(ReportWords.backlogCourse)]
            + ColumnChart(columns, roles: Self.roles).lines(
                width: width, height: Self.columnHeight, rules: model.rules)
            + [StackedBar(legend).legend(rules: model.rules)]
    }

    private static let roles: [ThemeRole] = [.late, .warning, .soon, .calm]
}

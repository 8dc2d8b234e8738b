import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

/// The lines of what waits for a supervisor.
enum NeedText {
    static func row(_ need: WallPane.Need, _ model: WorkstationModel, width: Int) -> TableRow {
        guard let wall = model.wall.wall else { return TableRow(cells: [[]]) }
        let words = model.words
        switch need {
        case .forecast: return TableRow(cells: [forecast(model)])
        case .urgent: return line(words(WallStrings.urgentNow), wall.total.urgent, .late)
        case .held: return line(words(WallStrings.heldReplies), wall.needs.held, .warning)
        case .late: return line(words(WallStrings.lateNow), wall.needs.late, .late)
        case .problems: return line(words(WallStrings.problems), wall.needs.problems, .warning)
        case .breaches:
            let excused = wall.needs.excused
            let note = excused > 0 ? "  " + words(WallStrings.excused(excused)) : ""
            return line(words(WallStrings.breachesOfDay), wall.needs.breaches, .late, note)
        case .blind:
            let stores = wall.needs.blind.map { "\($0.store.rawValue) \($0.minutes) min" }
            return TableRow(cells: [
                [
                    StyledText(words(WallStrings.blind) + " ", .warning, .bold),
                    StyledText(SafeText.line(stores.joined(separator: ", ")), .warning),
                ]
            ])
        }
    }

    private static func line(_ name: String, _ count: Int, _ role: ThemeRole, _ note: String = "")
        -> TableRow
    {
        TableRow(cells: [
            [
                StyledText(name + " ", count > 0 ? .text : .muted),
                StyledText("\(count)", count > 0 ? role : .muted, count > 0 ? .bold : []),
                StyledText(note, .muted),
            ]
        ])
    }

    /// What is expected, in which range, and what would help.
    static func forecast(_ model: WorkstationModel) -> TextLine {
        let words = model.words
        guard let reply = model.wall.forecast else {
            return [StyledText(words(WallStrings.foreseeing), .muted)]
        }
        let forecast = reply.forecast
        let isCalm = forecast.expected < 0.05
        var line: TextLine = [
            StyledText(
                words(
                    WallStrings.expected(
                        WallStrings.number(forecast.expected), hours: forecast.hours,
                        low: forecast.low, high: forecast.high)),
                isCalm ? .ok : .warning, isCalm ? [] : .bold)
        ]
        if let option = reply.option {
            line.append(StyledText("  "))
            line.append(StyledText(ForecastPart.advice(option, reply, model), .info))
        }
        return line
    }
}

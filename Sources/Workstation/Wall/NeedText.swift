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
        case .forecast: return TableRow(cells: [forecast(model, width: width)])
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

    /// What is expected and what would help, in one line: without room for both in full the range
    /// goes, then the advice.
    private static func forecast(_ model: WorkstationModel, width: Int) -> TextLine {
        guard let reply = model.wall.forecast else {
            return [StyledText(model.words(WallStrings.foreseeing), .muted)]
        }
        let whole = expected(reply, model)
        guard let advice = ForecastPart.advice(reply, model) else { return [whole] }
        for part in [whole, expected(reply, model, isShort: true)]
        where "\(part.text)  \(advice)".displayWidth(model.rules) <= width {
            return [part, StyledText("  "), StyledText(advice, .info)]
        }
        return [whole]
    }

    /// How many breaches, and in which range.
    static func expected(
        _ reply: ShowForecast.Reply, _ model: WorkstationModel, isShort: Bool = false
    ) -> StyledText {
        let forecast = reply.forecast
        let isCalm = forecast.expected < 0.05
        let count = WallStrings.number(forecast.expected)
        let phrase =
            isShort
            ? WallStrings.expectedInShort(count, hours: forecast.hours)
            : WallStrings.expected(
                count, hours: forecast.hours, low: forecast.low, high: forecast.high)
        return StyledText(model.words(phrase), isCalm ? .ok : .warning, isCalm ? [] : .bold)
    }
}

import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

/// Which answers will be late, by how likely, with the hours in which they fall due.
enum ForecastPart {
    private static let chartHeight = 7

    static func draw(_ model: WorkstationModel, _ area: Rect, into buffer: inout ScreenBuffer) {
        guard let reply = model.wall.forecast else {
            return WallPane.loading(model, area, into: &buffer)
        }
        let head = head(reply, model, width: area.width - 2)
        let charts = area.height >= 20 ? charts(reply, model, width: area.width - 2) : []
        let parts = area.rows([.fixed(head.count + charts.count), .rest])
        TextViewport(lines: head + charts).render(
            into: &buffer, in: parts[0].inset(horizontal: 1), state: ViewportState())
        let risks = reply.forecast.risks
        table(model).render(
            into: &buffer, in: parts[1], state: model.wall.list, count: risks.count
        ) { row(risks[$0], model) }
    }

    static func listHeight(_ model: WorkstationModel) -> Int {
        let area = ScreenLayout(model).body
        guard let reply = model.wall.forecast else { return 1 }
        let charts = area.height >= 20 ? charts(reply, model, width: area.width - 2).count : 0
        return max(1, area.height - head(reply, model, width: area.width - 2).count - charts - 1)
    }

    private static func head(
        _ reply: ShowForecast.Reply, _ model: WorkstationModel, width: Int
    ) -> [TextLine] {
        let words = model.words
        var lines: [TextLine] = [[NeedText.expected(reply, model)]]
        if let advice = advice(reply, model) {
            lines += advice.wrapped(width: width, rules: model.rules).map {
                [StyledText($0, .info)]
            }
        }
        let made = model.localTime.clock(reply.forecast.start)
        var facts = words(WallStrings.made(at: made, plays: reply.forecast.plays))
        if reply.forecast.lateAlready > 0 {
            facts += "  " + words(WallStrings.lateAlready(reply.forecast.lateAlready))
        }
        lines.append([StyledText(facts, .muted)])
        if let track = reply.track {
            lines.append([
                StyledText(
                    words(
                        WallStrings.track(
                            scored: track.scored, brier: brier(track.brier),
                            coverage: FigureText.text(track.coverage, .share))), .muted)
            ])
        }
        if reply.withoutPlan > 0 {
            lines.append([StyledText(words(WallStrings.withoutPlan(reply.withoutPlan)), .warning)])
        }
        return lines
    }

    private static func brier(_ value: Double) -> String {
        let thousandths = Int((min(max(value, 0), 1) * 1000).rounded())
        let digits = String(thousandths % 1000)
        return "\(thousandths / 1000)."
            + String(repeating: "0", count: 3 - digits.count) + digits
    }

    /// What would help and what it leaves; nil where nothing needs help.
    static func advice(_ reply: ShowForecast.Reply, _ model: WorkstationModel) -> String? {
        let words = model.words
        guard reply.isAnybodyPlanned else { return words(WallStrings.nobodyInThese) }
        guard let option = reply.option else {
            return reply.forecast.expected < 0.05 ? nil : words(WallStrings.nothingHelps)
        }
        let change =
            switch option.change {
            case .wakeParked: words(WallStrings.wakeParked)
            case .overflowOn: words(WallStrings.overflowOn)
            case .oneMoreHour(_, let from):
                words(
                    WallStrings.oneMoreHour(
                        SafeText.line(reply.optionName ?? "?"),
                        from: model.localTime.moment(from, now: model.now)))
            }
        return words(WallStrings.helps(change, left: WallStrings.number(option.expected)))
    }

    /// Expected breaches by the hour in which they fall due, above the arrivals of each hour.
    static func charts(
        _ reply: ShowForecast.Reply, _ model: WorkstationModel, width: Int
    ) -> [TextLine] {
        let forecast = reply.forecast
        let words = model.words
        var lines: [TextLine] = []
        if forecast.perHour.contains(where: { $0 >= 0.05 }) {
            let columns = forecast.perHour.enumerated().map { index, value in
                let hour = model.localTime.civil(forecast.start + .hours(Int64(index))).hour
                return ColumnChart.Column(index % 3 == 0 ? String(hour) : "", [value])
            }
            lines.append([StyledText(words(WallStrings.breachesByHour), .info)])
            lines += ColumnChart(columns, roles: [.late]).lines(
                width: min(width, 110), height: chartHeight, rules: model.rules)
        }
        if forecast.arrivals.contains(where: { $0 > 0 }) {
            let sum = WallStrings.number(forecast.arrivals.reduce(0, +))
            lines.append(
                [StyledText(words(WallStrings.arrivals(sum)) + "  ", .info)]
                    + TrendCells(forecast.arrivals).line(width: min(width, 72), rules: model.rules))
        }
        return lines
    }

    private static func table(_ model: WorkstationModel) -> Table {
        let words = model.words
        return Table(columns: [
            TableColumn(words(OutboxStrings.ticket), width: .fixed(9), isTelling: true),
            TableColumn(words(WallStrings.chance), width: .fixed(9), alignment: .trailing),
            TableColumn("", width: .fixed(13)),
            TableColumn(words(WallStrings.platformDue), width: .rest),
        ])
    }

    private static func row(_ risk: Forecast.Risk, _ model: WorkstationModel) -> TableRow {
        let role: ThemeRole = risk.chance >= 0.5 ? .late : .warning
        return TableRow(cells: [
            [StyledText(model.number(risk.ticket))],
            [StyledText(FigureText.text(risk.chance, .share), role)],
            [StyledText(" ")]
                + ShareBar(value: risk.chance, role: role).line(width: 11, rules: model.rules),
            [
                WallTables.left(until: risk.due, model),
                StyledText("  " + model.localTime.moment(risk.due, now: model.now), .muted),
            ],
        ])
    }
}

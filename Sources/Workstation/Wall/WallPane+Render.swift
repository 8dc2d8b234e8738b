import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

/// Where the parts of the wall stand.
struct WallLayout {
    let lines: Rect
    let people: Rect
    let needs: Rect
    /// Beside the needs on a large screen: the forecast's hours.
    let chart: Rect

    init(_ body: Rect, _ state: WallPane.State) {
        self.init(
            body, lines: state.shownLines.count, people: state.count(of: .people),
            needs: state.shownNeeds.count)
    }

    private init(_ body: Rect, lines lineCount: Int, people peopleCount: Int, needs needCount: Int)
    {
        if body.width >= 150 {
            let left = body.width * 2 / 5
            let right = body.width / 4
            let middle = body.width - left - right
            lines = Rect(x: body.x, y: body.y, width: left - 1, height: body.height)
            people = Rect(x: body.x + left, y: body.y, width: middle - 1, height: body.height)
            let side = Rect(
                x: body.x + left + middle, y: body.y, width: right, height: body.height)
            let parts = side.rows([.fixed(min(side.height, needCount + 2)), .rest])
            (needs, chart) = (parts[0], parts[1])
            return
        }
        let lineHeight = min(lineCount + 1, max(4, body.height * 2 / 5))
        let rest = body.height - lineHeight
        // What needs a supervisor is not cut off while people leave rows empty.
        let needHeight = min(needCount + 1, max(body.height / 3, rest - peopleCount - 1))
        let parts = body.rows([.fixed(lineHeight), .rest, .fixed(needHeight)])
        (lines, people, needs) = (parts[0], parts[1], parts[2])
        chart = Rect(x: body.x, y: body.maxY, width: 0, height: 0)
    }
}

extension WallPane {
    static func drawWall(
        _ model: WorkstationModel, _ area: Rect, into buffer: inout ScreenBuffer
    ) {
        let state = model.wall
        guard let wall = state.wall else { return loading(model, area, into: &buffer) }
        let layout = WallLayout(area, state)
        WallTables.lines(model, width: layout.lines.width).render(
            into: &buffer, in: layout.lines, state: state.lines, count: state.shownLines.count
        ) {
            WallTables.row(
                state.shownLines[$0], isTotal: $0 == 0, isHere: $0 == state.lines.selection, model,
                width: layout.lines.width)
        }
        WallTables.people(model, width: layout.people.width).render(
            into: &buffer, in: layout.people, state: state.people, count: wall.people.count
        ) { WallTables.row(wall.people[$0], model, width: layout.people.width) }
        drawNeeds(model, layout.needs, into: &buffer)
        if layout.chart.height > 5 { drawHours(model, layout.chart, into: &buffer) }
    }

    private static func drawNeeds(
        _ model: WorkstationModel, _ area: Rect, into buffer: inout ScreenBuffer
    ) {
        let state = model.wall
        WallTables.needs(model).render(
            into: &buffer, in: area, state: state.needs, count: state.shownNeeds.count
        ) { NeedText.row(state.shownNeeds[$0], model, width: area.width - Table.gutterWidth) }
    }

    /// Expected breaches and arrivals by hour, and how long what is owed has waited.
    private static func drawHours(
        _ model: WorkstationModel, _ area: Rect, into buffer: inout ScreenBuffer
    ) {
        var lines: [TextLine] = WallText.ages(model, width: area.width - 2)
        if let forecast = model.wall.forecast {
            if let advice = ForecastPart.advice(forecast, model) {
                // The line above has no room for all of it.
                lines += [[]]
                lines += advice.wrapped(width: area.width - 2, rules: model.rules)
                    .map { [StyledText($0, .info)] }
            }
            lines += [[]] + ForecastPart.charts(forecast, model, width: area.width - 2)
        }
        TextViewport(lines: lines).render(
            into: &buffer, in: area.inset(horizontal: 1), state: ViewportState())
    }
}

/// How long what is owed has waited, as a bar with its parts.
enum WallText {
    static func ages(_ model: WorkstationModel, width: Int) -> [TextLine] {
        guard let ages = model.wall.wall?.ages else { return [] }
        let words = model.words
        let steps = QueueAges.steps
        let middle = zip(steps, steps.dropFirst()).map { "\($0)-\($1)h" }
        let names: [String] = ["<\(steps[0])h"] + middle + [">\(steps[steps.count - 1])h"]
        let roles: [ThemeRole] = [.calm, .info, .warning, .late]
        // The longest first, so that without colour what waits longest has the darkest fill.
        let bands = zip(zip(names, ages.counts), roles).reversed().map {
            ChartBand($0.0.0, value: $0.0.1, role: $0.1)
        }
        let spread =
            ages.median.map { median in
                words(
                    WallStrings.ages(
                        median: FigureText.text(Double(median.wholeMilliseconds), .milliseconds),
                        ninetieth: FigureText.text(
                            ages.ninetieth.map { Double($0.wholeMilliseconds) }, .milliseconds),
                        highest: FigureText.text(
                            ages.highest.map { Double($0.wholeMilliseconds) }, .milliseconds)))
            } ?? words(WallStrings.nothingOwed)
        var result: [TextLine] = [[StyledText(words(WallStrings.waitingSince), .info)]]
        result += spread.wrapped(width: width, rules: model.rules).map { [StyledText($0)] }
        guard ages.counts.contains(where: { $0 > 0 }) else { return result }
        let bar = StackedBar(bands)
        result.append(bar.line(width: 48, rules: model.rules))
        let shown = StackedBar(bands).legend(rules: model.rules)
        result.append(shown)
        return result
    }
}

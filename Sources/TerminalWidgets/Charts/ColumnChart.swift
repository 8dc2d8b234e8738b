package import TerminalCore

/// Upright columns of stacked parts over labelled steps, with a scale at the left.
package struct ColumnChart: Hashable, Sendable {
    /// One step: a label and its parts from below, in the order of the chart's bands.
    package struct Column: Hashable, Sendable {
        package var label: String
        package var values: [Double]

        package init(_ label: String, _ values: [Double]) {
            self.label = label
            self.values = values
        }
    }

    package var columns: [Column]
    /// What the parts look like; a column of one part needs one role.
    package var roles: [ThemeRole]
    /// A level that the columns should reach or stay under.
    package var goal: Double?
    /// The top of the scale; the highest column or the goal where none is given.
    package var limit: Double?

    package init(
        _ columns: [Column], roles: [ThemeRole] = [.accent], goal: Double? = nil,
        limit: Double? = nil
    ) {
        self.columns = columns
        self.roles = roles
        self.goal = goal
        self.limit = limit
    }

    /// The chart in `width` times `height` cells, its last row the labels; the newest columns stay
    /// where not all fit, and columns widen where there is room.
    package func lines(width: Int, height: Int, rules: TextRules = .standard) -> [TextLine] {
        let scale = ScaleText(top: top, rows: height - 1)
        let room = width - scale.width - 1
        guard height >= 2, room >= 1, !columns.isEmpty else { return [] }
        let shown = Array(columns.suffix(room))
        let step = max(1, min(8, room / shown.count))
        let plot = Plot(
            columns: shown, roles: roles, top: top, goal: goal, rows: height - 1, step: step,
            glyphs: ChartGlyphs(rules))
        var lines = (0..<height - 1).map { row in
            scale.label(row: row, rules) + plot.line(row)
        }
        lines.append(
            [StyledText(String(repeating: " ", count: scale.width + 1))]
                + labels(shown, step: step, room: room, rules))
        return lines
    }

    package func render(into buffer: inout ScreenBuffer, in area: Rect) {
        let lines = lines(width: area.width, height: area.height, rules: buffer.rules)
        for (row, line) in lines.enumerated() {
            buffer.write(line, at: Point(x: area.x, y: area.y + row), width: area.width)
        }
    }

    /// The top of the scale; never zero, so that an empty chart has a scale too.
    private var top: Double {
        let highest = columns.map { $0.values.filter(\.isFinite).reduce(0, +) }.max() ?? 0
        let top = limit ?? max(highest, goal ?? 0)
        return top > 0 && top.isFinite ? top : 1
    }

    /// As many labels as fit without touching, the first one always.
    private func labels(_ shown: [Column], step: Int, room: Int, _ rules: TextRules) -> TextLine {
        var text = ""
        var taken = 0
        for (index, column) in shown.enumerated() {
            let start = index * step
            let width = column.label.displayWidth(rules)
            guard start >= taken, start + width <= room, width > 0 else { continue }
            text += String(repeating: " ", count: start - text.displayWidth(rules)) + column.label
            taken = start + width + 1
        }
        return [StyledText(text, .muted)]
    }
}

/// The cells of columns, row by row from above.
private struct Plot {
    let columns: [ColumnChart.Column]
    let roles: [ThemeRole]
    let top: Double
    let goal: Double?
    let rows: Int
    let step: Int
    let glyphs: ChartGlyphs

    func line(_ row: Int) -> TextLine {
        let low = top * Double(rows - 1 - row) / Double(rows)
        let height = top / Double(rows)
        let isGoalRow = goal.map { $0 > low && $0 <= low + height } ?? false
        var line: TextLine = []
        for column in columns {
            let cell = cell(column.values, low: low, height: height)
            let shown =
                cell ?? (isGoalRow ? (glyphs.level, Style(.text, .bold)) : (" ", Style.plain))
            for position in 0..<step {
                let isGap = step > 1 && position == step - 1
                line.append(
                    isGap ? (isGoalRow ? glyphs.level : " ") : shown.0,
                    isGap ? (isGoalRow ? Style(.text, .bold) : .plain) : shown.1)
            }
        }
        return line
    }

    /// The part that fills most of the cell: by its own fill inside, by its level at the very top.
    private func cell(_ values: [Double], low: Double, height: Double) -> (Character, Style)? {
        var floor = 0.0
        var best: (index: Int, covered: Double)?
        for (index, value) in values.enumerated() where value > 0 && value.isFinite {
            let covered = min(floor + value, low + height) - max(floor, low)
            if covered > (best?.covered ?? 0) { best = (index, covered) }
            floor += value
        }
        guard let best else { return nil }
        let style = Style(roles.isEmpty ? .accent : roles[best.index % roles.count])
        let share = min(1, (floor - low) / height)
        if share < 0.999, let top = glyphs.top(share) { return (top, style) }
        return (glyphs.pattern(best.index), style)
    }
}

/// Numbers at the left of a chart: the top, the middle and zero.
struct ScaleText {
    let top: Double
    let rows: Int

    var width: Int { (0..<rows).map { text(row: $0).count }.max() ?? 0 }

    func label(row: Int, _ rules: TextRules) -> TextLine {
        let shown = text(row: row).padded(to: width, rules: rules, alignment: .trailing)
        return [StyledText(shown, .muted), StyledText(String(ChartGlyphs(rules).upright), .border)]
    }

    private func text(row: Int) -> String {
        switch row {
        case 0: Self.text(top)
        case rows - 1: "0"
        case rows / 2 where rows > 4: Self.text(top * Double(rows - rows / 2) / Double(rows))
        default: ""
        }
    }

    /// A number in few characters: `0.4`, `12`, `34k`, `12M`.
    static func text(_ value: Double) -> String {
        switch value {
        case ..<10: short(value)
        case ..<10_000: String(Int(value.rounded()))
        case ..<1_000_000: "\(Int((value / 1_000).rounded()))k"
        case ..<1e15: "\(Int((value / 1_000_000).rounded()))M"
        default: "huge"
        }
    }

    private static func short(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
    }
}

package import TerminalCore

/// A falling or rising step function between 0 and 1 over a positive measure, such as the share of
/// threads that still wait after so many hours.
package struct StepCurve: Hashable, Sendable {
    /// From `at` on the function has `level`, until the next step.
    package struct Step: Hashable, Sendable {
        package var at: Double
        package var level: Double

        package init(at: Double, level: Double) {
            self.at = at
            self.level = level
        }
    }

    package var start: Double
    package var steps: [Step]
    package var end: Double
    /// Measures with a line of their own, such as a target, and their labels.
    package var marks: [Mark]

    /// A labelled place on the measure.
    package struct Mark: Hashable, Sendable {
        package var at: Double
        package var label: String

        package init(at: Double, label: String) {
            self.at = at
            self.label = label
        }
    }

    /// A curve that begins with `start` at 0 and is drawn until `end`; steps are in rising order.
    package init(start: Double = 1, steps: [Step], end: Double, marks: [Mark] = []) {
        self.start = start
        self.steps = steps
        self.end = end
        self.marks = marks
    }

    /// The curve in `width` times `height` cells, its last row the labels of the marks.
    package func lines(width: Int, height: Int, rules: TextRules = .standard) -> [TextLine] {
        let room = width - 5
        guard room >= 2, height >= 3, end > 0, end.isFinite else { return [] }
        let rows = height - 1
        let glyphs = ChartGlyphs(rules)
        let levels = (0..<room).map { level(at: (Double($0) + 0.5) / Double(room) * end) }
        let marked = Set(marks.compactMap { column($0.at, room) })
        var lines = (0..<rows).map { row in
            let label = Self.axis(row: row, rows: rows).padded(
                to: 4, rules: rules, alignment: .trailing)
            var line: TextLine = [
                StyledText(label, .muted), StyledText(String(glyphs.upright), .border),
            ]
            for (column, level) in levels.enumerated() {
                let share = min(1, max(0, level * Double(rows) - Double(rows - 1 - row)))
                if let top = glyphs.top(share) {
                    line.append(top, Style(.accent))
                } else if marked.contains(column) {
                    line.append(glyphs.upright, Style(.text, .bold))
                } else {
                    line.append(" ", .plain)
                }
            }
            return line
        }
        lines.append(markLine(room: room, rules))
        return lines
    }

    package func render(into buffer: inout ScreenBuffer, in area: Rect) {
        let lines = lines(width: area.width, height: area.height, rules: buffer.rules)
        for (row, line) in lines.enumerated() {
            buffer.write(line, at: Point(x: area.x, y: area.y + row), width: area.width)
        }
    }

    /// The function's value at a measure.
    package func level(at measure: Double) -> Double {
        var level = start
        for step in steps {
            if step.at > measure { break }
            level = step.level
        }
        return level.isFinite ? min(1, max(0, level)) : 0
    }

    private func column(_ measure: Double, _ room: Int) -> Int? {
        guard measure >= 0, measure <= end else { return nil }
        return min(room - 1, Int(measure / end * Double(room)))
    }

    private func markLine(room: Int, _ rules: TextRules) -> TextLine {
        var text = String(repeating: " ", count: 5)
        for mark in marks.sorted(by: { $0.at < $1.at }) {
            guard let column = column(mark.at, room) else { continue }
            let width = mark.label.displayWidth(rules)
            let start = min(5 + column, 5 + room - width)
            let taken = text.displayWidth(rules)
            guard start >= (taken > 5 ? taken + 1 : 5) else { continue }
            text += String(repeating: " ", count: start - taken) + mark.label
        }
        return [StyledText(text, .muted)]
    }

    private static func axis(row: Int, rows: Int) -> String {
        if row == 0 { return "100%" }
        if row == rows - 1 { return "0%" }
        if rows > 4, row == rows / 2 {
            return "\(Int((100 * Double(rows - row) / Double(rows)).rounded()))%"
        }
        return ""
    }
}

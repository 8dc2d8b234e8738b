package import TerminalCore

/// A grid of weights, such as the hours of a week: weight shows as shade and as colour.
package struct HeatGrid: Hashable, Sendable {
    package var rowLabels: [String]
    package var columnLabels: [String]
    /// A row per label; nil where nothing is known.
    package var values: [[Double?]]
    /// The cell that a person looks at.
    package var selection: Point?
    /// What the heaviest shade stands for; the highest value where none is given.
    package var limit: Double?

    package init(
        rowLabels: [String], columnLabels: [String], values: [[Double?]], selection: Point? = nil,
        limit: Double? = nil
    ) {
        self.rowLabels = rowLabels
        self.columnLabels = columnLabels
        self.values = values
        self.selection = selection
        self.limit = limit
    }

    /// The grid: one row of labels above, a row per label, a row that explains the shades.
    ///
    /// Columns are as wide as there is room for, at most four cells; where not even one cell per
    /// column fits, the columns at the right are left out.
    package func lines(width: Int, rules: TextRules = .standard) -> [TextLine] {
        let margin = (rowLabels.map { $0.displayWidth(rules) }.max() ?? 0) + 1
        let count = columnLabels.count
        guard width > margin, count > 0 else { return [] }
        let step = max(1, min(4, (width - margin) / count))
        let shown = min(count, (width - margin) / step)
        var lines = [header(margin: margin, step: step, shown: shown, rules)]
        for (row, label) in rowLabels.enumerated() {
            let name = StyledText(label.padded(to: margin, rules: rules), .muted)
            lines.append([name] + cells(row: row, step: step, shown: shown, rules))
        }
        lines.append(
            [StyledText(String(repeating: " ", count: margin))] + legend(rules: rules))
        return lines
    }

    package func render(into buffer: inout ScreenBuffer, in area: Rect) {
        let lines = lines(width: area.width, rules: buffer.rules)
        for (row, line) in lines.enumerated() where row < area.height {
            buffer.write(line, at: Point(x: area.x, y: area.y + row), width: area.width)
        }
    }

    /// What the shades stand for, as the highest weight that shows each.
    package func legend(rules: TextRules = .standard) -> TextLine {
        let glyphs = ChartGlyphs(rules)
        let steps = glyphs.shades.count - 1
        var line: TextLine = [StyledText("\(glyphs.shades[0]) 0", Style(Self.role(0)))]
        for step in 1...steps {
            let share = Double(step) / Double(steps)
            let text = ScaleText.text(top * share)
            line.append(StyledText("  "))
            line.append(StyledText("\(glyphs.shades[step]) ", Style(Self.role(share))))
            line.append(StyledText("<=\(text)", .muted))
        }
        return line
    }

    private func header(margin: Int, step: Int, shown: Int, _ rules: TextRules) -> TextLine {
        var text = String(repeating: " ", count: margin)
        var taken = margin
        for (index, label) in columnLabels.prefix(shown).enumerated() {
            let start = margin + index * step
            guard start >= taken else { continue }
            text += String(repeating: " ", count: start - text.displayWidth(rules)) + label
            taken = start + label.displayWidth(rules) + 1
        }
        return [StyledText(text, .muted)]
    }

    private func cells(row: Int, step: Int, shown: Int, _ rules: TextRules) -> TextLine {
        let glyphs = ChartGlyphs(rules)
        let values = values.indices.contains(row) ? values[row] : []
        var line: TextLine = []
        for column in 0..<shown {
            let value = values.indices.contains(column) ? values[column] : nil
            let share = value.map { $0 / top }
            let glyph = share.map(glyphs.shade) ?? glyphs.unknown
            let isSelected = selection == Point(x: column, y: row)
            var style = share.map { Style(Self.role($0)) } ?? Style(.disabled)
            if isSelected { style = style.adding([.reverse, .bold]) }
            for position in 0..<step {
                let isGap = step > 1 && position == step - 1
                line.append(isGap ? " " : glyph, isGap ? .plain : style)
            }
        }
        return line
    }

    private var top: Double {
        let highest = values.joined().compactMap { $0 }.filter(\.isFinite).max() ?? 0
        let top = limit ?? highest
        return top > 0 && top.isFinite ? top : 1
    }

    /// Weight as a colour that every tier tells apart; the shade says the same.
    private static func role(_ share: Double) -> ThemeRole {
        switch share {
        case ..<0.0001: .muted
        case ..<0.5: .calm
        case ..<0.75: .soon
        default: .late
        }
    }
}

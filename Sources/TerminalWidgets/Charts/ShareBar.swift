package import TerminalCore

/// A horizontal bar for a measured value, with the line that it should stay under or reach.
package struct ShareBar: Hashable, Sendable {
    package var value: Double
    package var limit: Double
    package var role: ThemeRole
    /// Where the goal stands on the same scale.
    package var goal: Double?

    /// A bar that is full at `limit`; values that are not numbers show as empty.
    package init(
        value: Double, limit: Double = 1, role: ThemeRole = .accent, goal: Double? = nil
    ) {
        self.value = value
        self.limit = limit
        self.role = role
        self.goal = goal
    }

    /// The bar in `width` cells, fine to an eighth of a cell; any value above zero shows.
    package func line(width: Int, rules: TextRules = .standard) -> TextLine {
        let glyphs = ChartGlyphs(rules)
        var cells = cells(width: max(0, width), glyphs)
        let filled = cells.count
        cells += Array(repeating: glyphs.empty, count: max(0, width - filled))
        let goalCell = position(goal, width)
        var line: TextLine = []
        for (index, cell) in cells.enumerated() {
            let style: Style =
                index == goalCell
                ? Style(.text, .bold) : index < filled ? Style(role) : Style(.muted)
            line.append(index == goalCell ? glyphs.upright : cell, style)
        }
        return line
    }

    private func cells(width: Int, _ glyphs: ChartGlyphs) -> [Character] {
        guard value > 0, limit > 0, value.isFinite, width > 0 else { return [] }
        let steps = glyphs.parts.count
        let share = min(1, value / limit)
        let parts = max(1, Int((share * Double(width * steps)).rounded()))
        let last = glyphs.parts[steps - 1]
        var cells = Array(repeating: last, count: parts / steps)
        if parts % steps > 0 { cells.append(glyphs.parts[parts % steps - 1]) }
        return cells
    }

    private func position(_ goal: Double?, _ width: Int) -> Int? {
        guard let goal, limit > 0, goal >= 0, goal <= limit, width > 0 else { return nil }
        return min(width - 1, Int(goal / limit * Double(width)))
    }
}

extension TextLine {
    /// Adds one character, joining it to the last piece where the style is the same.
    mutating func append(_ character: Character, _ style: Style) {
        if let last = indices.last, self[last].style == style {
            self[last].text.append(character)
        } else {
            append(StyledText(String(character), style))
        }
    }
}

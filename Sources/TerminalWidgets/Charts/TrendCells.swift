package import TerminalCore

/// The course of a number in one row, a cell a step; a step of which nothing is known is no zero.
package struct TrendCells: Hashable, Sendable {
    package var values: [Double?]
    /// What a full cell stands for; the highest value shown where none is given.
    package var limit: Double?
    package var role: ThemeRole
    /// Values above it stand out.
    package var alarm: Double?

    package init(
        _ values: [Double?], limit: Double? = nil, role: ThemeRole = .accent, alarm: Double? = nil
    ) {
        self.values = values
        self.limit = limit
        self.role = role
        self.alarm = alarm
    }

    /// The newest steps that fit into `width` cells; an unknown step is a gap.
    package func line(width: Int, rules: TextRules = .standard) -> TextLine {
        let glyphs = ChartGlyphs(rules)
        let shown = values.suffix(max(0, width))
        let known = shown.compactMap { $0 }.filter(\.isFinite)
        let top = max(limit ?? known.max() ?? 0, 0)
        var line: TextLine = []
        for value in shown {
            guard let value, value.isFinite else {
                line.append(" ", Style(.muted))
                continue
            }
            let share = top > 0 ? min(1, max(0, value) / top) : 0
            let index = min(glyphs.levels.count - 1, Int(share * Double(glyphs.levels.count)))
            line.append(glyphs.levels[index], style(value))
        }
        return line
    }

    private func style(_ value: Double) -> Style {
        if let alarm, value > alarm { return Style(.late, [.bold, .underline]) }
        return Style(role)
    }
}

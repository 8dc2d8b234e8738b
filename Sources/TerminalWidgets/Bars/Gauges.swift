package import TerminalCore

/// Small labels: a language, a channel, a state.
package enum Badge {
    /// The label between brackets, which tell it from text also without colour.
    package static func text(_ label: String, _ role: ThemeRole = .badge) -> StyledText {
        StyledText("[\(label)]", role)
    }
}

/// A horizontal bar for a share of a limit.
package struct Bar: Hashable, Sendable {
    package var value: Int
    package var limit: Int

    package init(value: Int, limit: Int) {
        self.value = value
        self.limit = limit
    }

    /// The bar in `width` cells; any value above zero shows at least one filled cell.
    package func text(width: Int, rules: TextRules = .standard) -> String {
        let width = max(0, width)
        let share = limit > 0 ? min(max(0, value), limit) : 0
        var filled = limit > 0 ? share * width / limit : 0
        if share > 0 { filled = min(width, max(1, filled)) }
        let (full, empty) = rules.drawsAsciiBorders ? ("#", ".") : ("█", "░")
        return String(repeating: full, count: filled)
            + String(repeating: empty, count: width - filled)
    }
}

/// A row of columns for the course of a number.
package struct Sparkline: Hashable, Sendable {
    package var values: [Int]

    package init(_ values: [Int]) {
        self.values = values
    }

    /// The newest values, one cell each, scaled to the highest of them.
    package func text(width: Int, rules: TextRules = .standard) -> String {
        let shown = values.suffix(max(0, width)).map { max(0, $0) }
        let levels = Array(rules.drawsAsciiBorders ? "_.:-=+*#" : "▁▂▃▄▅▆▇█")
        let highest = max(1, shown.max() ?? 1)
        return String(
            shown.map { levels[min(levels.count - 1, $0 * levels.count / (highest + 1))] })
    }
}

package import TerminalCore

/// One part of a whole in a chart.
package struct ChartBand: Hashable, Sendable {
    package var label: String
    package var value: Int
    package var role: ThemeRole

    package init(_ label: String, value: Int, role: ThemeRole) {
        self.label = label
        self.value = value
        self.role = role
    }
}

/// A horizontal bar of parts, each in a fill of its own.
package struct StackedBar: Hashable, Sendable {
    package var bands: [ChartBand]
    /// The whole; the sum of the parts where none is given, so that rows may share one scale.
    package var limit: Int?

    package init(_ bands: [ChartBand], limit: Int? = nil) {
        self.bands = bands
        self.limit = limit
    }

    /// The bar in `width` cells; a part above zero shows at least one cell while there is room.
    package func line(width: Int, rules: TextRules = .standard) -> TextLine {
        let glyphs = ChartGlyphs(rules)
        let counts = Self.cells(
            bands.map { max(0, $0.value) }, limit: limit.map { max(0, $0) }, width: max(0, width))
        var line: TextLine = []
        for (index, count) in counts.enumerated() where count > 0 {
            let fill = String(repeating: glyphs.pattern(index), count: count)
            line.append(StyledText(fill, bands[index].role))
        }
        let rest = max(0, width - counts.reduce(0, +))
        if rest > 0 { line.append(StyledText(String(repeating: " ", count: rest))) }
        return line
    }

    /// The parts with their fills, names and numbers.
    package func legend(rules: TextRules = .standard) -> TextLine {
        let glyphs = ChartGlyphs(rules)
        var line: TextLine = []
        for (index, band) in bands.enumerated() {
            if index > 0 { line.append(StyledText("  ")) }
            line.append(StyledText(String(glyphs.pattern(index)), band.role))
            line.append(StyledText(" \(band.label) \(band.value)"))
        }
        return line
    }

    /// Shares `width` cells among values by largest remainder, the first of equals first.
    package static func cells(_ values: [Int], limit: Int?, width: Int) -> [Int] {
        // As fractions: counts from outside may be of any size.
        let parts = values.map(Double.init)
        let sum = parts.reduce(0, +)
        let whole = max(limit.map(Double.init) ?? sum, sum)
        guard whole > 0, width > 0 else { return values.map { _ in 0 } }
        let room = Int((sum / whole * Double(width)).rounded())
        var counts = parts.map { Int($0 / whole * Double(width)) }
        let order = values.indices.sorted { left, right in
            let one = remainder(parts[left], whole, width)
            let other = remainder(parts[right], whole, width)
            return one == other ? left < right : one > other
        }
        for index in order where counts.reduce(0, +) < room && values[index] > 0 {
            counts[index] += 1
        }
        return lifted(counts, values)
    }

    /// Takes cells from the widest part for parts that would not show at all.
    private static func lifted(_ counts: [Int], _ values: [Int]) -> [Int] {
        var counts = counts
        for index in counts.indices where values[index] > 0 && counts[index] == 0 {
            guard let widest = counts.indices.max(by: { counts[$0] < counts[$1] }),
                counts[widest] > 1
            else { continue }
            counts[widest] -= 1
            counts[index] = 1
        }
        return counts
    }

    private static func remainder(_ value: Double, _ whole: Double, _ width: Int) -> Double {
        let exact = value / whole * Double(width)
        return exact - exact.rounded(.down)
    }
}

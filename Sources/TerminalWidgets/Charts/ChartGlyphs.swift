package import TerminalCore

/// The characters that charts are drawn with; every difference that a colour shows is also one of
/// shape, so that a chart reads the same in monochrome and in ASCII.
package struct ChartGlyphs: Hashable, Sendable {
    /// A cell filled from the left, by rising share; the last one is full.
    package let parts: [Character]
    /// A cell filled from below, by rising share; the last one is full.
    package let levels: [Character]
    /// A cell without anything.
    package let empty: Character
    /// Fills that tell neighbouring bands apart.
    package let patterns: [Character]
    /// Fills by rising weight; the first one stands for zero.
    package let shades: [Character]
    /// A line that a value should reach, upright.
    package let upright: Character
    /// A line that a value should reach, level.
    package let level: Character
    /// Stands where nothing is known, which is not zero.
    package let unknown: Character

    package static let blocks = ChartGlyphs(
        parts: Array("▏▎▍▌▋▊▉█"), levels: Array("▁▂▃▄▅▆▇█"), empty: "░",
        patterns: Array("█▒▓░"), shades: Array("·░▒▓█"), upright: "│", level: "─", unknown: "?")

    package static let ascii = ChartGlyphs(
        parts: ["#"], levels: Array("_.:-=+*#"), empty: ".", patterns: Array("#=+-"),
        shades: Array(".-+*#"), upright: "|", level: "-", unknown: "?")

    /// Block elements are ambiguous in width, so they stand only where lines may be drawn.
    package init(_ rules: TextRules) {
        self = rules.drawsAsciiBorders ? .ascii : .blocks
    }

    private init(
        parts: [Character], levels: [Character], empty: Character, patterns: [Character],
        shades: [Character], upright: Character, level: Character, unknown: Character
    ) {
        self.parts = parts
        self.levels = levels
        self.empty = empty
        self.patterns = patterns
        self.shades = shades
        self.upright = upright
        self.level = level
        self.unknown = unknown
    }

    /// The fill of the band at `index`; more bands than fills begin again.
    package func pattern(_ index: Int) -> Character {
        patterns[index % patterns.count]
    }

    /// The column top for a share of a cell between 0 and 1; nil for nothing.
    func top(_ share: Double) -> Character? {
        guard share > 0 else { return nil }
        return levels[min(levels.count - 1, Int(share * Double(levels.count)))]
    }

    /// The shade for a share between 0 and 1; only zero looks like zero.
    package func shade(_ share: Double) -> Character {
        guard share > 0, share.isFinite else { return shades[0] }
        let steps = shades.count - 1
        return shades[min(steps, 1 + Int(min(1, share) * Double(steps) * 0.9999))]
    }
}

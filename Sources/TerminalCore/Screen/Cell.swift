/// What one or two neighbouring cells show: a base scalar and at most two marks on it.
///
/// A flag is the exception: its second regional indicator stands in `firstMark`.
/// Only `GlyphComposer` makes glyphs from text, so no control character can be in one.
package struct Glyph: Hashable, Sendable {
    package var base: UInt32
    package var firstMark: UInt32
    package var secondMark: UInt32
    /// 1 or 2 cells; 0 in the second cell of a wide glyph.
    package var width: UInt8

    init(base: UInt32, width: UInt8) {
        self.base = base
        self.firstMark = 0
        self.secondMark = 0
        self.width = width
    }

    package static let space = Glyph(base: 0x20, width: 1)
    /// The second cell of a wide glyph; shows nothing itself.
    package static let continuation = Glyph(base: 0, width: 0)

    /// Whether the glyph is a pair of regional indicators.
    package var isFlag: Bool { firstMark != 0 && isRegionalIndicator(firstMark) }

    /// The glyph as text; empty for the second cell of a wide glyph.
    package var text: String {
        var view = String.UnicodeScalarView()
        for value in [base, firstMark, secondMark] where value != 0 {
            if let scalar = Unicode.Scalar(value) { view.append(scalar) }
        }
        return String(view)
    }

    /// Adds a combining mark; beyond two they are left out, so that stacked marks stay in their row.
    mutating func combine(_ mark: UInt32) {
        if firstMark == 0 {
            firstMark = mark
        } else if secondMark == 0, !isFlag {
            secondMark = mark
        }
    }
}

/// Regional indicators are the letters flags are made of.
func isRegionalIndicator(_ value: UInt32) -> Bool {
    (0x1F1E6...0x1F1FF).contains(value)
}

/// One cell of the screen.
package struct Cell: Hashable, Sendable {
    package var glyph: Glyph
    package var style: Style

    package init(glyph: Glyph, style: Style) {
        self.glyph = glyph
        self.style = style
    }

    package static let blank = Cell(glyph: .space, style: .plain)
}

/// Turns one grapheme cluster into glyphs; the only way from text to cells.
///
/// It keeps what every terminal shows with the same width and leaves out the rest, so a row never
/// shifts: the first emoji of a joined sequence stands for all, presentation selectors, skin tones
/// and keycap marks fall away, and characters newer than the width table become a replacement.
package enum GlyphComposer {
    package static func forEachGlyph(
        in character: Character, rules: TextRules, _ body: (Glyph) -> Void
    ) {
        if let ascii = character.asciiValue, ascii >= 0x20, ascii < 0x7F {
            return body(Glyph(base: UInt32(ascii), width: 1))
        }
        if character == "\r\n" { return body(.space) }
        var composer = Composition(rules: rules)
        for scalar in character.unicodeScalars {
            composer.add(scalar)
            if let glyph = composer.takeReady() { body(glyph) }
            if composer.isFinished { break }
        }
        if let glyph = composer.pending { body(glyph) }
    }
}

private struct Composition {
    let rules: TextRules
    var pending: Glyph?
    var ready: Glyph?
    var isFinished = false

    init(rules: TextRules) {
        self.rules = rules
    }

    mutating func takeReady() -> Glyph? {
        defer { ready = nil }
        return ready
    }

    mutating func add(_ scalar: Unicode.Scalar) {
        switch SafeText.kind(of: scalar, rules) {
        case .dropped:
            return
        case .joiner:
            isFinished = pending.map { $0.base >= 0x2190 } ?? false
        case .mark:
            guard !rules.isAsciiOnly else { return }
            pending?.combine(scalar.value)
        case .shown(let value, let width):
            show(value, width)
        }
    }

    private mutating func show(_ value: UInt32, _ width: Int) {
        if let base = pending?.base {
            if (0x1F3FB...0x1F3FF).contains(value) { return }
            if isRegionalIndicator(base), isRegionalIndicator(value), pending?.firstMark == 0 {
                pending?.firstMark = value
                pending?.width = 2
                return
            }
        }
        ready = pending
        pending = Glyph(base: value, width: UInt8(width))
    }
}

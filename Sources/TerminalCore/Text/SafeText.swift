/// Makes text from outside harmless for a terminal.
///
/// Every write to a `ScreenBuffer` applies the same rules cluster by cluster, so a forgotten call
/// costs looks, never safety; calling it first gives text of known width and without surprises.
package enum SafeText {
    /// Text for one row: line breaks and tabs become spaces, direction controls fall away.
    package static func line(_ text: some StringProtocol, rules: TextRules = .standard) -> String {
        var safe = ""
        safe.reserveCapacity(text.utf8.count)
        for character in text {
            GlyphComposer.forEachGlyph(in: character, rules: rules) { safe += $0.text }
        }
        return safe
    }

    /// Text for reading in full: lines stay lines, tabs move to the field's next multiple of eight
    /// columns, and direction controls are named (`<RLO>`), because they can hide what was meant.
    package static func message(_ text: some StringProtocol, rules: TextRules = .standard)
        -> [String]
    {
        var lines: [String] = []
        var current = ""
        var column = 0
        for character in text {
            if isLineBreak(character) {
                lines.append(current)
                (current, column) = ("", 0)
            } else if character == "\t" {
                let cells = 8 - column % 8
                current += String(repeating: " ", count: cells)
                column += cells
            } else if let name = directionName(character) {
                current += name
                column += name.utf8.count
            } else {
                GlyphComposer.forEachGlyph(in: character, rules: rules) { glyph in
                    current += glyph.text
                    column += Int(glyph.width)
                }
            }
        }
        lines.append(current)
        return lines
    }

    /// Whether a terminal that reorders text would reorder this one; such rows carry a mark and put
    /// the free text last.
    package static func isRightToLeft(_ text: some StringProtocol) -> Bool {
        text.unicodeScalars.contains { scalar in
            switch scalar.value {
            case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF,
                0x1E800...0x1EFFF:
                scalar.properties.generalCategory == .otherLetter
            default: false
            }
        }
    }

    private static func isLineBreak(_ character: Character) -> Bool {
        switch character {
        case "\n", "\r\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": true
        default: false
        }
    }

    /// Names of the controls that turn direction around (Unicode standard annex 9, section 2).
    private static func directionName(_ character: Character) -> String? {
        guard let scalar = character.unicodeScalars.first else { return nil }
        return switch scalar.value {
        case 0x202A: "<LRE>"
        case 0x202B: "<RLE>"
        case 0x202C: "<PDF>"
        case 0x202D: "<LRO>"
        case 0x202E: "<RLO>"
        case 0x2066: "<LRI>"
        case 0x2067: "<RLI>"
        case 0x2068: "<FSI>"
        case 0x2069: "<PDI>"
        default: nil
        }
    }
}

extension SafeText {
    /// What becomes of one scalar on its way to a cell.
    enum ScalarKind {
        case dropped
        /// The zero-width joiner of emoji sequences.
        case joiner
        /// A combining mark for the glyph before it.
        case mark
        /// A glyph of its own, of one or two cells; the value may be a replacement.
        case shown(UInt32, Int)
    }

    static func kind(of scalar: Unicode.Scalar, _ rules: TextRules) -> ScalarKind {
        let value = scalar.value
        if value < 0xA0 { return basic(value) }
        if value == 0x200D { return .joiner }
        if isInvisible(scalar) { return .dropped }
        let properties = scalar.properties
        switch properties.generalCategory {
        case .format, .surrogate: return .dropped
        case .lineSeparator, .paragraphSeparator: return .shown(0x20, 1)
        case .spaceSeparator where value != 0x3000: return .shown(0x20, 1)
        case .privateUse:
            return rules.allowsPrivateUse ? shown(value, rules) : .shown(rules.replacement, 1)
        case .unassigned: return .shown(rules.replacement, 1)
        default: break
        }
        guard WidthTable.knows(properties.age) else { return .shown(rules.replacement, 1) }
        return WidthTable.isZero(value) ? .mark : shown(value, rules)
    }

    private static func shown(_ value: UInt32, _ rules: TextRules) -> ScalarKind {
        let width = WidthTable.width(value, rules)
        if rules.isAsciiOnly { return .shown(0x3F, 1) }
        return .shown(value, width)
    }

    /// Controls have pictures from U+2400 on; those above DEL have none and fall away.
    private static func basic(_ value: UInt32) -> ScalarKind {
        switch value {
        case 0x20..<0x7F: .shown(value, 1)
        case 0x09...0x0D: .shown(0x20, 1)
        case 0..<0x20: .shown(0x2400 + value, 1)
        case 0x7F: .shown(0x2421, 1)
        default: .dropped
        }
    }

    /// Selectors, fillers, joiners and other characters that show nothing, and the keycap mark.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isDefaultIgnorableCodePoint && !isJamoFiller(scalar.value)
            || scalar.value == 0x20E3
    }

    /// The fillers of Hangul syllable blocks keep their block's width.
    private static func isJamoFiller(_ value: UInt32) -> Bool {
        value == 0x115F || value == 0x1160
    }
}

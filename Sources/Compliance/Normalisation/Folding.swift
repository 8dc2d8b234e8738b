/// First layer: width, case, marks, dashes, quotes and invisible characters folded away.
extension NormalizedText {
    package static func folded(_ text: String, meter: inout StepMeter) -> NormalizedText {
        var folded = NormalizedText()
        var offset = 0
        for scalar in text.unicodeScalars {
            meter.count()
            let end = offset + UTF8.width(scalar)
            folded.fold(scalar, from: offset..<end)
            offset = end
        }
        folded.replaceLookAlikes(meter: &meter)
        return folded
    }

    /// Folds a term of a lexicon as a text would be.
    static func foldedTerm(_ term: String) -> [Unicode.Scalar] {
        var meter = StepMeter()
        return folded(term, meter: &meter).scalars
    }

    private mutating func fold(_ scalar: Unicode.Scalar, from origin: Range<Int>) {
        if scalar.value < 0x80 { return foldASCII(scalar, from: origin) }
        if scalar.isJoinedToLetterBefore { return extendLast(to: origin.upperBound) }
        if scalar.isDroppedByFolding { return }
        if composeVoicedKana(scalar, end: origin.upperBound) { return }
        if scalar.isEastAsian { return append(scalar, from: origin) }
        if let text = FoldTables.symbols[scalar] { return append(text, from: origin) }
        if let single = scalar.compatibilityScalar { return append(single, from: origin) }
        if let text = FoldTables.forms[scalar], FoldTables.latin[scalar] == nil {
            return append(text, from: origin)
        }
        if scalar.properties.isWhitespace { return append(" ", from: origin) }
        for lower in scalar.properties.lowercaseMapping.unicodeScalars {
            if let text = FoldTables.latin[lower] {
                append(text, from: origin)
            } else if !lower.isJoinedToLetterBefore {
                append(lower, from: origin)
            }
        }
    }

    private mutating func foldASCII(_ scalar: Unicode.Scalar, from origin: Range<Int>) {
        switch scalar.value {
        case 65...90: append(Unicode.Scalar(UInt8(scalar.value + 32)), from: origin)
        case 10: append("\n", from: origin)
        case 13: break
        case 0x60: append("'", from: origin)
        case 0...32, 127: append(" ", from: origin)
        default: append(scalar, from: origin)
        }
    }

    private mutating func append(_ text: String, from origin: Range<Int>) {
        for scalar in text.unicodeScalars { append(scalar, from: origin) }
    }

    /// Half-width and decomposed kana carry their voicing as a scalar of its own.
    private mutating func composeVoicedKana(_ mark: Unicode.Scalar, end: Int) -> Bool {
        let distance: UInt32
        switch mark.value {
        case 0x3099, 0xFF9E: distance = 1
        case 0x309A, 0xFF9F: distance = 2
        default: return false
        }
        guard let last = scalars.last, (0x3041...0x30F4).contains(last.value),
            let composed = Unicode.Scalar(last.value + distance)
        else { return true }
        replace(at: count - 1, with: composed)
        extendLast(to: end)
        return true
    }

    /// Reads look-alike letters as Latin inside words that mix scripts or hold nothing else. The
    /// parts of an address count as one word.
    mutating func replaceLookAlikes(meter: inout StepMeter) {
        var index = 0
        while index < count {
            guard scalars[index].isSpacedWordScalar else {
                index += 1
                continue
            }
            let start = index
            var hasLatin = false
            var alike = 0
            var letters = 0
            while index < count, scalars[index].isSpacedWordScalar || isTie(index) {
                meter.count()
                hasLatin = hasLatin || scalars[index].isASCIILetter
                if scalars[index].isSpacedWordScalar { letters += 1 }
                if !scalars[index].isASCII, FoldTables.lookAlikes[scalars[index]] != nil {
                    alike += 1
                }
                index += 1
            }
            guard alike > 0, hasLatin || alike == letters else { continue }
            for position in start..<index {
                guard let text = FoldTables.lookAlikes[scalars[position]],
                    let letter = text.unicodeScalars.first
                else { continue }
                replace(at: position, with: letter)
            }
        }
    }
}

extension NormalizedText {
    /// A sign that ties the parts of an address together.
    private func isTie(_ index: Int) -> Bool {
        guard index + 1 < count, scalars[index + 1].isSpacedWordScalar else { return false }
        return scalars[index] == "." || scalars[index] == "@" || scalars[index] == "-"
            || scalars[index] == "_"
    }
}

extension Unicode.Scalar {
    /// Marks that a grapheme cluster includes: accents, variation selectors, keycap frames.
    fileprivate var isJoinedToLetterBefore: Bool {
        switch value {
        case 0x0300...0x034E, 0x0350...0x036F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20F0,
            0xFE00...0xFE0F, 0x200D:
            true
        default: false
        }
    }

    /// Invisible characters, and the braille blank that Unicode does not count among them.
    fileprivate var isDroppedByFolding: Bool {
        value == 0x2800 || properties.isDefaultIgnorableCodePoint
    }

    /// The one scalar that a full-width, mathematical, circled or half-width form stands for.
    fileprivate var compatibilityScalar: Unicode.Scalar? {
        switch value {
        case 0xFF01...0xFF5E: Unicode.Scalar(UInt8(value - 0xFEE0)).lowercasedASCII
        case 0x3000: " "
        case 0xFF66...0xFF9D: FoldTables.halfWidthKana[Int(value - 0xFF66)]
        case 0x1D400...0x1D6A3: Self.letter((value - 0x1D400) % 26)
        case 0x24B6...0x24CF: Self.letter(value - 0x24B6)
        case 0x24D0...0x24E9: Self.letter(value - 0x24D0)
        case 0x249C...0x24B5: Self.letter(value - 0x249C)
        case 0x1F130...0x1F149: Self.letter(value - 0x1F130)
        case 0x1F150...0x1F169: Self.letter(value - 0x1F150)
        case 0x1F170...0x1F189: Self.letter(value - 0x1F170)
        case 0x2460...0x2468: Self.digit(value - 0x2460 + 1)
        case 0x2474...0x247C: Self.digit(value - 0x2474 + 1)
        case 0x2776...0x277E: Self.digit(value - 0x2776 + 1)
        case 0x2780...0x2788: Self.digit(value - 0x2780 + 1)
        case 0x278A...0x2792: Self.digit(value - 0x278A + 1)
        case 0x24EA, 0x24FF: "0"
        default: decimalDigit
        }
    }

    private var decimalDigit: Unicode.Scalar? {
        guard properties.numericType == .decimal || properties.numericType == .digit,
            let value = properties.numericValue, (0...9).contains(value)
        else { return nil }
        return Self.digit(UInt32(value))
    }

    private var lowercasedASCII: Unicode.Scalar {
        (65...90).contains(value) ? Unicode.Scalar(UInt8(value + 32)) : self
    }

    private static func letter(_ number: UInt32) -> Unicode.Scalar {
        Unicode.Scalar(UInt8(97 + number % 26))
    }

    private static func digit(_ number: UInt32) -> Unicode.Scalar {
        Unicode.Scalar(UInt8(48 + number % 10))
    }
}

/// Questions the detectors ask of a scalar after folding.
extension Unicode.Scalar {
    var isASCIILetter: Bool { value >= 97 && value <= 122 }
    var isASCIIDigit: Bool { value >= 48 && value <= 57 }
    var isASCIIAlphanumeric: Bool { isASCIILetter || isASCIIDigit }

    /// A letter of any script; most are asked of ASCII, where the tables of Unicode take their time.
    var isAnyLetter: Bool {
        isASCII ? isASCIILetter || (65...90).contains(value) : properties.isAlphabetic
    }

    /// Space or line break; folding leaves only these two.
    var isBlank: Bool { self == " " || self == "\n" }

    /// Han, kana, bopomofo and Hangul: scripts without spaces between words.
    var isEastAsian: Bool {
        switch value {
        case 0x3005...0x3007, 0x3041...0x309F, 0x30A1...0x30FF, 0x3105...0x312F,
            0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0x20000...0x2FFFF:
            self != "・"
        default: false
        }
    }

    /// A letter or digit of a script that writes spaces between words.
    var isSpacedWordScalar: Bool {
        if isASCIIAlphanumeric { return true }
        guard value >= 0xAA, !isEastAsian else { return false }
        return properties.isAlphabetic
    }

    /// Neither a letter nor a digit nor a blank, and no end of a Chinese sentence.
    var isSign: Bool { !isSpacedWordScalar && !isEastAsian && !isBlank && self != "。" }

    var isCyrillicOrGreek: Bool {
        (0x0370...0x03FF).contains(value) || (0x0400...0x052F).contains(value)
    }

    /// Ends a sentence wherever it stands.
    var isWideStop: Bool { self == "。" || self == "!" || self == "?" || self == "｡" }

    /// Separates clauses.
    var isClauseBreak: Bool {
        switch self {
        case ",", ";", ":", "、", "(", ")": true
        default: false
        }
    }
}

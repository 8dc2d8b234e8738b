internal import Foundation

/// Makes spellings of one word equal: no case, accents, ligatures or full-width forms.
enum WordFolding {
    static func fold(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.lowercased().decomposedStringWithCompatibilityMapping.unicodeScalars {
            switch scalar.value {
            case 0x300...0x36F, 0x200B...0x200F, 0xAD, 0xFE00...0xFE0F: continue
            case 0xDF: scalars.append(contentsOf: "ss".unicodeScalars)
            case 0xE6: scalars.append(contentsOf: "ae".unicodeScalars)
            case 0x153: scalars.append(contentsOf: "oe".unicodeScalars)
            case 0xF8: scalars.append("o")
            case 0x142: scalars.append("l")
            case 0x131: scalars.append("i")
            case 0x2018, 0x2019, 0xB4, 0x60: scalars.append("'")
            case 0x2010...0x2015, 0x2212: scalars.append("-")
            case 0xA0, 0x3000, 0x202F, 0x0A, 0x09: scalars.append(" ")
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }

    /// True for Han, kana and Hangul, whose words are not set apart by spaces.
    static func isEastAsian(_ scalar: Unicode.Scalar) -> Bool {
        (0x1100...0x11FF).contains(scalar.value) || (0x2E80...0xD7FF).contains(scalar.value)
            || (0xF900...0xFAFF).contains(scalar.value) || scalar.value >= 0x20000
    }

    /// Words of an already folded text; every mark between letters and digits parts them.
    static func words(_ folded: String) -> [Substring] {
        folded.unicodeScalars.split {
            !($0.properties.isAlphabetic || ("0"..."9").contains($0))
        }.map { Substring($0) }
    }
}

/// A text, folded once for many phrases. The longest texts are judged by their beginning.
struct WordText: Sendable {
    let words: [Substring]
    /// Folded, without any space, for phrases that are found anywhere.
    let packed: String
    let hasEastAsian: Bool

    init(_ text: String) {
        let folded = WordFolding.fold(String(text.prefix(8000)))
        words = WordFolding.words(folded)
        packed = String(folded.unicodeScalars.filter { !$0.properties.isWhitespace })
        hasEastAsian = folded.unicodeScalars.contains(where: WordFolding.isEastAsian)
    }
}

internal import Foundation

/// Makes spellings of one word equal: no case, accents, ligatures or full-width forms.
package enum TextFolding {
    package static func fold(_ text: String) -> String {
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
    package static func isEastAsian(_ scalar: Unicode.Scalar) -> Bool {
        (0x1100...0x11FF).contains(scalar.value) || (0x2E80...0xD7FF).contains(scalar.value)
            || (0xF900...0xFAFF).contains(scalar.value) || scalar.value >= 0x20000
    }
}

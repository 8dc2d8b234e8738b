import Foundation

/// Cuts text into what the index holds: words of scripts that put spaces between them, and runs of
/// Chinese, Japanese and Korean characters, where any part of a run may be searched.
enum SearchWords {
    enum Piece: Equatable {
        case word(String)
        /// Characters of a run, in order.
        case run([Unicode.Scalar])
    }

    /// Pieces of a text, width and case folded, in order.
    static func pieces(of text: String) -> [Piece] {
        var collector = Collector()
        for scalar in folded(text).unicodeScalars { collector.add(scalar) }
        return collector.finish()
    }

    /// Compatibility forms make full-width letters plain and half-width kana full; the index itself
    /// removes diacritics. A plain text of ASCII needs none of it.
    private static func folded(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
        return text.precomposedStringWithCompatibilityMapping.lowercased()
    }

    private struct Collector {
        private var pieces: [Piece] = []
        private var word = String.UnicodeScalarView()
        private var run: [Unicode.Scalar] = []

        mutating func add(_ scalar: Unicode.Scalar) {
            if SearchWords.isIdeographic(scalar) {
                endWord()
                run.append(scalar)
            } else if SearchWords.isWordPart(scalar) {
                endRun()
                SearchWords.append(scalar, to: &word)
            } else {
                endWord()
                endRun()
            }
        }

        mutating func finish() -> [Piece] {
            endWord()
            endRun()
            return pieces
        }

        private mutating func endWord() {
            guard !word.isEmpty else { return }
            pieces.append(.word(String(word)))
            word = String.UnicodeScalarView()
        }

        private mutating func endRun() {
            guard !run.isEmpty else { return }
            pieces.append(.run(run))
            run = []
        }
    }

    /// Letters that have no decomposition but that people type without their strokes.
    private static func append(_ scalar: Unicode.Scalar, to word: inout String.UnicodeScalarView) {
        switch scalar {
        case "ß": word.append(contentsOf: "ss".unicodeScalars)
        case "æ": word.append(contentsOf: "ae".unicodeScalars)
        case "œ": word.append(contentsOf: "oe".unicodeScalars)
        case "ø": word.append("o")
        case "ł": word.append("l")
        case "đ": word.append("d")
        case "ı": word.append("i")
        default: word.append(scalar)
        }
    }

    private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
            return true
        default:
            return false
        }
    }

    private static let ideographic: [ClosedRange<UInt32>] = [
        0x1100...0x11FF,  // Hangul letters
        0x3005...0x3007,  // iteration mark, closing mark, zero
        0x3031...0x3035,  // vertical repeat marks
        0x3041...0x3096,  // Hiragana
        0x309D...0x309F, 0x30A1...0x30FA,  // Katakana
        0x30FC...0x30FF,  // its long-vowel and repeat marks
        0x3105...0x312F,  // Bopomofo
        0x31F0...0x31FF,  // small Katakana
        0x3400...0x4DBF, 0x4E00...0x9FFF,  // Han
        0xAC00...0xD7A3,  // Hangul syllables
        0xF900...0xFAFF, 0x20000...0x3FFFD,  // more Han
    ]

    static func isIdeographic(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x1100 && ideographic.contains { $0.contains(scalar.value) }
    }
}

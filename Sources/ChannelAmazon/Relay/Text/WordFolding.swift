import LanguageKit

/// Makes spellings of one word equal: no case, accents, ligatures or full-width forms.
enum WordFolding {
    static func fold(_ text: String) -> String { TextFolding.fold(text) }

    /// True for Han, kana and Hangul, whose words are not set apart by spaces.
    static func isEastAsian(_ scalar: Unicode.Scalar) -> Bool { TextFolding.isEastAsian(scalar) }

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

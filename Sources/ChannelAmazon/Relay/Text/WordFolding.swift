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

    private init(words: [Substring], packed: String) {
        self.words = words
        self.packed = packed
        hasEastAsian = packed.unicodeScalars.contains(where: WordFolding.isEastAsian)
    }

    /// The text without the words of some phrases; nil where none of them stands in it. A gap stays
    /// where words were, so that what stood around them makes no phrase.
    func without(_ phrases: PhraseSet) -> WordText? {
        guard !phrases.isEmpty else { return nil }
        let covered = phrases.coveredWords(words)
        let rest = hasEastAsian ? phrases.removingPacked(from: packed) : packed
        guard !covered.isEmpty || rest != packed else { return nil }
        return WordText(
            words: words.indices.map { covered.contains($0) ? "" : words[$0] }, packed: rest)
    }
}

import HelpDesk

/// Tells Japanese, Simplified and Traditional Chinese apart where a text is in Han characters.
enum HanText {
    /// Judges a text without kana. Japanese buyers do write short notes in kanji alone.
    static func guess(_ text: String, marketplace: MarketplaceCode?) -> LanguageGuess {
        let scalars = text.unicodeScalars
        let simplified = scalars.count { HanCharacters.simplifiedOnly.contains($0) }
        let traditional = scalars.count { HanCharacters.traditionalOnly.contains($0) }
        let japanese =
            scalars.count { HanCharacters.japaneseOnly.contains($0) }
            + 2 * HanWords.japanese.count { text.contains($0) }
        let chinese = scalars.count { HanWords.chinese.contains($0) } + simplified
        if japanese > chinese {
            return LanguageGuess("ja", confidence: japanese > 1 ? 0.9 : 0.75)
        }
        if marketplace == "JP", chinese == 0 {
            return LanguageGuess("ja", confidence: 0.7)
        }
        let asSimplified =
            simplified + scalars.count { HanCharacters.simplifiedAsInJapan.contains($0) }
        let asTraditional =
            traditional + scalars.count { HanCharacters.traditionalAsInJapan.contains($0) }
        let script: LanguageCode = asTraditional > asSimplified ? "zh-Hant" : "zh-Hans"
        return LanguageGuess(script, confidence: confidence(chinese, asSimplified, asTraditional))
    }

    private static func confidence(_ chinese: Int, _ simplified: Int, _ traditional: Int)
        -> Double
    {
        switch (chinese, max(simplified, traditional)) {
        case (2..., 2...): 0.98
        case (1..., 1...): 0.93
        case (1..., _), (_, 1...): 0.85
        default: 0.72
        }
    }
}

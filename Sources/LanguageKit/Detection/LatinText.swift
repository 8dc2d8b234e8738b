import HelpDesk

/// Judges text in Latin letters by its words, CLD2's statistics and, last, its marketplace.
enum LatinText {
    static func guess(_ text: String, letters: Int, hint: MarketplaceCode?) -> LanguageGuess {
        let words = WordEvidence(text)
        let statistical = StatisticalGuess(text)
        let hinted = MarketplaceLanguages.language(of: hint)
        let byWords = words.ranking.first.map { LanguageCode($0.code) }
        if letters >= longText, let guess = longGuess(statistical, byWords, words) { return guess }
        if let byWords { return shortGuess(byWords, words, statistical, hinted) }
        return withoutWords(statistical, hinted, letters: letters)
    }

    /// From this many letters on CLD2 is seldom wrong when it says so itself.
    private static let longText = 80

    private static func longGuess(
        _ statistical: StatisticalGuess, _ byWords: LanguageCode?, _ words: WordEvidence
    ) -> LanguageGuess? {
        guard statistical.code != .undetermined else { return nil }
        if statistical.code == byWords {
            return LanguageGuess(statistical.code, confidence: statistical.isReliable ? 0.99 : 0.93)
        }
        guard statistical.isReliable, statistical.share >= 0.7, words.coverage < 0.3 else {
            return nil
        }
        return LanguageGuess(statistical.code, confidence: 0.85)
    }

    private static func shortGuess(
        _ byWords: LanguageCode, _ words: WordEvidence, _ statistical: StatisticalGuess,
        _ hinted: LanguageCode?
    ) -> LanguageGuess {
        let best = tieBroken(byWords, words, statistical, hinted)
        var confidence = 0.45 + 0.25 * min(1, words.coverage * 1.5) + 0.2 * words.lead
        if best == statistical.code { confidence += statistical.isReliable ? 0.15 : 0.08 }
        if best == hinted { confidence += 0.08 }
        if words.wordCount <= 1, best != hinted { confidence -= 0.1 }
        return LanguageGuess(best, confidence: min(0.97, confidence))
    }

    /// Where words leave two languages even, statistics and then the marketplace decide.
    private static func tieBroken(
        _ byWords: LanguageCode, _ words: WordEvidence, _ statistical: StatisticalGuess,
        _ hinted: LanguageCode?
    ) -> LanguageCode {
        guard words.lead < 0.15, let top = words.ranking.first?.weight else { return byWords }
        let near = words.ranking.filter { $0.weight >= top * 0.85 }.map { LanguageCode($0.code) }
        let isShort = words.wordCount <= 6
        if isShort, let hinted, near.contains(hinted) { return hinted }
        if near.contains(statistical.code) { return statistical.code }
        if let hinted, near.contains(hinted) { return hinted }
        return byWords
    }

    private static func withoutWords(
        _ statistical: StatisticalGuess, _ hinted: LanguageCode?, letters: Int
    ) -> LanguageGuess {
        if statistical.code != .undetermined, statistical.isReliable || statistical.code == hinted {
            let base = letters >= 24 && statistical.isReliable ? 0.75 : 0.5
            return LanguageGuess(
                statistical.code, confidence: base + (statistical.code == hinted ? 0.1 : 0))
        }
        if let hinted { return LanguageGuess(hinted, confidence: 0.4) }
        return .none
    }
}

package import HelpDesk

/// Tells a message's language offline. Scripts speak first, then the words of short texts together
/// with CLD2's statistics, and the marketplace's own language only where nothing else does.
package struct LanguageDetector: Sendable {
    /// So much of a text tells its language; a mail of megabytes must not hold up the others.
    private static let lookedAt = 8000

    package init() {}

    /// The language of `text`; `hint` is the marketplace it was written on, if known.
    package func guess(_ text: String, hint: MarketplaceCode? = nil) -> LanguageGuess {
        let plain = PlainWords.only(in: String(text.prefix(Self.lookedAt)))
        let scripts = ScriptCount(plain)
        guard scripts.letters > 0 else { return hinted(hint, confidence: 0.3) }
        if let guess = eastAsian(plain, scripts, hint) { return guess }
        if scripts.otherLetters > scripts.latin {
            let statistical = StatisticalGuess(plain)
            guard statistical.code != .undetermined else { return hinted(hint, confidence: 0.3) }
            return LanguageGuess(statistical.code, confidence: statistical.isReliable ? 0.95 : 0.75)
        }
        // No other language of buyers turns these signs upside down.
        if plain.contains("¿") || plain.contains("¡") {
            return LanguageGuess("es", confidence: 0.95)
        }
        return LatinText.guess(plain, letters: scripts.latin, hint: hint)
    }

    private func eastAsian(_ text: String, _ scripts: ScriptCount, _ hint: MarketplaceCode?)
        -> LanguageGuess?
    {
        // One character says as much as a short word, so a few outweigh a product's Latin name.
        guard scripts.eastAsian * 3 >= scripts.latin else { return nil }
        if scripts.hangul > 0, scripts.hangul >= scripts.kana {
            return LanguageGuess("ko", confidence: scripts.hangul > 1 ? 0.98 : 0.8)
        }
        guard scripts.kana > 0 else {
            return scripts.han > 0 ? HanText.guess(text, marketplace: hint) : nil
        }
        // Chinese advertising likes a lone の.
        if scripts.kana == 1, scripts.han >= 6 { return HanText.guess(text, marketplace: hint) }
        return LanguageGuess("ja", confidence: scripts.kana > 2 ? 0.99 : 0.85)
    }

    private func hinted(_ hint: MarketplaceCode?, confidence: Double) -> LanguageGuess {
        guard let code = MarketplaceLanguages.language(of: hint) else { return .none }
        return LanguageGuess(code, confidence: confidence)
    }
}

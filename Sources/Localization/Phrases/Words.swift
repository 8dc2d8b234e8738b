import HelpDesk

/// Says phrases in one language: `words(phrase)`.
package struct Words: Sendable, Equatable {
    package let language: InterfaceLanguage
    private let catalogue: Catalogue

    /// The language with the catalogue that the program carries.
    package init(_ language: InterfaceLanguage) {
        self.init(language, catalogue: .embedded(language))
    }

    package init(_ language: InterfaceLanguage, catalogue: Catalogue) {
        self.language = language
        self.catalogue = catalogue
    }

    /// The phrase in this language; in English when the catalogue lacks it.
    package func callAsFunction(_ phrase: Phrase) -> String {
        let spoken = language == .simplifiedChinese ? "zh" : "en"
        if let own = RuleWords.choose(phrase.own, spoken) { return own }
        return phrase.filled(catalogue.texts[phrase.key] ?? phrase.english)
    }

    package static func == (left: Words, right: Words) -> Bool { left.language == right.language }
}

/// Names of the languages that the desk writes in.
package enum LanguageNames {
    /// The name of a code such as `de`; the code itself of one that is not among them.
    package static func phrase(_ code: String) -> Phrase {
        switch code.prefix(2) {
        case "en": Phrase("language.en", "English")
        case "de": Phrase("language.de", "German")
        case "fr": Phrase("language.fr", "French")
        case "it": Phrase("language.it", "Italian")
        case "es": Phrase("language.es", "Spanish")
        case "ja": Phrase("language.ja", "Japanese")
        case "zh": Phrase("language.zh", "Chinese")
        default: Phrase("language.other", "{code}", ["code": code])
        }
    }
}

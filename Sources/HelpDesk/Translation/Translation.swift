/// A text in another language.
package struct Translation: Hashable, Sendable, Codable {
    package var text: String
    package var from: LanguageCode
    package var to: LanguageCode
    /// Which engine said so.
    package var engine: String
    /// Facts of the original that are not in the text any more: numbers, amounts, links.
    package var lost: [String]

    package init(
        text: String, from: LanguageCode, to: LanguageCode, engine: String, lost: [String]
    ) {
        self.text = text
        self.from = from
        self.to = to
        self.engine = engine
        self.lost = lost
    }
}

extension DeskError.Code {
    /// No engine is set up.
    package static let translationOff: Self = "translation.off"
    /// The engine cannot do this pair of languages, or said nothing; argument: reason.
    package static let translationFailed: Self = "translation.failed"
    /// Whoever asked gave it up.
    package static let translationCancelled: Self = "translation.cancelled"
}

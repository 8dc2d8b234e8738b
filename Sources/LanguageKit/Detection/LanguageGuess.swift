package import HelpDesk

/// Which language a text is in, and how sure that is.
package struct LanguageGuess: Hashable, Sendable, Codable {
    /// A BCP 47 code such as `de`, `ja` or `zh-Hans`; `und` when nothing speaks for any.
    package var code: LanguageCode
    /// 0 to 1.
    package var confidence: Double

    package init(_ code: LanguageCode, confidence: Double) {
        self.code = code
        self.confidence = min(1, max(0, confidence))
    }

    package static let none = LanguageGuess(.undetermined, confidence: 0)

    /// Below this a guess counts as unsure (helpdesk section 3.5).
    package static let sureFrom = 0.7

    package var isSure: Bool { confidence >= Self.sureFrom }
}

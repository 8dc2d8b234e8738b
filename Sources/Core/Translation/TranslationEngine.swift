package import HelpDesk

/// Turns a text into another language. Whatever is behind it, the desk's rules are the same: asked
/// by a person, cached, never sent by itself.
package protocol TranslationEngine: Sendable {
    /// What people see of it, such as `apertium`.
    var name: String { get }

    /// Throws `translationFailed` with a reason that holds nothing of the text.
    func translate(
        _ text: String, from: LanguageCode, to: LanguageCode
    ) async throws(DeskError) -> String
}

extension DeskError {
    static func translation(_ reason: String) -> DeskError {
        DeskError(.translationFailed, ["reason": reason])
    }
}

/// The engine's names for languages.
struct EngineLanguages: Sendable {
    let names: [String: String]

    /// The first part of a language's tag, unless the settings say otherwise.
    func name(of language: LanguageCode) -> String {
        let short = String(language.rawValue.prefix { $0 != "-" })
        return names[language.rawValue] ?? names[short] ?? short
    }
}

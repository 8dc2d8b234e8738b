/// A team's own words for a rule it made, by language code.
package struct RuleWords: Hashable, Sendable, Codable {
    /// Why the rule stops.
    package var why: [String: String]
    /// What to write instead.
    package var remedy: [String: String]

    package init(why: [String: String], remedy: [String: String] = [:]) {
        self.why = why
        self.remedy = remedy
    }

    /// The words in `language`, or in English, or in any language there is.
    package static func choose(_ texts: [String: String], _ language: String) -> String? {
        texts[language] ?? texts["en"] ?? texts.sorted { $0.key < $1.key }.first?.value
    }
}

/// Finds templates by words.
package enum TemplateSearch {
    /// Whether each word of `search` stands in a template's key, title or body, however it is
    /// capitalised.
    package static func finds(
        _ search: String, in key: TemplateKey, _ title: String, _ body: String
    ) -> Bool {
        let text = "\(key.rawValue) \(title) \(body)".lowercased()
        return search.lowercased().split(whereSeparator: \.isWhitespace)
            .allSatisfy { text.contains($0) }
    }
}

import SwiftExtensions

/// Patterns and formats of texts, as the models name them.
enum TextFormat {
    /// Whether the pattern is found in the text; a pattern that we cannot read matches nothing.
    static func matches(_ text: String, _ pattern: String) -> Bool {
        guard let expression = try? Regex(pattern) else { return false }
        return text.contains(expression)
    }

    /// Formats other than times are not looked into.
    static func isValid(_ text: String, _ format: String) -> Bool {
        switch format {
        case "date-time":
            matches(text, #"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:?\d{2})$"#)
                && Timestamp(iso8601: text) != nil
        case "date": matches(text, #"^\d{4}-\d{2}-\d{2}$"#)
        default: true
        }
    }
}

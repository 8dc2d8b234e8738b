/// Rows of comma-separated values (RFC 4180) that a spreadsheet shows and never runs.
package enum CSVText {
    /// One line with its end. A cell that a spreadsheet would take for a formula begins with an
    /// apostrophe (helpdesk section 17; also a tab and a line break, as OWASP has it).
    package static func line(_ cells: [String]) -> String {
        cells.map(cell).joined(separator: ",") + "\r\n"
    }

    private static func cell(_ text: String) -> String { quoted(harmless(text)) }

    /// The text, with an apostrophe before what a spreadsheet would run. Scalars count, not
    /// characters: a mark on an equals sign makes another character of it and the same formula.
    package static func harmless(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, dangerous.contains(first) else { return text }
        return "'" + text
    }

    /// The text as one cell, in quotes where it needs them.
    package static func quoted(_ text: String) -> String {
        let needsQuotes = text.unicodeScalars.contains { [",", "\"", "\n", "\r"].contains($0) }
        return needsQuotes
            ? "\""
                + text.split(separator: "\"", omittingEmptySubsequences: false)
                .joined(separator: "\"\"") + "\"" : text
    }

    private static let dangerous: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "\n"]
}

/// Rows of comma-separated values (RFC 4180) that a spreadsheet shows and never runs.
package enum CSVText {
    /// One line with its end. A cell that a spreadsheet would take for a formula begins with an
    /// apostrophe (helpdesk section 17; also a tab and a line break, as OWASP has it).
    package static func line(_ cells: [String]) -> String {
        cells.map(cell).joined(separator: ",") + "\r\n"
    }

    private static func cell(_ text: String) -> String {
        var text = text
        if let first = text.unicodeScalars.first, dangerous.contains(first) { text = "'" + text }
        let needsQuotes = text.unicodeScalars.contains { [",", "\"", "\n", "\r"].contains($0) }
        return needsQuotes
            ? "\""
                + text.split(separator: "\"", omittingEmptySubsequences: false)
                .joined(separator: "\"\"") + "\"" : text
    }

    private static let dangerous: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "\n"]
}

import SwiftExtensions
import TOMLKit

/// The `[[macro]]` tables of a file of macros.
package struct MacroFile: Sendable, Hashable {
    package struct Entry: Sendable, Hashable {
        /// Where the entry stands, for messages.
        package var file: String
        package var line: Int
        package var name: String
        package var title: String
        /// Kinds of questions it is for; empty for all.
        package var categories: [String]
        /// Acts as the command line takes them, in order.
        package var acts: [String]

        package init(
            file: String = "", line: Int = 0, name: String, title: String,
            categories: [String] = [], acts: [String]
        ) {
            self.file = file
            self.line = line
            self.name = name
            self.title = title
            self.categories = categories
            self.acts = acts
        }
    }

    /// Throws all problems of the file at once, each with its line and key.
    package static func load(_ file: String) throws(ConfigurationError) -> [Entry] {
        let text = try TemplateFile.text(of: file)
        let report = ProblemReport(file: file, text: text)
        let table = TableReader(
            try TemplateFile.root(text, of: file), path: "", report: report)
        let entries = table.tables("macro").enumerated().compactMap { index, reader in
            entry(reader, file: file, line: report.line(of: "macro[\(index)]"))
        }
        table.finish()
        guard report.problems.isEmpty else { throw ConfigurationError(problems: report.sorted) }
        return entries
    }

    private static func entry(_ table: TableReader, file: String, line: Int) -> Entry? {
        let name = table.requiredString("name")
        let title = table.requiredString("title")
        let categories = table.strings("categories") ?? []
        let acts = table.strings("acts") ?? []
        table.finish()
        guard let name, let title else { return nil }
        return Entry(
            file: file, line: line, name: name, title: title, categories: categories, acts: acts)
    }

    /// A file that `load` reads as these entries, by name.
    package static func text(_ entries: [Entry]) -> String {
        entries.sorted { $0.name < $1.name }.map { entry in
            var lines = [
                "[[macro]]", "name = \(TOMLText.quoted(entry.name))",
                "title = \(TOMLText.quoted(entry.title))",
            ]
            if !entry.categories.isEmpty {
                lines.append("categories = \(TOMLText.list(entry.categories))")
            }
            lines.append("acts = \(TOMLText.list(entry.acts))\n")
            return lines.joined(separator: "\n")
        }.joined(separator: "\n")
    }
}

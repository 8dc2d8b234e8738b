package import HelpDesk
import TOMLKit

/// The typed messages that the desk can send, from a data file.
package struct MessagingTable: Sendable {
    /// One action: its rule and where it is posted.
    package struct Entry: Hashable, Sendable {
        package var rule: MessageRule
        /// The operation's name in the model.
        package var operation: String
        /// Last part of the path.
        package var path: String
        /// Whether it may go out to a buyer who opted out of unasked messages (amazon.md 1.2, 2.10).
        package var isCritical: Bool
    }

    /// In the file's order.
    package let entries: [Entry]

    /// Reads a table in TOML; throws the decoder's error when its shape is wrong.
    package init(toml: String) throws {
        entries = try TOMLDecoder().decode(Document.self, from: toml).action.map { row in
            Entry(
                rule: MessageRule(
                    action: row.name, textLimit: row.text, fewestFiles: row.fewestFiles ?? 0,
                    mostFiles: row.mostFiles ?? 0, needsCoverage: row.coverage ?? false),
                operation: row.operation, path: row.path, isCritical: row.critical ?? false)
        }
    }

    /// The table that ships with the desk.
    package static let standard: MessagingTable = {
        do {
            return try MessagingTable(
                toml: EmbeddedTable.text(PackageResources.messaging_actions_toml))
        } catch {
            preconditionFailure("The embedded table of messages is read by a test: \(error)")
        }
    }()

    /// The entry of an action; nil for a name without an operation.
    package func entry(_ action: String) -> Entry? {
        entries.first { $0.rule.action == action }
    }

    private struct Document: Decodable {
        struct Row: Decodable {
            var name: String
            var operation: String
            var path: String
            var text: Int?
            var fewestFiles: Int?
            var mostFiles: Int?
            var coverage: Bool?
            var critical: Bool?

            enum CodingKeys: String, CodingKey {
                case name, operation, path, text, coverage, critical
                case fewestFiles = "fewest_files"
                case mostFiles = "most_files"
            }
        }
        var action: [Row]
    }
}

import SwiftExtensions
import TOMLKit

/// The `[[template]]` tables of one template file.
package struct TemplateFile: Sendable, Hashable {
    package struct Entry: Sendable, Hashable {
        /// Where the entry stands, for messages.
        package var file: String
        package var line: Int
        package var key: String
        package var title: String
        package var language: String
        package var category: String
        package var stores: [String]
        package var marketplaces: [String]
        package var version: Int
        package var body: String
        /// Where the order must stand; empty for anywhere.
        package var orderStates: [String]
        /// Number of the group whose people may use it; nil for everybody.
        package var group: Int64?
        /// Key of the template that it is made from.
        package var origin: String?

        package init(
            file: String, line: Int, key: String, title: String, language: String,
            category: String, stores: [String] = [], marketplaces: [String] = [],
            version: Int = 1, body: String, orderStates: [String] = [], group: Int64? = nil,
            origin: String? = nil
        ) {
            self.file = file
            self.line = line
            self.key = key
            self.title = title
            self.language = language
            self.category = category
            self.stores = stores
            self.marketplaces = marketplaces
            self.version = version
            self.body = body
            self.orderStates = orderStates
            self.group = group
            self.origin = origin
        }
    }

    package var entries: [Entry]

    /// Reads every `*.toml` of a folder, in the order of their names.
    package static func loadAll(inFolder folder: String) throws(ConfigurationError) -> [Entry] {
        var entries: [Entry] = []
        for name in try names(in: folder) {
            entries += try load(folder + "/" + name).entries
        }
        return entries
    }

    /// Throws all problems of the file at once, each with its line and key.
    package static func load(_ file: String) throws(ConfigurationError) -> TemplateFile {
        let text = try text(of: file)
        let root = try root(text, of: file)
        let report = ProblemReport(file: file, text: text)
        let table = TableReader(root, path: "", report: report)
        let language = table.string("language")
        let entries = table.tables("template").enumerated().compactMap { index, reader in
            entry(
                reader, file: file, line: report.line(of: "template[\(index)]"),
                language: language)
        }
        table.finish()
        guard report.problems.isEmpty else { throw ConfigurationError(problems: report.sorted) }
        return TemplateFile(entries: entries)
    }

    static func text(of file: String) throws(ConfigurationError) -> String {
        do {
            return String(decoding: try FileBytes.read(file, limit: 4 << 20), as: UTF8.self)
        } catch {
            throw failure(file, 0, .unreadable, "\(error)")
        }
    }

    static func root(_ text: String, of file: String) throws(ConfigurationError) -> TOMLTable {
        do { return try TOMLTable(string: text) } catch let error as TOMLParseError {
            throw failure(file, error.source.begin.line, .syntax, error.description)
        } catch {
            throw failure(file, 0, .syntax, String(describing: error))
        }
    }

    /// A file whose templates share a language names it once, at its top.
    private static func entry(
        _ table: TableReader, file: String, line: Int, language shared: String?
    ) -> Entry? {
        let key = table.requiredString("key")
        let title = table.requiredString("title")
        let language =
            shared == nil || table.has("language") ? table.requiredString("language") : shared
        let category = table.requiredString("category")
        let body = table.requiredString("body")
        let stores = table.strings("stores") ?? []
        let marketplaces = table.strings("marketplaces") ?? []
        let version = table.integer("version", in: 1...1_000_000) ?? 1
        let orderStates = table.strings("order_states") ?? []
        let group = table.integer("group", in: 1...Int(Int32.max)).map { Int64($0) }
        let origin = table.string("made_from")
        table.finish()
        guard let key, let title, let language, let category, let body else { return nil }
        return Entry(
            file: file, line: line, key: key, title: title, language: language,
            category: category, stores: stores, marketplaces: marketplaces, version: version,
            body: body, orderStates: orderStates, group: group, origin: origin)
    }

    private static func names(in folder: String) throws(ConfigurationError) -> [String] {
        do { return try FolderListing.names(in: folder).filter { $0.hasSuffix(".toml") } } catch {
            throw failure(folder, 0, .unreadable, "\(error)")
        }
    }

    private static func failure(
        _ file: String, _ line: Int, _ kind: ConfigurationProblem.Kind, _ detail: String
    ) -> ConfigurationError {
        ConfigurationError(problems: [
            ConfigurationProblem(file: file, line: line, key: "", kind: kind, detail: detail)
        ])
    }
}

import TOMLKit

/// Where a flat report's fields stand, from a data file.
struct ReportColumns: Sendable {
    struct Column: Decodable, Sendable {
        var field: String
        var names: [String]
        var required: Bool?
        var position: Int?
    }

    private let reports: [String: [Column]]

    /// Reads a table in TOML; throws the decoder's error when its shape is wrong.
    init(toml: String) throws {
        let document = try TOMLDecoder().decode(Document.self, from: toml)
        reports = Dictionary(
            document.report.map { ($0.name, $0.column) }, uniquingKeysWith: { first, _ in first })
    }

    /// The table that ships with the desk.
    static let standard: ReportColumns = {
        do {
            return try ReportColumns(toml: EmbeddedTable.text(PackageResources.report_columns_toml))
        } catch {
            preconditionFailure("The embedded table of columns is read by a test: \(error)")
        }
    }()

    func columns(of report: String) -> [Column] { reports[report] ?? [] }

    private struct Document: Decodable {
        struct Report: Decodable {
            var name: String
            var column: [Column]
        }
        var report: [Report]
    }
}

import HelpDesk

/// A flat report: a heading, then lines of fields between tabs. Amazon quotes nothing.
struct FlatFile {
    /// One line with its fields by the table's names.
    struct Line {
        /// Counted from one, the heading included.
        var number: Int
        fileprivate var cells: [Substring]
        fileprivate var places: [String: Int]

        /// The cleaned field; nil when it is empty or the report has no such column.
        func text(_ field: String, limit: Int = 500) -> String? {
            guard let place = places[field], place < cells.count else { return nil }
            let cleaned = PlatformText.cleaned(String(cells[place]), limit: limit)
            let trimmed = cleaned.drop(while: \.isWhitespace).reversed()
                .drop(while: \.isWhitespace).reversed()
            let text = String(trimmed)
            return text.isEmpty ? nil : text
        }
    }

    enum Problem: Error, Hashable, CustomStringConvertible {
        case empty
        case noColumn(String)

        var description: String {
            switch self {
            case .empty: "empty"
            case .noColumn(let field): "no column for \(field)"
            }
        }
    }

    let lines: [Line]

    /// Splits a report's text and finds its columns. Throws when a required one is missing, since
    /// then no line means anything.
    init(_ text: String, report: String, columns: ReportColumns = .standard) throws(Problem) {
        let rows = Self.rows(of: text)
        guard let heading = rows.first, !heading.isEmpty else { throw .empty }
        let places = try Self.places(
            heading.split(separator: "\t", omittingEmptySubsequences: false).map(Self.folded),
            columns.columns(of: report))
        lines = rows.enumerated().dropFirst().compactMap { index, row in
            guard row.contains(where: { $0 != "\t" && $0 != " " }) else { return nil }
            return Line(
                number: index + 1,
                cells: row.split(separator: "\t", omittingEmptySubsequences: false),
                places: places)
        }
    }

    private static func rows(of text: String) -> [Substring] {
        var rest = text[...]
        if rest.unicodeScalars.first == "\u{FEFF}" {
            rest = Substring(rest.unicodeScalars.dropFirst())
        }
        // Comments of buyers hold other separators of lines, which end none here.
        return rest.split(omittingEmptySubsequences: false) {
            $0 == "\n" || $0 == "\r\n" || $0 == "\r"
        }
    }

    private static func places(
        _ heading: [String], _ columns: [ReportColumns.Column]
    ) throws(Problem) -> [String: Int] {
        var places: [String: Int] = [:]
        for column in columns {
            let names = column.names.map { folded($0) }
            if let place = heading.firstIndex(where: names.contains) {
                places[column.field] = place
            }
        }
        // Not one known heading: another language, so the order of the columns must do.
        if places.isEmpty {
            for column in columns {
                guard let position = column.position, position <= heading.count else { continue }
                places[column.field] = position - 1
            }
        }
        for column in columns where column.required == true && places[column.field] == nil {
            throw .noColumn(column.field)
        }
        return places
    }

    /// Letters and digits only, in lower case.
    private static func folded(_ text: some StringProtocol) -> String {
        text.lowercased().filter { $0.isLetter || $0.isNumber }
    }
}

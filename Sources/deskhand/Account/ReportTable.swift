import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore

/// One value of a report's row.
enum ReportCell: Encodable {
    case text(String?)
    case number(Int?)
    case decimal(Double?)
    case flag(Bool)
    case time(Timestamp?)
    /// A code with the words that stand for it where people read.
    case word(String, Phrase)

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .number(let number): try container.encode(number)
        case .decimal(let number): try container.encode(number)
        case .flag(let flag): try container.encode(flag)
        case .time(let time): try container.encode(time?.iso8601)
        case .word(let code, _): try container.encode(code)
        }
    }

    /// As text, empty where there is nothing.
    var plain: String {
        switch self {
        case .text(let text): text ?? ""
        case .number(let number): number.map(String.init) ?? ""
        case .decimal(let number): number.map { FigureText.text($0, .points) } ?? ""
        case .flag(let flag): flag ? "true" : "false"
        case .time(let time): time?.iso8601 ?? ""
        case .word(let code, _): code
        }
    }

    func words(_ words: Words) -> String {
        switch self {
        case .flag(let flag): words(FlagWords.of(flag))
        case .word(_, let phrase): words(phrase)
        case .text, .number, .decimal, .time: plain
        }
    }
}

/// A report as the command line prints it: JSON, comma-separated values, or a table for people. The
/// columns' names in the first two are a stable interface.
struct ReportTable {
    var columns: [String]
    var rows: [[ReportCell]]

    /// RFC 4180, with a heading. A cell that a spreadsheet would run as a formula gets a quote
    /// before it.
    var commaSeparated: [String] {
        [columns.map(Self.quoted).joined(separator: ",")]
            + rows.map { row in
                row.map { Self.quoted(Self.harmless($0)) }.joined(separator: ",")
            }
    }

    /// For people: a heading, and words for codes. No cell can end a line or reach the terminal raw.
    func lines(_ words: Words) -> [String] {
        var table = TextTable(columns.map { words(ReportColumns.heading($0)) })
        for row in rows {
            table.add(row.map { $0.words(words) }.map { $0.isEmpty ? "-" : $0 })
        }
        return table.lines
    }

    /// Numbers are what they are; only words can be formulas.
    private static func harmless(_ cell: ReportCell) -> String {
        // Cleaned first: what cleaning takes away could have stood before the formula.
        let text = SafeText.line(cell.plain)
        guard case .text = cell, Double(text) == nil else { return text }
        return CSVText.harmless(text)
    }

    private static func quoted(_ text: String) -> String {
        CSVText.quoted(SafeText.line(text))
    }
}

extension ReportTable: Encodable {
    private struct Key: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init(_ name: String) { stringValue = name }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// A list of objects, each with every column.
    func encode(to encoder: any Encoder) throws {
        var list = encoder.unkeyedContainer()
        for row in rows {
            var object = list.nestedContainer(keyedBy: Key.self)
            for (name, cell) in zip(columns, row) { try object.encode(cell, forKey: Key(name)) }
        }
    }
}

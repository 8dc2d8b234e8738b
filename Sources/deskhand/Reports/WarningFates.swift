import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import Workstation

/// How warnings fared that authors got when they tried to send, for people and for scripts.
struct WarningFates {
    let report: WordingReport
    let words: Words

    private var header: [String] {
        [
            WordingStrings.rule, WordingStrings.heeded, WordingStrings.kept, WordingStrings.open,
            WordingStrings.precision, WordingStrings.doubtful,
        ].map { words($0) }
    }

    private var all: [WordingReport.Line] { report.lines + (report.rules ?? []) }

    private func cells(_ line: WordingReport.Line) -> [String] {
        [
            line.rule, String(line.heeded), String(line.kept), String(line.open),
            FigureText.text(line.precision, .share), line.isDoubtful ? "!" : "",
        ]
    }

    var lines: [String] {
        var table = TextTable(header)
        for line in all { table.add(cells(line)) }
        return [words(WordingStrings.rules)] + table.lines + [words(WordingStrings.formula)]
            + report.worn.map { SafeText.line(words(WordingStrings.worn($0))) }
    }

    var markup: [String] {
        let rows = all.map { line in Markup.row(cells(line).map { .text($0) }) }
        return [
            "<h2>\(Markup.text(words(WordingStrings.rules)))</h2>", Markup.table(header, rows),
            "<p>\(Markup.text(words(WordingStrings.formula)))</p>",
        ]
            + report.worn.map { "<p>\(Markup.text(words(WordingStrings.worn($0))))</p>" }
    }

    var document: JSONValue {
        [
            "formula": .text(words(WordingStrings.formula)),
            "rules": .list(all.map(Self.line)),
            "worn": .list(
                report.worn.map { worn in
                    [
                        "store": .text(worn.store.rawValue), "ticket": JSONValue(worn.ticket),
                        "count": .integer(Int64(worn.count)), "of": .integer(Int64(worn.of)),
                        "text": .text(worn.text),
                    ]
                }),
        ]
    }

    private static func line(_ line: WordingReport.Line) -> JSONValue {
        [
            "rule": .text(line.rule), "written_anew": .integer(Int64(line.heeded)),
            "kept": .integer(Int64(line.kept)), "open": .integer(Int64(line.open)),
            "precision": JSONValue(line.precision), "doubtful": .bool(line.isDoubtful),
            "kept_tickets": .list((line.keptTickets ?? []).map { JSONValue($0) }),
        ]
    }
}

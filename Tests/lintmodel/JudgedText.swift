import Compliance
import Foundation
import HelpDesk

/// A text that people have judged: a row of the development corpus, or a sentence behind the rule
/// that it breaks.
struct JudgedText {
    let text: String
    let context: LintContext
    /// Rules and the bytes that break them. Rules of form are no matter of likeness.
    let broken: [(rule: String, place: Range<Int>)]

    private struct Row: Decodable {
        struct Expectation: Decodable {
            var rule: String
            var severity: String
            var spanText: String

            enum CodingKeys: String, CodingKey {
                case rule, severity
                case spanText = "span_text"
            }
        }

        var lang: String
        var marketplace: String
        var text: String
        var expect: [Expectation]
    }

    /// `line` of a file: JSON, or for `sentences-LANGUAGE.tsv` a rule or `OK`, a tab and a sentence.
    init(_ line: Substring, of file: URL) throws {
        if file.pathExtension == "tsv" {
            let fields = line.split(separator: "\t")
            guard fields.count == 2 else { throw CocoaError(.fileReadCorruptFile) }
            let name = file.deletingPathExtension().lastPathComponent
            text = String(fields[1])
            context = LintContext(language: LanguageCode(String(name.suffix(2))))
            broken = fields[0] == "OK" ? [] : [(String(fields[0]), 0..<text.utf8.count)]
            return
        }
        let row = try JSONDecoder().decode(Row.self, from: Data(line.utf8))
        let bytes = Data(row.text.utf8)
        text = row.text
        context = LintContext(
            marketplace: MarketplaceCode(row.marketplace), language: LanguageCode(row.lang))
        broken = row.expect.compactMap { found in
            guard found.severity != "advise", !found.spanText.isEmpty,
                Self.families.contains(String(found.rule.prefix(3))),
                let place = bytes.range(of: Data(found.spanText.utf8))
            else { return nil }
            return (found.rule, place)
        }
    }

    /// The examples of the desk's rules, and what its fixes put in.
    static var ofTheTables: [JudgedText] {
        let book = RuleBook.builtIn
        let examples = book.rules.flatMap { rule in
            rule.examples.filter { families.contains(String(rule.code.prefix(3))) || !$0.isHit }
                .map { JudgedText($0, of: rule) }
        }
        let fixes = book.fixTextNames.flatMap { name in
            book.fixTextsByLanguage(name).sorted { $0.key < $1.key }
                .map { JudgedText(text: $0.value, context: LintContext(), broken: []) }
        }
        return examples + fixes
    }

    private init(_ example: LintExample, of rule: LintRule) {
        text = example.text
        context = example.context
        let isGuilty = example.isHit && rule.severity > .advise
        broken = isGuilty ? [(rule.code, 0..<text.utf8.count)] : []
    }

    private init(text: String, context: LintContext, broken: [(rule: String, place: Range<Int>)]) {
        self.text = text
        self.context = context
        self.broken = broken
    }

    private static let families: Set<String> = [
        "CON", "LNK", "REV", "PAY", "DIV", "MKT", "PRV", "TON",
    ]
}

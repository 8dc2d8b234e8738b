import Compliance
import Foundation
import HelpDesk
import Testing

/// One text of the development corpus and what a linter should say of it.
struct CorpusText: Decodable, Sendable {
    struct Expectation: Decodable, Sendable {
        var rule: String
        var severity: String
        var spanText: String

        enum CodingKeys: String, CodingKey {
            case rule, severity
            case spanText = "span_text"
        }
    }

    var id: String
    var lang: String
    var marketplace: String
    var text: String
    var expect: [Expectation]
    var note: String
    /// Rules that may be found besides, since people disagree about them.
    var tolerate: [String]?

    var kind: String {
        String(note.dropFirst("kind=".count).prefix { $0.isLetter })
    }

    /// What the desk knows when it is checked.
    var context: LintContext {
        LintContext(
            messageKind: LintMessageKind(rawValue: kind) ?? .reply,
            marketplace: MarketplaceCode(marketplace), language: LanguageCode(lang))
    }
}

/// A text and what the linter says of it, found once for all suites.
struct JudgedText: Sendable {
    let source: CorpusText
    let findings: [Finding]

    var id: String { source.id }
    var text: String { source.text }
    var context: LintContext { source.context }
}

enum Corpus {
    /// The development corpus.
    static let development = judged("compliance-dev")
    /// Texts of somebody who had not read the rules.
    static let adversary = judged("adversary")

    /// Every so many-th text of both corpora, other ones for each name: debug builds are slow.
    static func sample(_ step: Int, of name: String) throws -> [JudgedText] {
        let all = try development.get() + adversary.get()
        let first = name.utf8.reduce(0) { $0 + Int($1) } % step
        return all.enumerated().filter { $0.offset % step == first }.map(\.element)
    }

    /// Reads and judges a corpus; one that several suites need is kept above.
    static func judged(_ name: String) -> Result<[JudgedText], any Error> {
        Result {
            try load(name).map { text in
                JudgedText(
                    source: text, findings: Linter.lint(text.text, context: text.context))
            }
        }
    }

    private static func load(_ name: String) throws -> [CorpusText] {
        let url = try #require(
            Bundle.module.url(
                forResource: name, withExtension: "jsonl", subdirectory: "Fixtures"))
        let text = try String(contentsOf: url, encoding: .utf8)
        let decoder = JSONDecoder()
        return try text.split(separator: "\n").map {
            try decoder.decode(CorpusText.self, from: Data($0.utf8))
        }
    }
}

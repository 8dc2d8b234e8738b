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

enum Corpus {
    /// Both corpora.
    static func all() throws -> [CorpusText] { try load() + load("adversary") }

    /// Every so many-th text of both corpora, other ones for each name: debug builds are slow.
    static func sample(_ step: Int, of name: String) throws -> [CorpusText] {
        let first = name.utf8.reduce(0) { $0 + Int($1) } % step
        return try all().enumerated().filter { $0.offset % step == first }.map(\.element)
    }

    /// The development corpus; `adversary` are texts of somebody who had not read the rules.
    static func load(_ name: String = "compliance-dev") throws -> [CorpusText] {
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

import Foundation
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

    var kind: String {
        String(note.dropFirst("kind=".count).prefix { $0.isLetter })
    }
}

enum Corpus {
    static func load() throws -> [CorpusText] {
        let url = try #require(
            Bundle.module.url(
                forResource: "compliance-dev", withExtension: "jsonl", subdirectory: "Fixtures"))
        let text = try String(contentsOf: url, encoding: .utf8)
        let decoder = JSONDecoder()
        return try text.split(separator: "\n").map {
            try decoder.decode(CorpusText.self, from: Data($0.utf8))
        }
    }
}

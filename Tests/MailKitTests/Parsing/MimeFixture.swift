import Foundation
import Testing

/// A broken or unusual mail of `Fixtures` and what must be read of it; absent keys are not asked.
struct MimeFixture: Decodable, Sendable, CustomTestStringConvertible {
    var file: String
    var subject: String?
    var text: String?
    var textContains: String?
    var textPrefix: String?
    var textLength: Int?
    var textAbsent: Bool?
    var subjectLength: Int?
    var htmlText: String?
    var from: [String]?
    var files: [String]?
    var kinds: [String]?
    var dangers: [String]?
    var bytes: [String]?
    /// In ISO 8601; empty when none must be read.
    var date: String?
    var warnings: [String]?

    var testDescription: String { file }

    private enum CodingKeys: String, CodingKey {
        case file, subject, text, files, kinds, dangers, bytes, date, warnings
        case textContains = "text_contains"
        case textPrefix = "text_prefix"
        case textLength = "text_length"
        case textAbsent = "text_absent"
        case subjectLength = "subject_length"
        case htmlText = "html_text"
        case from = "from_"
    }

    static let all: [MimeFixture] = {
        guard let lines = try? String(decoding: bytes("expected.jsonl"), as: UTF8.self) else {
            return []
        }
        return lines.split(separator: "\n").compactMap {
            try? JSONDecoder().decode(MimeFixture.self, from: Data($0.utf8))
        }
    }()

    static func bytes(_ name: String) throws -> [UInt8] {
        let folder = try #require(Bundle.module.resourceURL).appending(path: "Fixtures")
        return [UInt8](try Data(contentsOf: folder.appending(path: name)))
    }
}

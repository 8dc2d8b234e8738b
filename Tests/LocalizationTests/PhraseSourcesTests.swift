import FoundationEssentials
import Localization
import Testing

/// Finds every phrase in the sources, so that none can lack a translation or linger without use.
struct PhraseSourcesTests {
    static let sources: URL = {
        let tests = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        return URL(filePath: "/\(tests)/Sources")
    }()

    static func phrases() throws -> [String: Set<String>] {
        var found: [String: Set<String>] = [:]
        for folder in ["Localization", "Workstation", "deskhand"] {
            for file in try swiftFiles(sources.appending(path: folder).resolvingSymlinksInPath()) {
                let text = try String(contentsOf: file, encoding: .utf8)
                for phrase in phrases(in: text) {
                    found[phrase.key, default: []].insert(phrase.text)
                }
            }
        }
        return found
    }

    private static func swiftFiles(_ folder: URL) throws -> [URL] {
        let manager = FileManager.default
        return try manager.subpathsOfDirectory(atPath: folder.path()).filter {
            $0.hasSuffix(".swift")
        }.map { folder.appending(path: $0) }
    }

    private static func phrases(in source: String) -> [(key: String, text: String)] {
        source.split(separator: "Phrase(").dropFirst().compactMap { part in
            let literals = literals(at: part)
            return literals.count == 2 ? (literals[0], literals[1]) : nil
        }
    }

    /// The two string literals that begin a phrase, separated by a comma and blanks.
    private static func literals(at part: Substring) -> [String] {
        var rest = part
        var found: [String] = []
        while found.count < 2 {
            rest = rest.drop { $0.isWhitespace || $0 == "," }
            guard rest.first == "\"" else { return found }
            rest = rest.dropFirst()
            var text = ""
            while let character = rest.first, character != "\"" {
                rest = rest.dropFirst()
                if character == "\\", let escaped = rest.first {
                    text.append(escaped)
                    rest = rest.dropFirst()
                } else {
                    text.append(character)
                }
            }
            rest = rest.dropFirst()
            found.append(text)
        }
        return found
    }

    @Test func everyPhraseHasAChineseTextWithTheSameArguments() throws {
        let chinese = Catalogue.embedded(.simplifiedChinese).texts
        let phrases = try Self.phrases()
        #expect(phrases.count > 250)
        for (key, texts) in phrases {
            for text in texts {
                let translated = chinese[key]
                #expect(translated != nil, "\(key) has no Chinese text")
                #expect(
                    translated.map(Phrase.argumentNames) == Phrase.argumentNames(in: text),
                    "\(key): arguments differ")
            }
        }
    }

    @Test func oneKeyHasOneEnglishText() throws {
        for (key, texts) in try Self.phrases() where texts.count > 1 {
            Issue.record("\(key) stands for \(texts.sorted())")
        }
    }

    @Test func everyCatalogueKeyIsUsed() throws {
        let used = Set(try Self.phrases().keys)
        let unused = Set(Catalogue.embedded(.simplifiedChinese).texts.keys).subtracting(used)
        #expect(unused.sorted() == [])
    }
}

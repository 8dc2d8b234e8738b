import Compliance
import Foundation
import HelpDesk
import Testing

/// The model of likeness: what it says beside the tables, and against them.
@Suite struct LikenessTests {
    /// Nothing of the tables stands there; only texts like it are known.
    @Test(arguments: [
        "For a faster answer, look our shop up on the green chat program and we will sort it there.",
        "Put in a kind word on the product page and your next filter is on the house.",
    ])
    func whatIsSaidInOtherWordsWarns(text: String) {
        let findings = Linter.lint(text)
        #expect(findings.contains { $0.severity >= .warn }, "\(findings.map(\.rule))")
    }

    @Test func whatOnlyTheModelSaysNeverBlocks() throws {
        for text in try Corpus.judged("unseen-third").get() {
            for finding in text.findings where finding.arguments?["likeness"] != nil {
                #expect(finding.severity <= .warn, "\(text.id)")
            }
        }
    }

    /// The table was learnt from these very texts: whoever changes one runs scripts/train-linter.
    @Test func theTableIsOfTheseTexts() throws {
        let folder = try #require(
            Bundle.module.url(forResource: "Fixtures", withExtension: nil))
        var digest = CorpusDigest()
        for file in try learnt(in: folder) {
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                digest.add(line: line.utf8)
            }
        }
        #expect(digest.text == LikenessModel.corpusOfShared)
    }

    private func learnt(in folder: URL) throws -> [URL] {
        let files = try #require(
            FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        return files.compactMap { $0 as? URL }
            .filter { ["jsonl", "tsv"].contains($0.pathExtension) }
            .filter { !$0.lastPathComponent.hasPrefix("unseen-") }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
    }
}

import Compliance
import Foundation
import HelpDesk
import Testing

/// The model of likeness: what it says beside the tables, and against them.
@Suite struct LikenessTests {
    /// Texts that nobody has learnt from: four strangers' (docs/Linter.md has the figures), the last
    /// of them siblings of the development corpus. A floor is what this state reaches, less one text
    /// in fifty.
    @Test(arguments: [
        ("unseen-first", 0.94, 0.91), ("unseen-second", 0.93, 0.91), ("unseen-third", 0.92, 0.82),
        ("unseen-siblings", 0.89, 0.89),
    ])
    func textsThatNobodyLearntAreJudged(name: String, precision: Double, recall: Double) throws {
        let figures = Figures(try Corpus.judged(name).get())
        figures.print()
        #expect(figures.all.precision >= precision, "\(figures.all.accused)")
        #expect(figures.all.recall >= recall, "\(figures.all.missed)")
    }

    /// Nothing of the tables stands there.
    @Test func whatIsSaidInOtherWordsWarns() {
        let text = "Our team reads faster on the green chat program, look for our shop there."
        let found = Linter.lint(text).filter { $0.arguments?["likeness"] != nil }
        #expect(found.map(\.severity) == [.warn])
        #expect(found.map(\.text) == [text])
    }

    @Test func wordsInAnHonestSentenceAdvise() {
        let text = "The brass plate on your money box does say Western Union, it is part of the design."
        let found = Linter.lint(text)
        #expect(found.map(\.rule) == ["PAY-01"])
        #expect(found.allSatisfy { $0.severity == .advise && $0.arguments?["unlike"] != nil })
    }

    /// A disguise is meant as it sounds, however honest the rest.
    @Test func whatIsDisguisedIsNotExcused() {
        let text = "Sie finden mich auch bei W.h.a.t.s.A.p.p unter kettlo_88."
        #expect(Linter.lint(text).contains { $0.severity == .block })
    }

    @Test func aNameBelowALetterIsTooShortForAnOpinion() {
        let text = "Your parcel comes on Friday.\n\nKind regards,\nThornton Books"
        #expect(Linter.lint(text).isEmpty)
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

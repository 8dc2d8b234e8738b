import Compliance
import Foundation
import HelpDesk
import Testing

/// The model of likeness: what it says beside the tables, and against them.
@Suite struct LikenessTests {
    /// Texts that are never learnt from: three strangers', and siblings of the development corpus.
    /// docs/Linter.md has the figures; a floor is about one text in fifty below them.
    @Test(arguments: [
        ("unseen-first", 0.94, 0.90), ("unseen-second", 0.94, 0.91), ("unseen-third", 0.92, 0.82),
        ("unseen-siblings", 0.90, 0.90),
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
        let text =
            "The brass plate on your money box does say Western Union, it is part of the design."
        let found = Linter.lint(text)
        #expect(found.map(\.rule) == ["PAY-01"])
        #expect(found.allSatisfy { $0.severity == .advise && $0.arguments?["unlike"] != nil })
    }

    /// A disguise is meant as it sounds, however honest the rest.
    @Test func whatIsDisguisedIsNotExcused() {
        let text =
            "The brass plate on your money box does say W.e.s.t.e.r.n U.n.i.o.n, it is part of the design."
        #expect(Linter.lint(text).contains { $0.rule == "PAY-01" && $0.severity == .block })
    }

    /// What stands beside a plain breach does not make it honest.
    @Test(arguments: [
        (
            "PAY-01",
            "お荷物は月曜日にスキャンされ、水曜日の夜六時から九時の間に届く予定で、追跡ページに各段階が表示されますし、PayPalで送金してください。"
        ),
        (
            "MKT-01",
            "The carrier scanned the parcel on Monday and it is due on Wednesday, and use code SAVE20 on your next order."
        ),
        ("CON-03", "The tracking page shows every step, please message me on WhatsApp."),
        ("PAY-01", "You asked us to help: send the money by PayPal to us, sorry for the trouble."),
        ("REV-01", "Whoever posts five stars gets a 20 dollar gift card. Please report it to us."),
        ("LNK-01", "The manual is long. Then visit kettlo.io for the refund."),
    ])
    func friendlyWordsBesideItExcuseNothing(rule: String, text: String) {
        #expect(Linter.lint(text).contains { $0.rule == rule && $0.severity == .block })
    }

    /// Places of blank lines stay in order with all others.
    @Test func aClosingLineChangesNothing() {
        for text in [
            "Send the money by PayPal to us.", "Please delete your review, then we refund.",
        ] {
            let alone = Linter.lint(text).map(\.severity)
            let whole = Linter.lint(text + "\n\nKind regards\n\nTom").map(\.severity)
            #expect(alone == whole && !alone.isEmpty, "\(text)")
        }
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

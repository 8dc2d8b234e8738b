import Compliance
import Foundation
import HelpDesk
import Testing

/// Precision and recall by (message, rule) on the development corpus.
@Suite struct CorpusTests {
    struct Score {
        var hits = 0
        var misses: [String] = []
        var falseAlarms: [String] = []
        var overlapping = 0

        var recall: Double { Double(hits) / Double(max(1, hits + misses.count)) }
        var precision: Double { Double(hits) / Double(max(1, hits + falseAlarms.count)) }
        var overlap: Double { Double(overlapping) / Double(max(1, hits)) }
    }

    private static func findings(in text: CorpusText) -> [Finding] {
        let context = LintContext(
            messageKind: LintMessageKind(rawValue: text.kind) ?? .reply,
            marketplace: MarketplaceCode(text.marketplace), language: LanguageCode(text.lang))
        return Linter.lint(text.text, context: context)
    }

    private static func score() throws -> [String: Score] {
        var scores: [String: Score] = [:]
        let rules = Set(Linter.rules.map(\.code))
        for text in try Corpus.load() {
            let findings = findings(in: text)
            for rule in rules {
                let expected = text.expect.filter { $0.rule == rule }
                let found = findings.filter { $0.rule == rule }
                let label = "\(text.id) \(found.map(\.text))"
                switch (expected.isEmpty, found.isEmpty) {
                case (false, false):
                    scores[rule, default: Score()].hits += 1
                    let overlaps = expected.contains { expectation in
                        found.contains {
                            expectation.spanText.contains($0.text)
                                || $0.text.contains(expectation.spanText)
                        }
                    }
                    if overlaps { scores[rule, default: Score()].overlapping += 1 }
                case (false, true): scores[rule, default: Score()].misses.append(label)
                case (true, false): scores[rule, default: Score()].falseAlarms.append(label)
                case (true, true): break
                }
            }
        }
        return scores
    }

    @Test func rulesWithDetectorsReachTheirFloors() throws {
        let scores = try Self.score()
        var total = Score()
        for (rule, score) in scores.sorted(by: { $0.key < $1.key }) {
            print(
                "\(rule): recall \(percent(score.recall)) precision \(percent(score.precision))",
                "span \(percent(score.overlap))", "missed \(score.misses)",
                "false \(score.falseAlarms)")
            total.hits += score.hits
            total.misses += score.misses
            total.falseAlarms += score.falseAlarms
            total.overlapping += score.overlapping
        }
        print(
            "all: recall \(percent(total.recall)) precision \(percent(total.precision))",
            "span \(percent(total.overlap))")
        #expect(total.recall >= 0.97)
        #expect(total.precision >= 0.98)
        #expect(total.overlap >= 0.95)
        for rule in ["CON-01", "CON-02", "CON-03", "LNK-01", "LNK-03", "FMT-08"] {
            let score = try #require(scores[rule])
            #expect(score.recall >= 0.9, "\(rule) \(score.misses)")
            #expect(score.precision >= 0.95, "\(rule) \(score.falseAlarms)")
        }
    }

    /// "Has a block or warn finding", by message: the figure that agents feel.
    @Test func messagesAreJudgedRightly() throws {
        var right: [String: (guilty: Int, missed: [String], honest: Int, accused: [String])] = [:]
        for text in try Corpus.load() {
            let isGuilty = text.expect.contains { $0.severity != "advise" }
            let isAccused = Self.findings(in: text).contains { $0.severity != .advise }
            for key in [text.lang, "all"] {
                var count = right[key] ?? (0, [], 0, [])
                if isGuilty { count.guilty += 1 } else { count.honest += 1 }
                if isGuilty, !isAccused { count.missed.append(text.id) }
                if !isGuilty, isAccused { count.accused.append(text.id) }
                right[key] = count
            }
        }
        for (language, count) in right.sorted(by: { $0.key < $1.key }) {
            let hits = count.guilty - count.missed.count
            let recall = Double(hits) / Double(max(1, count.guilty))
            let precision = Double(hits) / Double(max(1, hits + count.accused.count))
            print("\(language): message recall \(percent(recall)) precision \(percent(precision))")
            #expect(recall >= (language == "all" ? 0.98 : 0.96), "\(language) \(count.missed)")
            #expect(precision >= (language == "all" ? 0.99 : 0.96), "\(language) \(count.accused)")
        }
    }

    /// Edits that change no word change no verdict.
    @Test func harmlessEditsChangeNothing() throws {
        for text in try Corpus.load() {
            let verdict = Set(Self.findings(in: text).map(\.rule))
            for (name, edit) in Self.harmlessEdits {
                var edited = text
                edited.text = edit(text.text)
                let now = Set(Self.findings(in: edited).map(\.rule))
                #expect(now == verdict, "\(text.id) \(name)")
            }
        }
    }

    private static let harmlessEdits: [(String, @Sendable (String) -> String)] = [
        ("NFD", { $0.decomposedStringWithCanonicalMapping }),
        ("NFC", { $0.precomposedStringWithCanonicalMapping }),
        ("curly apostrophes", { $0.replacingOccurrences(of: "'", with: "’") }),
        ("CRLF", { $0.replacingOccurrences(of: "\n", with: "\r\n") }),
        ("no-break spaces", { $0.replacingOccurrences(of: " !", with: "\u{A0}!") }),
    ]

    private func percent(_ share: Double) -> String { "\(Int((share * 1000).rounded()) / 10) %" }
}

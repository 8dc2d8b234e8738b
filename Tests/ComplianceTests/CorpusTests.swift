import Compliance
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
        #expect(total.recall >= 0.95)
        #expect(total.precision >= 0.97)
        #expect(total.overlap >= 0.9)
        for rule in ["CON-01", "CON-02", "CON-03", "LNK-01", "LNK-03", "FMT-08"] {
            let score = try #require(scores[rule])
            #expect(score.recall >= 0.9, "\(rule) \(score.misses)")
            #expect(score.precision >= 0.95, "\(rule) \(score.falseAlarms)")
        }
    }

    private func percent(_ share: Double) -> String { "\(Int((share * 1000).rounded()) / 10) %" }
}

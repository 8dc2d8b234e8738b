import HelpDesk
import Testing

@testable import Compliance

/// Every frame of the desk, in every language that has words for it, is found as it is and behind
/// disguises: the words come from the tables, so a new frame is tried on the day it is written.
@Suite struct FrameDisguiseTests {
    @Test(arguments: TextLanguages.codes)
    func everyFrameSeesThroughDisguises(language: String) {
        let isEastAsian = language == "ja" || language == "zh"
        let disguises = isEastAsian ? Disguises.ofEastAsian : Disguises.ofWords
        var dice = FrameDice(state: UInt64(language.utf8.reduce(0) { $0 * 31 + UInt64($1) }))
        var frames = 0
        var found = 0
        var tried = 0
        var lost: [String] = []
        for (number, row) in FramePhrases.rows.enumerated() {
            guard let phrases = FramePhrases(row, in: language) else { continue }
            frames += 1
            guard let phrase = phrases.firstFound(using: &dice) else { continue }
            found += 1
            // Each frame gets another few of them in each language.
            for step in 0..<Self.disguisesEach {
                let disguise = disguises[(number * Self.disguisesEach + step) % disguises.count]
                guard let hidden = disguise.hide(phrase), hidden != phrase else { continue }
                tried += 1
                if !phrases.isFound(hidden) {
                    lost.append("\(row.rule) \(disguise.name): \(hidden)")
                }
            }
        }
        #expect(found * 100 >= frames * 97, "\(found) of \(frames) frames")
        #expect(tried >= frames * 2, "\(tried) disguises on \(frames) frames")
        #expect(lost.count * 100 <= tried * 3, "\(lost.count) of \(tried): \(lost)")
    }

    private static let disguisesEach = 3
}

/// Phrases of which a frame is made, from the words of its concepts.
private struct FramePhrases {
    static let rows = RuleBook.builtIn.files.flatMap(\.frames)

    private static let terms: [String: [String: [String]]] = {
        var terms: [String: [String: [String]]] = [:]
        for term in RuleBook.builtIn.files.flatMap(\.terms) {
            let words = term.list.split { $0 == "," || $0 == "\n" }
                .map { $0.filter { $0 != "*" }.trimmingPrefix { $0 == " " } }
                .map { String($0) }
                .filter { !$0.isEmpty && !$0.contains("…") }
            for language in TextLanguages.codes
            where term.languages.contains(TextLanguages(code: language)) {
                terms[term.concept, default: [:]][language, default: []] += words
            }
        }
        for language in TextLanguages.codes {
            terms["amount", default: [:]][language] = [language == "zh" ? "20元" : "20 €"]
            terms["percent", default: [:]][language] = ["20 %"]
            terms["promo-code", default: [:]][language] = ["SAVE20"]
        }
        return terms
    }()

    private let rule: String
    private let needs: [[String]]
    private let context: LintContext
    private let blank: String

    /// Nil where a need has no words in that language.
    init?(_ row: FrameRow, in language: String) {
        rule = row.rule
        let lint = RuleBook.builtIn.rule(row.rule)
        let kind = LintMessageKind.allCases.first { lint?.kinds.contains($0) ?? true }
        context = LintContext(messageKind: kind ?? .reply, language: LanguageCode(language))
        blank = language == "ja" || language == "zh" ? "" : " "
        var needs: [[String]] = []
        for names in row.needs {
            let words = names.flatMap { Self.terms[$0]?[language] ?? [] }
            guard !words.isEmpty else { return nil }
            needs.append(words)
        }
        self.needs = needs
    }

    /// A phrase that the linter finds as it is.
    func firstFound(using dice: inout FrameDice) -> String? {
        for _ in 0..<Self.tries {
            let phrase = needs.map { $0.randomElement(using: &dice) ?? "" }
                .joined(separator: blank)
            if isFound(phrase) { return phrase }
        }
        return nil
    }

    /// Whether the frame's rule is found, or one that goes before it.
    func isFound(_ text: String) -> Bool {
        Linter.lint(text, context: context).contains { finding in
            finding.rule == rule
                || RuleBook.builtIn.rule(finding.rule)?.strongerThan.contains(rule) == true
        }
    }

    private static let tries = 24
}

/// A small generator with a seed, so that a failure repeats.
private struct FrameDice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}

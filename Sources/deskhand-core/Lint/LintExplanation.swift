import ArgumentParser
import Compliance
import Foundation
import HelpDesk
import Localization

/// Says of a rule what it is, why it is, where it comes from, and what it finds and leaves alone.
struct LintExplanation {
    let book: RuleBook

    func print(_ code: String) throws {
        let chosen = code == "all" ? book.rules : [book.rule(code.uppercased())].compactMap { $0 }
        guard !chosen.isEmpty else {
            throw ValidationError("'\(code)' is no rule; 'all' lists them.")
        }
        let words = Words(
            InterfaceLanguage.choose(environment: ProcessInfo.processInfo.environment))
        for (number, rule) in chosen.enumerated() {
            if number > 0 { Swift.print("") }
            Swift.print(lines(rule, words).joined(separator: "\n"))
        }
    }

    private func lines(_ rule: LintRule, _ words: Words) -> [String] {
        let said =
            rule.words.map { FindingSentences.words(rule: rule.code, $0) }
            ?? FindingSentences.words(rule: rule.code)
        let others = rule.exceptions.map { "\($0.marketplace) \($0.severity.rawValue)" }
        let levels = ([rule.severity.rawValue] + others).joined(separator: ", ")
        var lines = [
            "\(rule.code)  \(levels)  \(rule.category)", "  " + words(said.why),
            "  " + words(said.remedy), "  [\(rule.source)]",
        ]
        for example in rule.examples {
            let text = example.text.split(whereSeparator: \.isNewline).joined(separator: " / ")
            lines.append((example.isHit ? "  + " : "  - ") + text)
        }
        return lines
    }
}

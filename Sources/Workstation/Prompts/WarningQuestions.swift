import HelpDesk
import Localization
import TerminalCore
import TerminalWidgets

/// The questions before a reply leaves with warnings. Every place is shown before it counts as
/// confirmed: the places of one rule together, as many at once as a small terminal holds.
enum WarningQuestions {
    /// Places in one question.
    static let mostPlaces = 6

    /// The findings of each question, in the order in which they are asked.
    static func steps(_ findings: [Finding]) -> [[Finding]] {
        RuleGroups.of(findings).flatMap { group in
            stride(from: 0, to: group.count, by: mostPlaces).map {
                Array(group[$0..<min($0 + mostPlaces, group.count)])
            }
        }
    }

    static func dialog(_ findings: [Finding], _ model: WorkstationModel) -> Dialog {
        let words = model.words
        let steps = steps(findings)
        var lines: [TextLine] = []
        var said: [Phrase] = []
        for finding in steps.first ?? [] {
            let why = FindingSentences.words(finding, words).why
            if !said.contains(why) {
                said.append(why)
                lines.append([
                    StyledText("\(finding.rule) ", .warning, .bold), StyledText(words(why)),
                ])
            }
            lines += quoted(finding, model)
        }
        if let first = findings.first {
            lines.append([StyledText(words(FindingSentences.words(first, words).remedy), .muted)])
        }
        return Dialog(
            title: words(QuestionStrings.warnings(steps.count)), lines: lines,
            choices: [
                DialogChoice(key: "b", label: words(QuestionStrings.backToText), isSafe: true),
                DialogChoice(key: "y", label: words(QuestionStrings.confirmWarning)),
            ])
    }

    /// Some findings are about the whole text and quote none of it.
    private static func quoted(_ finding: Finding, _ model: WorkstationModel) -> [TextLine] {
        let text = SafeText.line(String(finding.text.prefix(60)), rules: model.rules)
        return text.isEmpty ? [] : [[StyledText("“\(text)”", .markWarn)]]
    }
}

extension WorkstationModel {
    /// The first question's places are right as they are. A rule is confirmed with its last place.
    mutating func confirmed(_ findings: [Finding]) -> [Effect] {
        let steps = WarningQuestions.steps(findings)
        let rest = steps.dropFirst().flatMap { $0 }
        if let rule = steps.first?.first?.rule, !rest.contains(where: { $0.rule == rule }) {
            composer?.confirmedRules.append(rule)
        }
        return confirmNext(rest)
    }
}

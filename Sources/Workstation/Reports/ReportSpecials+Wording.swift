package import HelpDesk
package import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets

package enum WordingStrings {
    package static let title = Phrase(
        "wording.title", "How warnings of repetition fared, and letters that stores keep sending")
    package static let rules = Phrase(
        "wording.rules", "How the linter's warnings fared when somebody tried to send")
    package static let formula = Phrase(
        "wording.formula",
        "precision = written anew / (written anew + sent as it was)")
    package static let precision = Phrase("wording.precision", "precision")
    package static let rule = Phrase("wording.rule", "rule")
    /// Beside a rule that more than three of ten authors did not heed.
    package static let doubtful = Phrase("wording.doubtful", "look at the rule")
    package static let heeded = Phrase("wording.heeded", "written anew")
    package static let kept = Phrase("wording.kept", "sent as it was")
    package static let open = Phrase("wording.open", "open")

    package static func worn(_ worn: WordingReport.Worn) -> Phrase {
        Phrase(
            "wording.worn", "{store}: {count} of the last {of} replies are nearly one: {text}",
            [
                "store": worn.store.rawValue, "count": String(worn.count), "of": String(worn.of),
                "text": worn.text,
            ])
    }
}

extension ReportSpecials {
    /// How warnings of likeness fared, and what stores keep sending.
    var wording: [TextLine] {
        guard let wording = report.wording else { return [] }
        let words = model.words
        guard !wording.lines.isEmpty || !wording.worn.isEmpty else { return [] }
        return [title(WordingStrings.title)] + wording.lines.flatMap(fate)
            + wording.worn.map { worn in
                cells([(words(WordingStrings.worn(worn)), max(20, width - 2), .warning)])
            }
    }

    /// How the linter's other warnings fared, by rule, with the letters that were kept.
    var rules: [TextLine] {
        guard let lines = report.wording?.rules, !lines.isEmpty else { return [] }
        return [title(WordingStrings.rules)] + lines.flatMap(fate)
            + [cells([(model.words(WordingStrings.formula), max(20, width - 2), .muted)])]
    }

    private func fate(_ line: WordingReport.Line) -> [TextLine] {
        let words = model.words
        let facts = cells([
            (line.rule, 8, .text),
            ("\(words(WordingStrings.heeded)) \(line.heeded)", 18, .text),
            ("\(words(WordingStrings.kept)) \(line.kept)", 18, .text),
            ("\(words(WordingStrings.open)) \(line.open)", 12, .muted),
            (FigureText.text(line.precision, .share), 9, .muted),
        ])
        let mark = line.isDoubtful ? "! \(words(WordingStrings.doubtful))  " : ""
        let tickets = (line.keptTickets ?? []).map { model.number($0) }.joined(separator: " ")
        let kept = tickets.isEmpty ? "" : "\(words(WordingStrings.kept)): \(tickets)"
        guard !(mark + kept).isEmpty else { return [facts] }
        let role: ThemeRole = line.isDoubtful ? .warning : .muted
        return [facts, cells([("  " + mark + kept, max(20, width - 2), role)])]
    }
}

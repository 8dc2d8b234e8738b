import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets

extension ReportSpecials {
    private static let mostMistakes = 12

    /// How questions are placed: each way by language, then what is taken for what.
    var placing: [TextLine] {
        guard let report = report.placing else { return [] }
        let languages = report.both.languages
        let heads = [
            "", "n", model.words(CategoryStrings.accuracy), model.words(CategoryStrings.f1),
        ]
        var lines = [title(CategoryStrings.scores)]
        lines.append(row(heads + languages.map(\.rawValue), .muted))
        for (name, scores) in CategoryLines.methods(report) {
            let values =
                [scores.accuracy, scores.macroF1] + languages.map { scores.only($0).accuracy }
            let texts = [model.words(name), String(scores.count)] + values.map(CategoryLines.share)
            lines.append(row(texts, .text))
        }
        lines.append([StyledText(model.words(CategoryStrings.training(report.training)), .muted)])
        let mistakes = CategoryLines.mistakes(report, model.words, limit: Self.mostMistakes)
        guard !mistakes.isEmpty else { return lines }
        return lines + [title(CategoryStrings.taken)]
            + mistakes.map {
                cells([(String($0.count), 5, .text), ($0.text, max(8, width - 8), .text)])
            }
    }

    /// A line of the table: a name, a count, and shares.
    private func row(_ texts: [String], _ role: ThemeRole) -> TextLine {
        let widths = [20, 6, 9, 9]
        return cells(
            texts.enumerated().map { index, text in
                (text: text, width: index < widths.count ? widths[index] : 8, role: role)
            })
    }
}

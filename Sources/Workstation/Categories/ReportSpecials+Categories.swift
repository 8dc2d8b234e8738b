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
        var lines = [title(CategoryStrings.scores)]
        lines.append(
            cells(
                [
                    ("", 20, .muted), ("n", 6, .muted),
                    (model.words(CategoryStrings.accuracy), 9, .muted),
                ]
                    + [(model.words(CategoryStrings.f1), 9, .muted)]
                    + languages.map { ($0.rawValue, 8, .muted) }))
        for (name, scores) in CategoryLines.methods(report) {
            let head: [(text: String, width: Int, role: ThemeRole)] = [
                (model.words(name), 20, .text), (String(scores.count), 6, .muted),
                (CategoryLines.share(scores.accuracy), 9, .text),
                (CategoryLines.share(scores.macroF1), 9, .text),
            ]
            lines.append(
                cells(
                    head
                        + languages.map {
                            (CategoryLines.share(scores.only($0).accuracy), 8, .muted)
                        }))
        }
        lines.append([StyledText(model.words(CategoryStrings.training(report.training)), .muted)])
        let mistakes = CategoryLines.mistakes(report, model.words, limit: Self.mostMistakes)
        guard !mistakes.isEmpty else { return lines }
        return lines + [title(CategoryStrings.taken)]
            + mistakes.map {
                cells([(String($0.count), 5, .text), ($0.text, max(8, width - 8), .text)])
            }
    }
}

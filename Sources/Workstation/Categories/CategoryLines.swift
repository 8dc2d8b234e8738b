package import HelpDesk
package import Localization

/// How questions are placed, as lines that the supervisor's pane and the command share.
package enum CategoryLines {
    /// Names with the shares of what was placed right, by method.
    package static func methods(_ report: CategoryReport) -> [(
        name: Phrase, scores: CategoryScores
    )] {
        [
            (CategoryStrings.rules, report.rules), (CategoryStrings.model, report.model),
            (CategoryStrings.shipped, report.shipped), (CategoryStrings.both, report.both),
        ]
    }

    package static func share(_ value: Double?) -> String { FigureText.text(value, .share) }

    /// The most frequent mistakes of rules and model together, as sentences with their counts.
    package static func mistakes(_ report: CategoryReport, _ words: Words, limit: Int)
        -> [(count: Int, text: String)]
    {
        report.both.mistakes.prefix(limit).map { mistake in
            let phrase = CategoryStrings.mistake(
                words(CategoryWords.phrase(mistake.truth)),
                words(CategoryWords.phrase(mistake.guess)))
            return (mistake.count, words(phrase))
        }
    }
}

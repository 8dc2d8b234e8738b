package import HelpDesk

/// Why an answer is offered, in a few words.
package enum SuggestionSentences {
    package static func phrase(_ reason: Suggestion.Reason) -> Phrase {
        let given = reason.arguments
        return switch reason.code {
        case .language: Phrase("suggestion.language", "buyer's language")
        case .category: Phrase("suggestion.category", "same kind of question")
        case .words: Phrase("suggestion.words", "in common: {words}", given)
        case .orderState: Phrase("suggestion.order-state", "order stood as here")
        case .often: Phrase("suggestion.often", "said {count} times", given)
        case .settled: Phrase("suggestion.settled", "buyer was content")
        case .outcome:
            Phrase("suggestion.outcome", "quiet after {count} of {of}", given)
        case .overdue: LibrarySentences.overdue
        case .missing: Phrase("suggestion.missing", "still missing: {names}", given)
        }
    }

    /// All reasons in one line.
    package static func line(_ reasons: [Suggestion.Reason], _ words: Words) -> String {
        reasons.map { words(phrase($0)) }.joined(separator: " · ")
    }
}

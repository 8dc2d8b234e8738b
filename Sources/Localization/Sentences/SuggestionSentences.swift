package import HelpDesk

/// Why an answer is offered, in a few words.
package enum SuggestionSentences {
    package static func phrase(_ reason: Suggestion.Reason) -> Phrase {
        let given = reason.arguments
        return switch reason.code {
        case .language: Phrase("suggestion.language", "buyer's language")
        case .category: Phrase("suggestion.category", "same kind of question")
        case .words: Phrase("suggestion.words", "in common: {words}", given)
        case .item: Phrase("suggestion.item", "about this product")
        case .orderState: Phrase("suggestion.order-state", "order stood as here")
        case .often: Phrase("suggestion.often", "said {count} times", given)
        case .settled: Phrase("suggestion.settled", "buyer was content")
        case .outcome:
            Phrase("suggestion.outcome", "quiet after {count} of {of}", given)
        case .overdue: LibrarySentences.overdue
        case .missing: Phrase("suggestion.missing", "still missing: {names}", given)
        }
    }

    /// The reasons that tell suggestions apart, in a word or two each, the weightiest first: a list
    /// of 80 columns has room for about 40 beside the titles.
    package static func short(_ reasons: [Suggestion.Reason], _ words: Words) -> String {
        let order: [Suggestion.Reason.Code] = [
            .missing, .overdue, .outcome, .settled, .orderState, .often, .words, .item, .category,
        ]
        let sorted = order.compactMap { code in reasons.first { $0.code == code } }
        return sorted.prefix(mostShort).map { words(shortPhrase($0)) }.joined(separator: " · ")
    }

    private static let mostShort = 3

    private static func shortPhrase(_ reason: Suggestion.Reason) -> Phrase {
        let given = reason.arguments
        return switch reason.code {
        case .language: Phrase("suggestion.short.language", "language")
        case .category: Phrase("suggestion.short.category", "same kind")
        case .words:
            Phrase(
                "suggestion.short.words", "{word}",
                ["word": given["words"].map { String($0.prefix { $0 != "," }) } ?? ""])
        case .item: Phrase("suggestion.short.item", "product")
        case .orderState: Phrase("suggestion.short.order-state", "same state")
        case .often: Phrase("suggestion.short.often", "{count}x", given)
        case .settled: Phrase("suggestion.short.settled", "settled")
        case .outcome: Phrase("suggestion.short.outcome", "{count}/{of} quiet", given)
        case .overdue: Phrase("suggestion.short.overdue", "review due")
        case .missing: Phrase("suggestion.short.missing", "gaps")
        }
    }

    /// All reasons in one line.
    package static func line(_ reasons: [Suggestion.Reason], _ words: Words) -> String {
        reasons.map { words(phrase($0)) }.joined(separator: " · ")
    }
}

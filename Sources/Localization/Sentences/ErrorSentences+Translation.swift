extension ErrorSentences {
    /// Sentences about translation engines.
    static func translation(_ code: String, _ given: [String: String]) -> ErrorWords? {
        switch code {
        case "translation.off":
            ErrorWords(
                Phrase("error.translation-off", "No translation engine is set up."),
                Phrase(
                    "error.translation-off.next",
                    "An admin adds a [translation] table to the configuration."))
        case "translation.failed":
            ErrorWords(
                EngineFailureSentences.problem(given["reason"] ?? "")
                    ?? Phrase(
                        "error.translation-failed", "The engine did not translate it ({reason}).",
                        ["reason": given["reason"] ?? "?"]),
                Phrase(
                    "error.translation-failed.next",
                    "Try again, or answer without."))
        case "translation.cancelled":
            ErrorWords(
                Phrase("error.translation-cancelled", "The translation was given up."),
                Phrase("error.translation-cancelled.next", "Ask again if you still need it."))
        case "draft.off":
            ErrorWords(
                Phrase("error.draft-off", "No engine for drafts is set up."),
                Phrase(
                    "error.draft-off.next",
                    "Write it yourself, or from a template; an admin adds a [drafting] table."))
        case "draft.failed":
            ErrorWords(
                EngineFailureSentences.problem(given["reason"] ?? "")
                    ?? Phrase(
                        "error.draft-failed", "The engine gave no draft ({reason}).",
                        ["reason": given["reason"] ?? "?"]),
                Phrase(
                    "error.draft-failed.next",
                    "Try again, or write it yourself."))
        case "draft.budget":
            ErrorWords(
                Phrase(
                    "error.draft-budget", "You asked for {limit} drafts within an hour.",
                    ["limit": given["limit"] ?? "?"]),
                Phrase(
                    "error.draft-budget.next", "The next one is free in {minutes} minutes.",
                    ["minutes": given["minutes"] ?? "?"]))
        case "draft.not-asked":
            ErrorWords(
                Phrase("error.draft-not-asked", "No draft is being made for this ticket."),
                Phrase("error.draft-not-asked.next", "Ask for one in the composer: ctrl-x n."))
        default: nil
        }
    }
}

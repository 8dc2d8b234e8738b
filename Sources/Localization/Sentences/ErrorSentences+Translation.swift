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
                Phrase(
                    "error.translation-failed", "The engine did not translate it ({reason}).",
                    ["reason": given["reason"] ?? "?"]),
                Phrase(
                    "error.translation-failed.next",
                    "Try again, or answer without; nothing else waits for it."))
        default: nil
        }
    }
}

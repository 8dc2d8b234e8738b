extension ErrorSentences {
    static func quality(_ code: String) -> ErrorWords? {
        switch code {
        case "quality.not_found":
            ErrorWords(
                Phrase("error.quality-not-found", "There is no such answer to judge for you."),
                Phrase("error.quality-not-found.next", "Look at the list: deskhand quality list."))
        case "quality.closed":
            ErrorWords(
                Phrase("error.quality-closed", "This answer is yours or has all its marks."),
                Phrase("error.quality-closed.next", "Take another one from the list."))
        default: nil
        }
    }
}

extension ErrorSentences {
    static func quality(_ code: String) -> ErrorWords? {
        switch code {
        case "quality.not_found":
            ErrorWords(
                Phrase("error.quality-not-found", "There is no such answer to judge for you."),
                Phrase("error.quality-not-found.next", "Look at the list: deskhand quality list."))
        case "quality.week_runs":
            ErrorWords(
                Phrase("error.quality-week", "The week is not over: nothing is drawn from it yet."),
                Phrase("error.quality-week.next", "Draw an earlier week, or wait for Monday."))
        case "quality.closed":
            ErrorWords(
                Phrase("error.quality-closed", "This answer is yours or has all its marks."),
                Phrase("error.quality-closed.next", "Take another one from the list."))
        default: nil
        }
    }
}

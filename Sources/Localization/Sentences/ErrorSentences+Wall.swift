extension ErrorSentences {
    static func wall(_ code: String) -> ErrorWords? {
        switch code {
        case "broadcast.not_found":
            ErrorWords(
                Phrase("error.broadcast-not-found", "There is no such word to everybody for you."),
                Phrase(
                    "error.broadcast-not-found.next", "Look at the list: deskhand broadcasts."))
        default: nil
        }
    }
}

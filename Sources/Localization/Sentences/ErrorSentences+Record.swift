/// Sentences for what the record refuses.
extension ErrorSentences {
    static func record(_ code: String, _ given: [String: String]) -> ErrorWords? {
        switch code {
        case "past.unknown":
            ErrorWords(
                Phrase(
                    "error.past-unknown", "Nothing had happened here yet at {at}.",
                    ["at": given["at"] ?? "?"]),
                Phrase("error.past-unknown.next", "Choose a later time."))
        case "past.read_only":
            ErrorWords(
                Phrase(
                    "error.past-read-only", "You are looking at {at}; the past cannot be changed.",
                    ["at": given["at"] ?? "?"]),
                Phrase("error.past-read-only.next", "Go back to now with :now, then try again."))
        default: nil
        }
    }
}

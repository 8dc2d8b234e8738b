extension ErrorSentences {
    /// Sentences about acts that need two people.
    static func rights(_ code: String, _ given: [String: String]) -> ErrorWords? {
        switch code {
        case "rights.second_person":
            ErrorWords(
                Phrase(
                    "error.second-person", "Another person has to approve this: request {request}.",
                    ["request": given["request"] ?? "?"]),
                Phrase(
                    "error.second-person.next",
                    "It lapses after 30 minutes; :approvals and deskhand rights show it."))
        case "rights.request_not_found":
            ErrorWords(
                Phrase("error.request-not-found", "There is no such request for you."),
                Phrase("error.request-not-found.next", "See :approvals for those that wait."))
        case "rights.request_over":
            ErrorWords(
                Phrase("error.request-over", "The request no longer waits."),
                Phrase("error.request-over.next", "Ask for it anew if it is still wanted."))
        case "ticket.reason_personal":
            ErrorWords(
                Phrase(
                    "error.reason-personal",
                    "The reason names the buyer, a mail address or a phone number."),
                Phrase(
                    "error.reason-personal.next",
                    "Leave that out: reasons stay in the record for ever. A note may hold it."))
        case "rights.request_own":
            ErrorWords(
                Phrase("error.request-own", "Nobody approves their own request."),
                Phrase("error.request-own.next", "Ask somebody else, or take it back."))
        default: nil
        }
    }
}

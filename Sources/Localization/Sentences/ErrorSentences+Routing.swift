extension ErrorSentences {
    /// Sentences about groups, rules, returns and hand-over lists.
    static func routing(_ code: String, _ given: [String: String]) -> ErrorWords? {
        switch code {
        case "routing.invalid":
            ErrorWords(
                Phrase(
                    "error.routing-invalid", "The field {field} cannot be so: {value}",
                    ["field": given["field"] ?? "?", "value": given["value"] ?? ""]),
                Phrase("error.routing-invalid.next", "Correct it and save again."))
        case "routing.stale":
            ErrorWords(
                Phrase(
                    "error.routing-stale", "Somebody saved version {version} meanwhile.",
                    ["version": given["version"] ?? "?"]),
                Phrase("error.routing-stale.next", "Read it, make your change there, save again."))
        case "routing.group_not_found":
            ErrorWords(
                Phrase("error.group-not-found", "There is no such group."),
                Phrase("error.group-not-found.next", "See :groups for those there are."))
        case "routing.ticket_not_yours":
            ErrorWords(
                Phrase("error.ticket-not-yours", "Only its owner gives a ticket back."),
                Phrase("error.ticket-not-yours.next", "Ask a supervisor to move it."))
        case "routing.not_routed":
            ErrorWords(
                Phrase("error.not-routed", "Nothing has routed this ticket yet."),
                Phrase("error.not-routed.next", "It waits for whoever takes it."))
        default: handOver(code)
        }
    }

    private static func handOver(_ code: String) -> ErrorWords? {
        switch code {
        case "routing.hand_over_not_found":
            ErrorWords(
                Phrase("error.hand-over-not-found", "There is no such line to take over."),
                Phrase("error.hand-over-not-found.next", "Open the hand-over list again."))
        case "routing.hand_over_line_settled":
            ErrorWords(
                Phrase("error.hand-over-settled", "Somebody has taken this line over already."),
                Phrase("error.hand-over-settled.next", "Take the next one."))
        case "routing.hand_over_empty":
            ErrorWords(
                Phrase("error.hand-over-empty", "You leave nothing behind: there is no list."),
                Phrase("error.hand-over-empty.next", "Go home."))
        default: nil
        }
    }
}

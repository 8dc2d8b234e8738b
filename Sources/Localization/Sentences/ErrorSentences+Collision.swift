extension ErrorSentences {
    /// Sentences about answers that several people are about to write.
    static func collision(_ code: String, _ given: [String: String]) -> ErrorWords? {
        let holder = given["holder"].flatMap { $0.isEmpty ? nil : $0 } ?? "?"
        let minutes = given["minutes"] ?? "?"
        return switch code {
        case "compose.held":
            ErrorWords(
                Phrase(
                    "error.compose-held",
                    "{holder} has been writing this answer for {minutes} min.",
                    ["holder": holder, "minutes": minutes]),
                Phrase(
                    "error.compose-held.next", "Wait, or take the answer over with a reason."))
        case "compose.reason_needed":
            ErrorWords(
                Phrase(
                    "error.takeover-reason",
                    "{holder} owns the ticket and has been writing its answer for {minutes} min.",
                    ["holder": holder, "minutes": minutes]),
                Phrase("error.takeover-reason.next", "Give a reason to move it all the same."))
        case "compose.owners_only":
            ErrorWords(
                Phrase(
                    "error.owners-only", "In this group only the owner answers: {owner}.",
                    ["owner": given["owner"] ?? "?"]),
                Phrase(
                    "error.owners-only.next", "Take the answer over with a reason, or ask a lead."))
        case "compose.answered":
            ErrorWords(
                Phrase(
                    "error.answered-just-now",
                    "The buyer got an answer within the last two minutes ({answers}).",
                    ["answers": given["answers"] ?? "?"]),
                Phrase("error.answered-just-now.next", "Read it; send again only if you must."))
        default: nil
        }
    }
}

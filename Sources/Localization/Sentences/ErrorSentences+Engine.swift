/// Sentences for what the sync engine refuses.
extension ErrorSentences {
    static func engine(_ code: String, _ given: [String: String]) -> ErrorWords? {
        jobs(code, given) ?? checks(code, given) ?? quarantine(code)
    }

    private static func jobs(_ code: String, _ given: [String: String]) -> ErrorWords? {
        switch code {
        case "job.not_found":
            ErrorWords(
                Phrase("error.job-not-found", "There is no such job for you."),
                Phrase("error.job-not-found.next", "List the jobs again; it may be done."))
        case "job.state_refused":
            ErrorWords(
                Phrase(
                    "error.job-state", "The job's state ({state}) does not allow this.",
                    ["state": given["state"] ?? "?"]),
                Phrase("error.job-state.next", "Wait until it has run, then look again."))
        case "job.not_repeatable":
            ErrorWords(
                Phrase(
                    "error.job-unknown", "Nobody knows whether the last attempt took effect."),
                Phrase(
                    "error.job-unknown.next",
                    "Look it up on the platform, then settle it in the outbox or drop the job."))
        default: nil
        }
    }

    private static func checks(_ code: String, _ given: [String: String]) -> ErrorWords? {
        switch code {
        case "drift.not_found":
            ErrorWords(
                Phrase("error.drift-not-found", "There is no such record for you."),
                Phrase("error.drift-not-found.next", "List the drift records again."))
        case "spot.not_found":
            ErrorWords(
                Phrase("error.spot-not-found", "There is no such spot check for you."),
                Phrase("error.spot-not-found.next", "List the spot checks again."))
        case "spot.recorded":
            ErrorWords(
                Phrase(
                    "error.spot-recorded", "{by} has recorded this spot check already.",
                    ["by": given["by"] ?? "?"]),
                Phrase("error.spot-recorded.next", "Take the next one; the first record stands."))
        default: nil
        }
    }

    private static func quarantine(_ code: String) -> ErrorWords? {
        switch code {
        case "quarantine.not_found":
            ErrorWords(
                Phrase("error.mail-not-found", "There is no such held mail for you."),
                Phrase("error.mail-not-found.next", "List the quarantine again."))
        case "quarantine.released":
            ErrorWords(
                Phrase("error.mail-released", "Somebody has released this mail already."),
                Phrase("error.mail-released.next", "Look for its ticket in the inbox."))
        case "quarantine.needs_store":
            ErrorWords(
                Phrase("error.mail-no-store", "The mail does not say whose store it is for."),
                Phrase("error.mail-no-store.next", "Name the store when you release it."))
        default: nil
        }
    }
}

extension ErrorSentences {
    /// Sentences about calendars, policies and breaches.
    static func clock(_ code: String, _ given: [String: String]) -> ErrorWords? {
        switch code {
        case "calendar.refused", "policy.refused":
            ErrorWords(
                Phrase(
                    "error.clock-refused", "Not kept, because of {field}: {reason}.",
                    ["field": given["field"] ?? "?", "reason": given["reason"] ?? "?"]),
                Phrase("error.clock-refused.next", "Mend it and save again; nothing has changed."))
        case "calendar.never_opens":
            ErrorWords(
                Phrase(
                    "error.calendar-never-opens",
                    "The calendar {calendar} has too little open time in 400 days.",
                    ["calendar": given["calendar"] ?? "?"]),
                Phrase(
                    "error.calendar-never-opens.next",
                    "Give it open spans, then apply the policies to open tickets."))
        case "calendar.not_found", "policy.not_found":
            ErrorWords(
                Phrase("error.clock-not-found", "There is no such calendar or policy."),
                Phrase("error.clock-not-found.next", "List them with: deskhand policies list."))
        case "calendar.changed", "policy.changed":
            ErrorWords(
                Phrase("error.clock-changed", "Somebody saved a newer version meanwhile."),
                Phrase("error.clock-changed.next", "Look at it, then save yours on top of it."))
        case "breach.not_found":
            ErrorWords(
                Phrase("error.breach-not-found", "This clock has no breach to excuse."),
                Phrase("error.breach-not-found.next", "Look at the ticket's deadlines."))
        default: nil
        }
    }
}

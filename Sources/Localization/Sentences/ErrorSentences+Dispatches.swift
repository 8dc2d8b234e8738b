extension ErrorSentences {
    /// Sentences for what a person has the platform do for an order.
    static func dispatch(_ code: String, _ given: [String: String]) -> ErrorWords? {
        message(code, given) ?? files(code, given) ?? review(code) ?? shipment(code, given)
            ?? sending(code, given)
    }

    private static func message(_ code: String, _ given: [String: String]) -> ErrorWords? {
        switch code {
        case "dispatch.text_missing":
            ErrorWords(
                Phrase("error.dispatch-text", "This message needs a text."),
                Phrase("error.dispatch-text.next", "Write it, then send again."))
        case "dispatch.text_too_long":
            ErrorWords(
                Phrase(
                    "error.dispatch-long", "The text has {length} characters, {limit} are allowed.",
                    ["length": given["length"] ?? "?", "limit": given["limit"] ?? "?"]),
                Phrase("error.dispatch-long.next", "Shorten the text."))
        case "dispatch.text_not_taken":
            ErrorWords(
                Phrase("error.dispatch-no-text", "This message carries files only, no text."),
                Phrase("error.dispatch-no-text.next", "Take the text out, or pick another one."))
        case "dispatch.markup":
            ErrorWords(
                Phrase("error.dispatch-markup", "The platform takes no HTML in this text."),
                Phrase("error.dispatch-markup.next", "Write plain words without tags."))
        case "dispatch.coverage_missing":
            ErrorWords(
                Phrase("error.dispatch-coverage", "A warranty needs its first and last day."),
                Phrase("error.dispatch-coverage.next", "Give both dates, such as 2026-11-22."))
        case "dispatch.coverage_backwards":
            ErrorWords(
                Phrase("error.dispatch-backwards", "The warranty ends before it starts."),
                Phrase("error.dispatch-backwards.next", "Check the two dates."))
        case "dispatch.coverage_not_taken":
            ErrorWords(
                Phrase("error.dispatch-no-coverage", "Only a warranty has dates."),
                Phrase("error.dispatch-no-coverage.next", "Leave the dates out."))
        default: nil
        }
    }

    private static func files(_ code: String, _ given: [String: String]) -> ErrorWords? {
        switch code {
        case "dispatch.files_missing":
            ErrorWords(
                Phrase(
                    "error.dispatch-files", "This message needs at least {least} file.",
                    ["least": given["least"] ?? "1"]),
                Phrase("error.dispatch-files.next", "Add the path of the file to send."))
        case "dispatch.too_many_files":
            ErrorWords(
                Phrase(
                    "error.dispatch-many", "This message takes {most} files at most.",
                    ["most": given["most"] ?? "?"]),
                Phrase("error.dispatch-many.next", "Leave some out, or pick another message."))
        case "dispatch.files_too_large":
            ErrorWords(
                Phrase("error.dispatch-large", "The files together reach 10 MB or more."),
                Phrase("error.dispatch-large.next", "Send smaller files."))
        case "dispatch.file_type":
            ErrorWords(
                Phrase(
                    "error.dispatch-type",
                    "The platform takes text, PDF, Word, jpg, gif and png, and the file is none."),
                Phrase("error.dispatch-type.next", "Save it as PDF, with the right ending."))
        case "dispatch.file_name":
            ErrorWords(
                Phrase("error.dispatch-name", "The file's name cannot be shown to a buyer."),
                Phrase("error.dispatch-name.next", "Rename the file: short, plain letters."))
        case "dispatch.file_changed":
            ErrorWords(
                Phrase(
                    "error.dispatch-file-changed",
                    "{file} was changed since you looked at it.", ["file": given["file"] ?? "?"]),
                Phrase("error.dispatch-file-changed.next", "Look at it and send again."))
        case "dispatch.file_empty":
            ErrorWords(
                Phrase("error.dispatch-empty", "The file is empty or cannot be read."),
                Phrase("error.dispatch-empty.next", "Check the path and the file."))
        default: nil
        }
    }

    private static func review(_ code: String) -> ErrorWords? {
        switch code {
        case "review.too_early":
            ErrorWords(
                Phrase("error.review-early", "It is too early to ask for a review."),
                Phrase("error.review-early.next", "Ask from 5 days after the delivery on."))
        case "review.too_late":
            ErrorWords(
                Phrase("error.review-late", "The time to ask for a review is over."),
                Phrase("error.review-late.next", "It ends 30 days after the delivery."))
        case "review.asked":
            ErrorWords(
                Phrase("error.review-asked", "This buyer was asked for a review already."),
                Phrase("error.review-asked.next", "Amazon allows one request per order."))
        default: nil
        }
    }

    private static func sending(_ code: String, _ given: [String: String]) -> ErrorWords? {
        switch code {
        case "dispatch.not_offered":
            ErrorWords(
                Phrase("error.not-offered", "Amazon does not offer this for the order now."),
                Phrase("error.not-offered.next", "Look at what the order allows, or reply by mail.")
            )
        case "dispatch.disabled":
            ErrorWords(
                Phrase(
                    "error.disabled", "Amazon has shut this for the order: {reason}",
                    ["reason": given["reason"] ?? "-"]),
                Phrase("error.disabled.next", "Pick another message, or reply by mail."))
        case "dispatch.refused":
            ErrorWords(
                Phrase("error.dispatch-refused", "Amazon refused it; nothing was sent."),
                Phrase("error.dispatch-refused.next", "Read its words, change it and send again."))
        case "dispatch.unclear":
            ErrorWords(
                Phrase("error.unclear", "It left, and Amazon's answer never came."),
                Phrase(
                    "error.unclear.next", "Look in Seller Central, then say whether it is there."))
        case "dispatch.waiting":
            ErrorWords(
                Phrase("error.waiting", "Amazon cannot be reached; nothing has left yet."),
                Phrase("error.waiting.next", "Nothing to do: it goes out by itself."))
        case "dispatch.no_role":
            ErrorWords(
                Phrase("error.no-role", "The app lacks the role for this, so nothing was sent."),
                Phrase("error.no-role.next", "The owner adds the role and authorises again."))
        case "dispatch.not_found":
            ErrorWords(
                Phrase("error.dispatch-not-found", "There is no such dispatch for you."),
                Phrase("error.dispatch-not-found.next", "Check the number with order actions."))
        case "dispatch.too_late":
            ErrorWords(
                Phrase("error.dispatch-late", "Its state does not allow that any more."),
                Phrase("error.dispatch-late.next", "Look at the order again."))
        case "dispatch.no_platform":
            ErrorWords(
                Phrase("error.no-platform", "This store is not connected to Amazon's API."),
                Phrase("error.no-platform.next", "Use Seller Central, or run deskhand setup."))
        case "dispatch.content_gone":
            ErrorWords(
                Phrase("error.content-gone", "Its words were erased before it left."),
                Phrase("error.content-gone.next", "Write it again."))
        default: nil
        }
    }
}

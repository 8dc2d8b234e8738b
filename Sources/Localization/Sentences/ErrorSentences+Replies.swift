extension ErrorSentences {
    static func reply(_ code: String, _ given: [String: String]) -> ErrorWords? {
        switch code {
        case "reply.lint_blocked":
            ErrorWords(
                Phrase("error.lint-blocked", "Amazon's rules do not allow this text."),
                Phrase("error.lint-blocked.next", "Change the marked places, or ask a supervisor."))
        case "reply.lint_unconfirmed":
            ErrorWords(
                Phrase("error.lint-unconfirmed", "Warnings need your confirmation, one by one."),
                Phrase("error.lint-unconfirmed.next", "Fix the marked places or confirm each."))
        case "reply.stale_basis":
            ErrorWords(
                Phrase("error.stale", "There are newer items than those you have read."),
                Phrase("error.stale.next", "Read them, then send again."))
        case "reply.nothing_to_answer":
            ErrorWords(
                Phrase("error.no-address", "This ticket has no buyer address to answer to."),
                Phrase("error.no-address.next", "Answer in Seller Central and add a note."))
        case "reply.empty":
            ErrorWords(
                Phrase("error.reply-empty", "The reply has no text."),
                Phrase("error.reply-empty.next", "Write something, or pick a template."))
        default: outbox(code, given) ?? template(code, given) ?? file(code, given)
        }
    }

    private static func outbox(_ code: String, _ given: [String: String]) -> ErrorWords? {
        switch code {
        case "outbox.not_found":
            ErrorWords(
                Phrase("error.outbox-not-found", "There is no such reply on its way."),
                Phrase("error.outbox-not-found.next", "Look at the outbox again."))
        case "outbox.too_late":
            ErrorWords(
                Phrase("error.too-late", "The reply has already left."),
                Phrase("error.too-late.next", "Send a second reply if something is wrong."))
        case "outbox.same_approver":
            ErrorWords(
                Phrase("error.same-approver", "Nobody may release a reply of their own."),
                Phrase("error.same-approver.next", "Ask another supervisor."))
        default: nil
        }
    }

    private static func template(_ code: String, _ given: [String: String]) -> ErrorWords? {
        switch code {
        case "template.not_found":
            ErrorWords(
                Phrase("error.template-not-found", "There is no such template."),
                Phrase("error.template-not-found.next", "Open the list of templates again."))
        case "template.value_missing":
            ErrorWords(
                Phrase(
                    "error.template-value", "The template lacks a value: {name}.",
                    ["name": given["name"] ?? "?"]),
                Phrase("error.template-value.next", "Fill it in by hand where braces stand."))
        case "template.invalid":
            ErrorWords(
                LibrarySentences.mistake(
                    given["reason"] ?? "", in: given["template"] ?? "?", given["value"] ?? "?"),
                Phrase("error.template-invalid.next", "Tell whoever keeps the templates."))
        default: dispatch(code, given)
        }
    }

    static func setup(_ code: String, _ given: [String: String]) -> ErrorWords? {
        switch code {
        case "config.invalid":
            ErrorWords(
                Phrase(
                    "error.configuration", "The configuration is wrong: {place}",
                    ["place": given["place"] ?? given["file"] ?? ""]),
                Phrase("error.configuration.next", "Run deskhand doctor; it lists every mistake."))
        case "data.locked":
            ErrorWords(
                Phrase("error.locked", "Another core is using the data folder."),
                Phrase("error.locked.next", "Stop it first; two must never run at once."))
        case "data.unsafe":
            ErrorWords(
                Phrase("error.unsafe", "Others can read the data folder or a secret."),
                Phrase("error.unsafe.next", "Set the folder to mode 0700 and secrets to 0600."))
        case "mailbox.unreachable":
            ErrorWords(
                Phrase("error.mailbox", "The mailbox does not answer."),
                Phrase("error.mailbox.next", "Check network and password; deskhand doctor helps."))
        case "platform.refused":
            ErrorWords(
                Phrase("error.platform", "The platform refused this."),
                Phrase("error.platform.next", "Look at :sync for the reason and the remedy."))
        default: nil
        }
    }
}

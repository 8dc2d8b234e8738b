extension ErrorSentences {
    /// Sentences about parking, merging, marking and undoing.
    static func life(_ code: String, _ given: [String: String]) -> ErrorWords? {
        parking(code, given) ?? merging(code, given) ?? marking(code, given)
    }

    private static func parking(_ code: String, _ given: [String: String]) -> ErrorWords? {
        switch code {
        case "ticket.snooze_too_long":
            ErrorWords(
                Phrase(
                    "error.snooze-long", "An answer is due before that; {latest} is the latest.",
                    ["latest": given["latest"] ?? "?"]),
                Phrase("error.snooze-long.next", "Choose an earlier time, or answer first."))
        case "ticket.snooze_no_room":
            ErrorWords(
                Phrase("error.snooze-room", "The answer is due too soon to wait."),
                Phrase("error.snooze-room.next", "Answer it, or say that none is needed."))
        case "ticket.nothing_suspended":
            ErrorWords(
                Phrase("error.not-suspended", "No hold or snooze was interrupted here."),
                Phrase("error.not-suspended.next", "Use h to hold or z to snooze."))
        case "ticket.nothing_to_undo":
            ErrorWords(
                Phrase("error.no-undo", "You changed nothing here that can be undone."),
                Phrase("error.no-undo.next", "Change the state with s instead."))
        case "ticket.undo_too_late":
            ErrorWords(
                Phrase(
                    "error.undo-late", "A change can be undone for {minutes} minutes only.",
                    ["minutes": given["minutes"] ?? "10"]),
                Phrase("error.undo-late.next", "Change the state with s instead."))
        case "ticket.undo_others_acted":
            ErrorWords(
                Phrase("error.undo-others", "Somebody or something else has acted since."),
                Phrase("error.undo-others.next", "Look at the log with L, then decide anew."))
        default: nil
        }
    }

    private static func merging(_ code: String, _ given: [String: String]) -> ErrorWords? {
        switch code {
        case "message.kind_refused":
            ErrorWords(
                Phrase(
                    "error.kind-refused", "This message cannot be called {to} instead of {from}.",
                    ["from": given["from"] ?? "?", "to": given["to"] ?? "?"]),
                Phrase(
                    "error.kind-refused.next",
                    "Only what came in is called anew, and only something else."))
        case "message.not_found":
            ErrorWords(
                Phrase("error.message-not-found", "No message has this number."),
                Phrase("error.message-not-found.next", "Look with ticket show --json."))
        case "merge.self":
            ErrorWords(
                Phrase("error.merge-self", "A ticket cannot be merged with itself."),
                Phrase("error.merge-self.next", "Name another ticket of the buyer."))
        case "merge.merged":
            ErrorWords(
                Phrase(
                    "error.merge-merged", "#{ticket} is part of another ticket already.",
                    ["ticket": given["ticket"] ?? "?"]),
                Phrase("error.merge-merged.next", "Merge with the ticket that lives on."))
        case "merge.other_buyer":
            ErrorWords(
                Phrase("error.merge-buyer", "The two tickets are of different buyers."),
                Phrase(
                    "error.merge-buyer.next",
                    "If it is one person, link the two aliases first: :link-buyers."))
        case "merge.linked_through":
            ErrorWords(
                Phrase(
                    "error.linked-through",
                    "The two aliases are one person only through the buyer of #{ticket}.",
                    ["ticket": given["ticket"] ?? "?"]),
                Phrase(
                    "error.linked-through.next",
                    "Part one of the two from that buyer: :part-buyers #{ticket} WHY.",
                    ["ticket": given["ticket"] ?? "?"]))
        case "merge.other_account":
            ErrorWords(
                Phrase("error.merge-account", "The two tickets are of different stores."),
                Phrase("error.merge-account.next", "Link them instead: l."))
        case "merge.not_merged":
            ErrorWords(
                Phrase("error.not-merged", "The ticket is not merged into another one."),
                Phrase("error.not-merged.next", "Name the ticket that was merged away."))
        case "merge.too_late":
            ErrorWords(
                Phrase(
                    "error.unmerge-late", "A merge can be taken back for {days} days only.",
                    ["days": given["days"] ?? "7"]),
                Phrase("error.unmerge-late.next", "Split the messages off instead."))
        case "merge.changed":
            ErrorWords(
                Phrase("error.unmerge-changed", "The tickets have moved on since the merge."),
                Phrase("error.unmerge-changed.next", "Split the messages off instead."))
        case "split.nothing":
            ErrorWords(
                Phrase("error.split-nothing", "No buyer message of this ticket was chosen."),
                Phrase("error.split-nothing.next", "Mark messages with x, then split."))
        case "split.everything":
            ErrorWords(
                Phrase("error.split-all", "One buyer message must stay behind."),
                Phrase("error.split-all.next", "Take the mark from one of them."))
        default: nil
        }
    }

    private static func marking(_ code: String, _ given: [String: String]) -> ErrorWords? {
        switch code {
        case "link.self":
            ErrorWords(
                Phrase("error.link-self", "A ticket cannot be linked with itself."),
                Phrase("error.link-self.next", "Name another ticket."))
        case "link.loop":
            ErrorWords(
                Phrase("error.link-loop", "The other ticket is above this one already."),
                Phrase("error.link-loop.next", "Link them the other way round."))
        case "link.not_found":
            ErrorWords(
                Phrase("error.no-link", "The two are not linked like that."),
                Phrase("error.no-link.next", "The conversation's end lists the links."))
        case "tag.unknown":
            ErrorWords(
                Phrase(
                    "error.tag-unknown", "There is no tag {tag}.", ["tag": given["tag"] ?? "?"]),
                Phrase("error.tag-unknown.next", "# lists them; a supervisor may add one."))
        case "tag.invalid":
            ErrorWords(
                Phrase("error.tag-invalid", "This is no name for a tag."),
                Phrase(
                    "error.tag-invalid.next",
                    "Use letters, digits, - _ and . only, at most {longest} of them.",
                    ["longest": given["longest"] ?? "40"]))
        case "note.not_found":
            ErrorWords(
                Phrase("error.no-note", "There is no such note."),
                Phrase("error.no-note.next", "ticket show --json prints the numbers."))
        case "note.too_old":
            ErrorWords(
                Phrase(
                    "error.note-old", "A note can be changed for {minutes} minutes only.",
                    ["minutes": given["minutes"] ?? "10"]),
                Phrase("error.note-old.next", "Write a new note that corrects it."))
        case "note.deleted":
            ErrorWords(
                Phrase("error.note-deleted", "The note was taken away already."),
                Phrase("error.note-deleted.next", "Write a new one."))
        case "bulk.empty":
            ErrorWords(
                Phrase("error.bulk-empty", "No ticket is selected."),
                Phrase("error.bulk-empty.next", "Select tickets with x."))
        case "bulk.too_many":
            ErrorWords(
                Phrase(
                    "error.bulk-many", "{limit} tickets at once at most.",
                    ["limit": given["limit"] ?? "500"]),
                Phrase("error.bulk-many.next", "Select fewer."))
        default: nil
        }
    }
}

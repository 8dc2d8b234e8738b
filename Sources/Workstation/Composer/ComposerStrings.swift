import Localization

enum ComposerStrings {
    static let name = Phrase("composer.name", "Reply")
    static let noteName = Phrase("composer.note-name", "Note")
    static let saveNote = Phrase("hint.save-note", "save note")
    static let notSaved = Phrase("composer.not-saved", "not saved yet")
    static let keptHere = Phrase("composer.kept-here", "draft kept on this machine")
    static let sending = Phrase("composer.sending", "handing over…")
    static let newerItems = Phrase("composer.newer-items", "Something new came into this thread.")
    static let noFindings = Phrase("composer.no-findings", "Nothing stands against sending.")
    static let noFix = Phrase("composer.no-fix", "No fix is known here; change the text.")
    static let fixed = Phrase("composer.fixed", "Fixed. ^_ takes it back.")
    static let blocked = Phrase(
        "composer.blocked", "Not sent: fix the marked places, or ask a supervisor with ^R.")
    static let held = Phrase("composer.held", "Waits for a supervisor's release.")
    static let empty = Phrase("composer.empty", "There is nothing to send yet.")
    static let offline = Phrase(
        "composer.offline", "The core is away; the draft is kept. Send when it is back.")
    static let busy = Phrase("composer.busy", "The reply is being handed over.")
    static let tookBack = Phrase("composer.took-back", "Taken back. Your text is here again.")
    static let discarded = Phrase("composer.discarded", "Draft discarded.")
    static let draftKept = Phrase("composer.draft-kept", "Draft kept.")
    static let noteKept = Phrase("composer.note-kept", "Note kept.")
    static let messageKept = Phrase(
        "composer.message-kept", "Message kept: m and the same choice go on with it.")
    static let draftRestored = Phrase("composer.draft-restored", "Your kept draft is here again.")
    static let onlyReplies = Phrase("composer.only-replies", "This works for replies, not notes.")
    static let nothingBlocks = Phrase(
        "composer.nothing-blocks", "Nothing is blocked, so send it yourself.")
    static let fixKey = Phrase("composer.fix-key", "^F apply")
    static let remove = Phrase("composer.remove", "take it out")

    static func dictionary(_ name: String) -> Phrase {
        Phrase("composer.dictionary", "spelling {name}", ["name": name])
    }
    static func replyTo(_ name: String) -> Phrase {
        Phrase("composer.reply-to", "Reply to {name}", ["name": name])
    }
    static func replyToOneOf(_ name: String) -> Phrase {
        Phrase("composer.reply-to-one-of", "Reply to {name} only", ["name": name])
    }
    static func noteOn(_ number: String) -> Phrase {
        Phrase("composer.note-on", "Note on {number}", ["number": number])
    }
    static func saved(_ time: String) -> Phrase {
        Phrase("composer.saved", "draft saved {time}", ["time": time])
    }
    static func then(_ state: String) -> Phrase {
        Phrase("composer.then", "then: {state}", ["state": state])
    }
    static func fix(_ text: String) -> Phrase {
        Phrase("composer.fix", "fix: {text}", ["text": text])
    }
    static func tookBackElsewhere(_ number: String) -> Phrase {
        Phrase(
            "composer.took-back-elsewhere", "Taken back. The text is a draft on {number}.",
            ["number": number])
    }
    static func missingValues(_ names: String) -> Phrase {
        Phrase("composer.missing-values", "Still to fill in: {names}", ["names": names])
    }
    static func more(_ count: Int) -> Phrase {
        count == 1
            ? Phrase("composer.one-more", "1 more finding")
            : Phrase("composer.more", "{count} more findings", ["count": "\(count)"])
    }
}

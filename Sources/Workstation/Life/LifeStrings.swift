import HelpDesk
import Localization
import Wire

enum LifeStrings {
    static let nothingOwedToSnooze = Phrase("life.no-room", "The answer is due too soon to wait.")
    static let nothingSelected = Phrase("life.none-selected", "Select tickets with x first.")
    static let nothingMarked = Phrase("life.none-marked", "Mark messages with x first.")
    static let markOne = Phrase("life.mark-one", "Several messages came in: mark one with x.")
    static let nothingSuspended = Phrase("life.not-suspended", "No hold or snooze was interrupted.")
    static let noMentions = Phrase("life.no-mentions", "Nobody told you anything new.")
    static let noNote = Phrase("life.no-note", "You have no note here.")
    static let registered = Phrase("life.tag-on", "on this ticket")
    static let spam = Phrase("life.spam", "spam?")
    static let muted = Phrase("life.muted", "muted")
    static let vip = Phrase("life.vip", "VIP")
    static let legalHold = Phrase("life.legal-hold", "legal hold")
    static let drill = Phrase("life.drill", "drill")
    static let owedTitle = Phrase("life.owed", "Not resolved: an answer is owed")
    static let owedText = Phrase(
        "life.owed-text", "The buyer waits. Answer, say that no answer is needed, or let it wait.")
    static let answer = Phrase("life.answer", "write the answer")
    static let excuse = Phrase("life.excuse", "no answer needed")
    static let back = Phrase("life.back", "back")
    static let refusedTitle = Phrase("life.refused", "Not done on these")
    static let understood = Phrase("life.understood", "understood")
    static let noteGone = Phrase("life.note-gone", "note taken away")
    static let noteDone = Phrase("life.note-done", "looked at")

    static func safeSnooze(_ time: String) -> Phrase {
        Phrase("life.safe-snooze", "snooze until {time}", ["time": time])
    }
    static func latest(_ time: String) -> Phrase {
        Phrase("life.latest", "{time}, the latest", ["time": time])
    }
    static func count(_ number: Int) -> Phrase {
        Phrase(
            "life.count", "{number}: z snoozes for so many hours, Esc forgets it",
            ["number": "\(number)"])
    }
    static func snoozed(_ number: String, _ time: String) -> Phrase {
        Phrase("life.snoozed", "{number} sleeps until {time}.", ["number": number, "time": time])
    }
    static func snoozedUntil(_ time: String) -> Phrase {
        Phrase("life.snoozed-until", "snoozed until {time}", ["time": time])
    }
    static func restored(_ number: String) -> Phrase {
        Phrase("life.restored", "{number} rests again as before.", ["number": number])
    }
    static func undone(_ number: String, _ state: String) -> Phrase {
        Phrase(
            "life.undone", "{number} is as before: {state}.",
            ["number": number, "state": state])
    }
    static func merged(_ number: String) -> Phrase {
        Phrase("life.merged", "Both are {number} now; :unmerge takes it back.", ["number": number])
    }
    static func unmerged(_ number: String) -> Phrase {
        Phrase("life.unmerged", "{number} stands on its own again.", ["number": number])
    }
    static func isPartOf(_ number: String, _ survivor: String) -> Phrase {
        Phrase(
            "life.part-of", "{number} is part of {survivor}.",
            ["number": number, "survivor": survivor])
    }
    static func split(_ number: String) -> Phrase {
        Phrase("life.split", "The messages are {number} now.", ["number": number])
    }
    static let badKind = Phrase(
        "life.bad-kind",
        "Begin with buyer, courtesy, buyer-auto, bounce or platform-notice, then say why.")
    static let kindCorrected = Phrase(
        "life.kind-corrected", "The message counts as what you say it is.")
    static let noMessage = Phrase("life.no-message", "Nothing here came in.")
    static func linked(_ isOn: Bool) -> Phrase {
        isOn ? Phrase("life.linked", "Linked.") : Phrase("life.unlinked", "No longer linked.")
    }
    static func priority(_ priority: TicketPriority) -> Phrase {
        switch priority {
        case .low: Phrase("priority.low", "low")
        case .normal: Phrase("priority.normal", "normal")
        case .high: Phrase("priority.high", "high")
        case .urgent: Phrase("priority.urgent", "urgent")
        }
    }
    static func priorityIs(_ number: String, _ word: String) -> Phrase {
        Phrase(
            "life.priority-is", "{number}: priority {word}.", ["number": number, "word": word])
    }
    static func flag(_ flag: FlagWord, isOn: Bool) -> Phrase {
        switch (flag, isOn) {
        case (.spam, true): Phrase("life.is-spam", "Marked as spam; its clock runs on.")
        case (.spam, false): Phrase("life.no-spam", "No longer marked as spam.")
        case (.muted, true): Phrase("life.is-muted", "No more personal notices about it.")
        case (.muted, false): Phrase("life.not-muted", "Personal notices again.")
        case (.vip, true): Phrase("life.is-vip", "Marked as an important buyer.")
        case (.vip, false): Phrase("life.not-vip", "No longer marked as important.")
        case (.legalHold, true): Phrase("life.is-legal-hold", "Nothing of it may be erased now.")
        case (.legalHold, false): Phrase("life.not-legal-hold", "The legal hold is over.")
        case (.drill, true): Phrase("life.is-drill", "A drill: it counts in no figure.")
        case (.drill, false): Phrase("life.not-drill", "No drill: it counts in the figures.")
        case (.watched, true): Phrase("life.is-watched", "You are told of what happens here.")
        case (.watched, false): Phrase("life.not-watched", "You are no longer told.")
        }
    }
    enum FlagWord { case spam, muted, vip, legalHold, drill, watched }

    static func tags(_ number: String, _ tags: String) -> Phrase {
        tags.isEmpty
            ? Phrase("life.no-tags", "{number} has no tags.", ["number": number])
            : Phrase("life.tags", "{number}: {tags}", ["number": number, "tags": tags])
    }
    static func tickets(_ count: Int) -> Phrase {
        Phrase("life.tickets", "{count} tickets", ["count": "\(count)"])
    }
    static func selected(_ count: Int) -> Phrase {
        Phrase("life.selected", "{count} selected · * acts on them", ["count": "\(count)"])
    }
    static func bulkDone(_ count: Int) -> Phrase {
        Phrase("life.bulk-done", "Done on {count} tickets.", ["count": "\(count)"])
    }
    static func refusedMore(_ count: Int) -> Phrase {
        Phrase("life.refused-more", "and {count} more", ["count": "\(count)"])
    }
    static func restoreHint(_ rest: String, _ time: String) -> Phrase {
        Phrase("life.restore-hint", "Z: back to {rest} until {time}", ["rest": rest, "time": time])
    }
    static func alsoOpen(_ number: String) -> Phrase {
        Phrase(
            "life.also-open", "This buyer has another open ticket, {number}: l merges them.",
            ["number": number])
    }
    static func link(_ kind: LinkKind, isFrom: Bool) -> Phrase {
        switch (kind, isFrom) {
        case (.follows, true): Phrase("link.follows", "follows")
        case (.follows, false): Phrase("link.followed", "is followed by")
        case (.related, _): Phrase("link.related", "related to")
        case (.sameDefect, _): Phrase("link.same-defect", "same defect as")
        case (.parent, true): Phrase("link.parent", "has the part")
        case (.parent, false): Phrase("link.child", "is part of")
        case (.split, true): Phrase("link.split", "split off")
        case (.split, false): Phrase("link.split-away", "gave messages to")
        }
    }
    static func formerOwner(_ name: String) -> Phrase {
        Phrase("life.former-owner", "{name} had the ticket before", ["name": name])
    }
    static func lookAt(_ time: String) -> Phrase {
        Phrase("life.look-at", "look at {time}", ["time": time])
    }
    static func mentions(_ count: Int) -> Phrase {
        Phrase("life.mentions", "{count} for you", ["count": "\(count)"])
    }
    static func notice(_ kind: PersonalNotice.Kind) -> Phrase {
        switch kind {
        case .mention: Phrase("notice.mention", "you are called")
        case .note: Phrase("notice.note", "note")
        case .buyer: Phrase("notice.buyer", "buyer wrote")
        case .noteDue: Phrase("notice.note-due", "time to look")
        }
    }
}

extension FlagTicket.Flag {
    var word: LifeStrings.FlagWord {
        switch self {
        case .spam: .spam
        case .muted: .muted
        case .vip: .vip
        case .legalHold: .legalHold
        case .drill: .drill
        }
    }
}

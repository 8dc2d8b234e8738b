import HelpDesk
import Localization

/// The life of a ticket as sentences of its log.
enum LifeHistory {
    static func sentence(_ event: LifeEvent, _ model: WorkstationModel) -> Phrase {
        let words = model.words
        switch event {
        case .stateUndone(let undo):
            return Phrase(
                "history.undone", "change undone: {state}",
                ["state": words(StateWords.ticket(undo.to.state))])
        case .reopeningCounted:
            return Phrase("history.reopening-counted", "counts as reopened now")
        case .priorityChanged(let change):
            return Phrase(
                "history.priority", "priority: {word}",
                ["word": words(LifeStrings.priority(change.to))])
        case .flagsChanged(let change):
            return Phrase(
                "history.flags", "marks: {marks}",
                ["marks": change.to.names.joined(separator: " ")])
        case .itemsMoved(let move):
            return Phrase(
                "history.items-moved", "{count} items came from {number}",
                ["count": "\(move.messages.count)", "number": model.number(move.from)])
        case .mergedInto(let merge):
            return Phrase(
                "history.merged", "merged into {number}",
                ["number": model.number(merge.survivor)])
        case .unmerged(let unmerge):
            return Phrase(
                "history.unmerged", "taken out of {number} again",
                ["number": model.number(unmerge.survivor)])
        case .buyersJoined(let join):
            return join.isOn
                ? Phrase(
                    "history.buyers-joined", "two aliases are one person: {reason}",
                    ["reason": join.reason])
                : Phrase(
                    "history.buyers-parted", "two aliases are two persons: {reason}",
                    ["reason": join.reason])
        case .kindCorrected(let change):
            return Phrase(
                "history.kind", "message counts as {to}, no longer as {from}: {reason}",
                [
                    "from": change.from.rawValue, "to": change.to.rawValue,
                    "reason": change.reason,
                ])
        case .buyersLinked: return Phrase("history.buyers-linked", "two aliases linked")
        case .linked(let link): return linked(link, isOn: true, model)
        case .unlinked(let link): return linked(link, isOn: false, model)
        case .tagSaved: return Phrase("history.tag-saved", "tag changed")
        case .tagged(_, let tag):
            return Phrase("history.tagged", "tag: #{tag}", ["tag": tag.rawValue])
        case .untagged(_, let tag):
            return Phrase("history.untagged", "tag taken off: #{tag}", ["tag": tag.rawValue])
        case .watched: return Phrase("history.watched", "watches the ticket")
        case .unwatched: return Phrase("history.unwatched", "watches it no longer")
        case .noticeGiven, .noticesRead: return Phrase("history.notice", "notice given")
        case .noteEdited: return Phrase("history.note-edited", "note changed")
        case .noteDeleted: return Phrase("history.note-deleted", "note taken away")
        case .noteDueSet(let due):
            return Phrase(
                "history.note-due", "note to look at {time}",
                ["time": model.localTime.moment(due.due, now: model.now)])
        case .noteDueDone: return Phrase("history.note-done", "note looked at")
        case .composeTaken(let takeover): return CollisionStrings.history(takeover, model)
        }
    }

    private static func linked(
        _ link: TicketLink, isOn: Bool, _ model: WorkstationModel
    ) -> Phrase {
        let number = model.number(link.to)
        let kind = model.words(LifeStrings.link(link.kind, isFrom: true))
        return isOn
            ? Phrase("history.linked", "{kind} {number}", ["kind": kind, "number": number])
            : Phrase(
                "history.unlinked", "no longer {kind} {number}",
                ["kind": kind, "number": number])
    }
}

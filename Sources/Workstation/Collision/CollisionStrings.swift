import HelpDesk
import Localization
import Wire

enum CollisionStrings {
    static let yoursNow = Phrase(
        "collision.yours-now", "The answer is yours now; you may send it.")
    static let besideNow = Phrase(
        "collision.beside-now", "You write a draft beside; it cannot be sent for now.")
    static let isYours = Phrase("collision.is-yours", "The answer is yours already.")
    static let sentPast = Phrase("collision.sent-past", "the reply went past it unread")
    static let beside = Phrase("collision.beside", "draft only")
    static let heldTitle = Phrase("question.compose-held", "Somebody writes this answer")
    static let heldText = Phrase(
        "question.compose-held-text", "Two answers would confuse the buyer.")
    static let draftBeside = Phrase("question.draft-beside", "draft beside")
    static let noteOnly = Phrase("question.note-only", "note only")
    static let takeOver = Phrase("question.take-over", "take over")
    static let goBack = Phrase("question.go-back", "back")
    static let answeredTitle = Phrase("question.answered", "Not sent: the buyer has an answer")
    static let dontSend = Phrase("question.dont-send", "do not send")
    static let sendSecond = Phrase("question.send-second", "send it as well")
    static let inSellerCentral = Phrase("question.seller-central", "Somebody in Seller Central")
    static let you = Phrase("collision.you", "You")

    /// Messages that a reply went past, as a list says it.
    static func unread(_ count: Int) -> Phrase {
        Phrase("collision.unread", "{count} unread", ["count": "\(count)"])
    }
    static func since(_ name: String, _ time: String, _ age: String) -> Phrase {
        Phrase(
            "question.compose-since", "{name} has been writing since {time} ({age}).",
            ["name": name, "time": time, "age": age])
    }
    static func characters(_ count: Int) -> Phrase {
        Phrase("question.compose-characters", "{count} characters so far.", ["count": "\(count)"])
    }
    static func takenBecause(_ reason: String) -> Phrase {
        Phrase("question.compose-reason", "Taken over from you: {reason}", ["reason": reason])
    }
    static func answered(_ name: String, _ age: String) -> Phrase {
        Phrase("question.answered-by", "{name} answered {age} ago.", ["name": name, "age": age])
    }
    static func answeredOn(_ name: String, _ number: String, _ age: String) -> Phrase {
        Phrase(
            "question.answered-on", "{name} answered this buyer on {number} {age} ago.",
            ["name": name, "number": number, "age": age])
    }
    static func more(_ count: Int) -> Phrase {
        Phrase("question.more-items", "and {count} more", ["count": "\(count)"])
    }
    static func lost(_ holder: ComposeHolder) -> Phrase {
        guard let reason = holder.reason else {
            return Phrase(
                "collision.lost", "{name} writes this answer now; your draft is kept.",
                ["name": holder.name])
        }
        return Phrase(
            "collision.lost-because", "{name} took the answer over: {reason}. Your draft is kept.",
            ["name": holder.name, "reason": reason])
    }
    static func taken(_ taken: ComposeTaken, _ number: String) -> Phrase {
        let given = ["name": taken.by, "number": number, "reason": taken.reason]
        return taken.isReassigned
            ? Phrase(
                "collision.reassigned", "{name} moved {number}: {reason}. Your draft is kept.",
                given)
            : Phrase(
                "collision.taken",
                "{name} took the answer on {number} over: {reason}. Your draft is kept.", given)
    }
    static func tookOver(_ former: String?) -> Phrase {
        guard let former else {
            return Phrase("collision.took-free", "The answer is yours; nobody else wrote there.")
        }
        return Phrase(
            "collision.took-over", "The answer is yours. {name} was told and keeps the draft.",
            ["name": former])
    }

    /// What somebody does, with the name before it.
    static func doing(_ activity: PresenceActivity, _ name: String) -> Phrase {
        let given = ["name": name]
        return switch activity {
        case .composing: Phrase("presence.composing", "{name} writes", given)
        case .silent: Phrase("presence.silent", "{name} writes, line lost", given)
        case .drafting: Phrase("presence.drafting", "{name} drafts beside", given)
        case .noting: Phrase("presence.noting", "{name} writes a note", given)
        case .viewing: Phrase("presence.viewing", "{name} reads", given)
        }
    }

    /// A takeover as a sentence of the ticket's log.
    static func history(_ takeover: ComposeTakeover, _ model: WorkstationModel) -> Phrase {
        let former = model.people.first { $0.id == takeover.from }?.displayName ?? "?"
        let given = ["name": former, "reason": takeover.reason]
        return takeover.to == nil
            ? Phrase("history.compose-ended", "moved while {name} wrote: {reason}", given)
            : Phrase("history.compose-taken", "took the answer over from {name}: {reason}", given)
    }
}

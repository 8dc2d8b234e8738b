import Localization
import Wire

enum InboxStrings {
    static let name = Phrase("inbox.name", "Inbox")
    static let left = Phrase("inbox.left", "left")
    static let store = Phrase("inbox.store", "store")
    static let site = Phrase("inbox.site", "site")
    static let buyer = Phrase("inbox.buyer", "buyer")
    static let about = Phrase("inbox.about", "about")
    static let language = Phrase("inbox.language", "lang")
    static let owner = Phrase("inbox.owner", "who")
    static let order = Phrase("inbox.order", "order")
    static let last = Phrase("inbox.last", "last")
    static let courtesy = Phrase("inbox.courtesy", "only thanks? e")
    static let tick = Phrase("inbox.tick", "tick on Amazon: e")
    static let problem = Phrase("inbox.problem", "not delivered")
    static let loading = Phrase("inbox.loading", "Loading…")
    static let empty = Phrase("inbox.empty", "Nothing here. Views: v")
    static let noMatches = Phrase("inbox.no-matches", "Nothing found. Esc shows all again.")

    static func position(_ row: Int, of total: Int) -> Phrase {
        Phrase(
            "inbox.position", "{row} of {total} · sorted by time left",
            ["row": "\(row)", "total": "\(total)"])
    }

    static func about(_ category: String, _ total: Int) -> Phrase {
        Phrase(
            "inbox.about-category", "about: {category} · {total}",
            ["category": category, "total": "\(total)"])
    }

    static func found(_ search: String, _ total: Int) -> Phrase {
        Phrase(
            "inbox.found", "search: {search} · {total} found",
            ["search": search, "total": "\(total)"])
    }

    static func queue(_ queue: TicketQueue) -> Phrase {
        switch queue {
        case .mineAndUnassigned: Phrase("queue.mine-and-unassigned", "Mine + unassigned")
        case .mine: Phrase("queue.mine", "Mine")
        case .unassigned: Phrase("queue.unassigned", "Unassigned")
        case .owed: Phrase("queue.owed", "Owed")
        case .late: Phrase("queue.late", "Late")
        case .hold: Phrase("queue.hold", "On hold")
        case .pending: Phrase("queue.pending", "Waiting for buyer")
        case .resolved: Phrase("queue.resolved", "Resolved")
        case .unparsed: Phrase("queue.unparsed", "Unreadable mail")
        case .problems: Phrase("queue.problems", "Not delivered")
        case .cases: Phrase("queue.cases", "Returns, claims, wishes")
        case .ticks: Phrase("queue.ticks", "To tick on Amazon")
        case .snoozed: Phrase("queue.snoozed", "Snoozed")
        case .spam: Phrase("queue.spam", "Spam with a clock")
        case .watching: Phrase("queue.watching", "Watched")
        case .looks: Phrase("queue.looks", "Notes to look at")
        case .group: Phrase("queue.group", "My groups")
        case .urgent: Phrase("queue.urgent", "Unowned and urgent")
        case .all: Phrase("queue.all", "All")
        }
    }
}

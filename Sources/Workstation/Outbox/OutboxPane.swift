import HelpDesk
import Localization
package import TerminalWidgets
package import Wire

/// Replies on their way out: held for review, counting down, failed, unknown, come back.
package enum OutboxPane {
    package struct State: Equatable, Sendable {
        package internal(set) var items: [OutboxView] = []
        package internal(set) var isLoaded = false
        package var list = ListState(height: 5)
        /// A ticket that opens as soon as the core has told of it.
        var opensTicket: TicketID?

        package var selected: OutboxView? {
            items.indices.contains(list.selection) ? items[list.selection] : nil
        }
    }
}

extension OutboxPane.State {
    mutating func loaded(_ items: [OutboxView]) {
        let kept = selected?.id
        self.items = items
        isLoaded = true
        if let kept, let index = items.firstIndex(where: { $0.id == kept }) {
            list.select(index, count: items.count)
        }
        list.clamp(count: items.count)
    }

    /// Items that are settled leave the list; new ones come to its top.
    mutating func changed(_ view: OutboxView) {
        let isOver = [.accepted, .confirmed, .withdrawn].contains(view.item.state)
        if let index = items.firstIndex(where: { $0.id == view.id }) {
            if isOver { items.remove(at: index) } else { items[index] = view }
        } else if !isOver, isLoaded {
            items.insert(view, at: 0)
        }
        list.clamp(count: items.count)
    }
}

enum OutboxStrings {
    static let name = Phrase("outbox.name", "Outbox")
    static let empty = Phrase("outbox.empty", "No reply waits, failed or came back.")
    static let notHeld = Phrase("outbox.not-held", "This reply does not wait for review.")
    static let ownReply = Phrase(
        "outbox.own-reply", "It is your own reply; another supervisor must release it.")
    static let buyer = Phrase("outbox.buyer", "buyer")
    static let store = Phrase("outbox.store", "store")
    static let notUnknown = Phrase(
        "outbox.not-unknown", "Only a failed, returned or unknown reply can be settled.")
    static let approved = Phrase("outbox.approved", "Released; it leaves after the countdown.")
    static let rejected = Phrase("outbox.rejected", "Given back to its author.")
    static let settled = Phrase("outbox.settled", "Settled.")
    static let nothing = Phrase("outbox.nothing", "No reply is selected.")
    static let who = Phrase("outbox.who", "author")
    static let state = Phrase("outbox.state", "state")
    static let ticket = Phrase("outbox.ticket", "ticket")
    static let since = Phrase("outbox.since", "since")
    static let text = Phrase("outbox.text", "text")

    static func asked(_ reason: String) -> Phrase {
        Phrase("outbox.asked", "reason given: {reason}", ["reason": reason])
    }
}

import HelpDesk
import Localization
package import TerminalWidgets
package import Wire

/// What is on its way out: replies held for review, counting down, failed, unknown or come back, and
/// typed messages, review requests and shipments that wait, were refused or are unknown.
package enum OutboxPane {
    package struct State: Equatable, Sendable {
        package internal(set) var items: [OutboxView] = []
        package internal(set) var dispatches: [DispatchView] = []
        package internal(set) var isLoaded = false
        package var list = ListState(height: 5)
        /// A ticket that opens as soon as the core has told of it.
        var opensTicket: TicketID?

        /// Replies first, then the rest.
        package var count: Int { items.count + dispatches.count }

        package var selected: OutboxView? {
            items.indices.contains(list.selection) ? items[list.selection] : nil
        }

        package var selectedDispatch: DispatchView? {
            let place = list.selection - items.count
            return dispatches.indices.contains(place) ? dispatches[place] : nil
        }

        fileprivate var selectedEntry: Entry? {
            selected.map { .reply($0.id) } ?? selectedDispatch.map { .dispatch($0.id) }
        }
    }

    fileprivate enum Entry: Hashable {
        case reply(OutboxID)
        case dispatch(DispatchID)
    }

    /// What fills the pane.
    static let fetch: [Effect] = [
        .latest("outbox", .listOutbox), .latest("dispatches", .listDispatches),
    ]
}

extension OutboxPane.State {
    mutating func loaded(_ items: [OutboxView]) {
        keepingPlace { $0.items = items }
        isLoaded = true
    }

    mutating func loaded(_ dispatches: [DispatchView]) {
        keepingPlace { state in
            // What needs a person comes before what leaves by itself.
            state.dispatches =
                dispatches.filter { $0.dispatch.state.needsPerson }
                + dispatches.filter { !$0.dispatch.state.needsPerson }
        }
    }

    /// Items that are settled leave the list; new ones come to its top.
    mutating func changed(_ view: OutboxView) {
        let isOver = [.accepted, .confirmed, .withdrawn].contains(view.item.state)
        keepingPlace { state in
            if let index = state.items.firstIndex(where: { $0.id == view.id }) {
                if isOver {
                    state.items.remove(at: index)
                } else {
                    // News of a reply says nothing of its findings; what was told of it holds.
                    let known = state.items[index]
                    state.items[index] = view
                    if view.findings.isEmpty, known.item.state == view.item.state {
                        state.items[index].findings = known.findings
                    }
                }
            } else if !isOver, state.isLoaded {
                state.items.insert(view, at: 0)
            }
        }
    }

    mutating func changed(_ view: DispatchView) {
        guard isLoaded else { return }
        let isOver = view.dispatch.state == .sent || view.dispatch.state == .withdrawn
        loaded((isOver ? [] : [view]) + dispatches.filter { $0.id != view.id })
    }

    /// The cursor stays on its entry while the list moves under it.
    private mutating func keepingPlace(_ change: (inout Self) -> Void) {
        let kept = selectedEntry
        change(&self)
        let entries: [OutboxPane.Entry] =
            items.map { .reply($0.id) } + dispatches.map { .dispatch($0.id) }
        if let kept, let index = entries.firstIndex(of: kept) {
            list.select(index, count: entries.count)
        }
        list.clamp(count: entries.count)
    }
}

extension DispatchState {
    /// Nobody but a person can say how it goes on.
    var needsPerson: Bool { self == .unknown || self == .refused }
}

enum OutboxStrings {
    static let name = Phrase("outbox.name", "Outbox")
    static let empty = Phrase("outbox.empty", "Nothing waits to leave, failed or came back.")
    static let notHeld = Phrase("outbox.not-held", "This does not wait for review.")
    static let ownReply = Phrase(
        "outbox.own-reply", "It is your own reply; another supervisor must release it.")
    static let buyer = Phrase("outbox.buyer", "buyer")
    static let store = Phrase("outbox.store", "store")
    static let notUnknown = Phrase(
        "outbox.not-unknown", "Only what failed, came back or is unknown can be settled.")
    static let approved = Phrase("outbox.approved", "Released; it leaves after the countdown.")
    static let rejected = Phrase("outbox.rejected", "Given back to its author.")
    static let settled = Phrase("outbox.settled", "Settled.")
    static let nothing = Phrase("outbox.nothing", "No entry is selected.")
    static let who = Phrase("outbox.who", "author")
    static let state = Phrase("outbox.state", "state")
    static let ticket = Phrase("outbox.ticket", "ticket")
    static let since = Phrase("outbox.since", "since")
    static let text = Phrase("outbox.text", "text")
}

package import HelpDesk
package import SwiftExtensions
package import TerminalWidgets
package import Wire

/// The list of tickets: a window of rows around the cursor, never the whole list.
package enum InboxPane {
    package struct State: Equatable, Sendable {
        package var queue = TicketQueue.mineAndUnassigned
        package var search = ""
        /// The list as it was then; nil for now.
        package internal(set) var asOf: Timestamp?
        package internal(set) var category: InquiryCategory?
        /// The number of the wall whose tickets these are.
        package internal(set) var wall: WallList?
        package internal(set) var total = 0
        /// Position of the first loaded row in the whole list.
        package internal(set) var offset = 0
        package internal(set) var rows: [TicketRow] = []
        package internal(set) var isLoaded = false
        package var list = ListState()
        /// The ticket the cursor is on; it stays there while the list moves under it.
        package internal(set) var selected: TicketID?
        package internal(set) var preview: TicketDetail?
        /// Tickets selected for an act on all of them.
        package internal(set) var marked: Set<TicketID> = []
        var refetchAt: Timestamp?
        var previewAt: Timestamp?
        var requested: InboxQuery?
        /// A ticket the agent has just dealt with: the cursor stays and does not follow it.
        var handled: TicketID?
    }
}

extension InboxPane.State {
    package func row(at index: Int) -> TicketRow? {
        let place = index - offset
        return rows.indices.contains(place) ? rows[place] : nil
    }

    package var selectedRow: TicketRow? { row(at: list.selection) }

    /// A screen above and below what is in sight, so that moves rarely wait.
    var query: InboxQuery {
        let height = max(10, list.height)
        return InboxQuery(
            queue: queue, search: search, offset: max(0, list.top - height),
            limit: min(500, height * 3), category: category,
            asOf: asOf, wall: wall?.filter)
    }

    mutating func fetch() -> Effect {
        requested = query
        return .latest("inbox", .listTickets(query))
    }

    /// Moves the cursor and asks for rows that come into sight.
    mutating func moved(now: Timestamp, _ change: (inout ListState, Int) -> Void) -> [Effect] {
        change(&list, total)
        handled = nil
        selected = selectedRow?.id
        previewAt = now + .milliseconds(80)
        return isCovered ? [] : fetchOnce()
    }

    private var isCovered: Bool {
        let end = min(total, list.top + list.height)
        return list.top >= offset && end <= offset + rows.count
    }

    private mutating func fetchOnce() -> [Effect] {
        requested == query ? [] : [fetch()]
    }

    mutating func show(queue: TicketQueue, search: String) -> [Effect] {
        self.queue = queue
        self.search = search
        wall = nil
        (rows, offset, total, isLoaded) = ([], 0, 0, false)
        (selected, preview, marked) = (nil, nil, [])
        list = ListState(height: list.height)
        return [fetch()]
    }

    /// The tickets behind a number of the wall.
    mutating func show(wall list: WallList) -> [Effect] {
        category = nil
        _ = show(queue: .all, search: "")
        wall = list
        return [fetch()]
    }

    mutating func loaded(_ reply: ListTickets.Reply, _ query: InboxQuery, now: Timestamp)
        -> [Effect]
    {
        guard query.queue == queue, query.search == search, query.category == category,
            query.asOf == asOf, query.wall == wall?.filter
        else {
            return []
        }
        requested = nil
        isLoaded = true
        (rows, offset, total) = (reply.rows, reply.offset, reply.total)
        keepSelection()
        if selected != preview?.row.id || preview == nil { previewAt = now }
        return isCovered || self.query == query ? [] : [fetch()]
    }

    /// Puts the cursor on its ticket again, on the same row of the screen where the list's start is
    /// out of sight anyway.
    private mutating func keepSelection() {
        if let selected, selected != handled,
            let place = rows.firstIndex(where: { $0.id == selected })
        {
            let index = offset + place
            let top = list.top == 0 ? 0 : list.top + index - list.selection
            list = ListState(selection: index, top: max(0, top), height: list.height)
            list.height = list.height
        }
        list.clamp(count: total)
        selected = selectedRow?.id
    }

    /// The agent is done with this ticket for now, so the cursor waits where the next one comes.
    mutating func letGo(of ticket: TicketID) {
        if selected == ticket { handled = ticket }
    }

    /// A row changed; its place in the order follows with the next fetch.
    mutating func changed(_ row: TicketRow) {
        if let place = rows.firstIndex(where: { $0.id == row.id }) { rows[place] = row }
        if preview?.row.id == row.id, preview?.row.ticket.lastItem == row.ticket.lastItem {
            preview?.row = row
        }
    }

    mutating func refetchSoon(now: Timestamp) -> [Effect] {
        if refetchAt == nil { refetchAt = now + .milliseconds(250) }
        return []
    }

    mutating func previewed(_ detail: TicketDetail) {
        if detail.row.id == selected { preview = detail }
    }
}

/// What a list of tickets behind a number of the wall is called.
package struct WallList: Hashable, Sendable {
    package var filter: WallFilter
    package var name: String
}

package import HelpDesk
package import SwiftExtensions

/// Which tickets a list shows. `all` still obeys the caller's store scope.
package enum TicketQueue: String, Codable, Sendable, CaseIterable {
    case mineAndUnassigned = "mine-and-unassigned"
    case mine, unassigned, owed, late
    case hold, pending, resolved
    /// Mails that could not be read, with provisional debts.
    case unparsed
    /// Replies that failed, are unknown, or bounced.
    case problems
    /// Returns, claims and wishes that wait for somebody.
    case cases
    /// "No response needed" that must still be ticked on the platform.
    case ticks
    case snoozed
    /// Taken for spam, with a clock that runs all the same.
    case spam
    /// What the caller watches.
    case watching
    /// Notes that asked for a look by now.
    case looks
    /// What waits for the caller's groups.
    case group
    /// Nobody's, and time runs out.
    case urgent
    case all
}

/// A window of the inbox. Tickets with a clock come first, by time left; then the others by last
/// activity.
package struct ListTickets: RemoteCall {
    package static let method = "ticket.list"

    package var queue: TicketQueue
    /// Words, a Chinese or Japanese part, an order number or a `#ticket`; nil or empty means no search.
    package var search: String?
    package var store: StoreID?
    /// Only tickets about this.
    package var category: InquiryCategory?
    package var offset: Int
    /// 1 to 500.
    package var limit: Int
    /// The list as it was at this instant; nil for now (helpdesk section 12.2).
    package var asOf: Timestamp?
    /// The tickets behind a number of the wall, instead of the queue's.
    package var wall: WallFilter?

    package init(
        queue: TicketQueue, search: String? = nil, store: StoreID? = nil,
        category: InquiryCategory? = nil, offset: Int = 0, limit: Int = 100,
        asOf: Timestamp? = nil, wall: WallFilter? = nil
    ) {
        self.queue = queue
        self.search = search
        self.store = store
        self.category = category
        self.offset = offset
        self.limit = limit
        self.asOf = asOf
        self.wall = wall
    }

    package struct Reply: Codable, Sendable, Hashable {
        package var rows: [TicketRow]
        package var offset: Int
        package var total: Int
        package var counts: InboxCounts

        package init(rows: [TicketRow], offset: Int, total: Int, counts: InboxCounts) {
            self.rows = rows
            self.offset = offset
            self.total = total
            self.counts = counts
        }
    }
}

/// A ticket opened whole. `refreshOrder` also asks the platform for its order in the background.
package struct ShowTicket: RemoteCall {
    package static let method = "ticket.show"
    package typealias Reply = TicketDetail

    package var ticket: TicketID
    package var refreshOrder: Bool
    /// The ticket as it was at this instant; nil for now.
    package var asOf: Timestamp?

    package init(ticket: TicketID, refreshOrder: Bool, asOf: Timestamp? = nil) {
        self.ticket = ticket
        self.refreshOrder = refreshOrder
        self.asOf = asOf
    }
}

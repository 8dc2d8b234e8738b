package import HelpDesk
package import SwiftExtensions

/// Which tickets a list shows; the words are those of the wire.
package enum QueueKind: String, Sendable, CaseIterable {
    case mineAndUnassigned = "mine-and-unassigned"
    case mine, unassigned, owed, late, hold, pending, resolved, unparsed, problems
    /// Returns, claims and wishes that wait for somebody.
    case cases
    /// Marks that must still be set on the platform.
    case ticks
    case snoozed
    /// Taken for spam, with a clock that runs all the same.
    case spam
    /// What the person watches.
    case watching
    /// Notes that asked for a look by now.
    case looks
    /// What waits for a group of the person.
    case group
    /// Nobody's, and time runs out.
    case urgent
    case all
}

/// What a list asks for. Scope always applies; `store` narrows it.
package struct TicketQuery: Hashable, Sendable {
    package var queue: QueueKind
    /// Nil or blank means no search.
    package var search: String?
    package var store: StoreID?
    /// Only tickets about this.
    package var category: InquiryCategory?
    package var scope: StoreScope
    package var person: PersonID
    package var now: Timestamp
    /// The groups of the person.
    package var groups: [GroupID]
    /// The tickets behind a number of the wall, instead of the queue's.
    package var wall: WallFilter?
    /// Whether the search may find a buyer by the part of the name that is masked.
    package var seesNames: Bool

    package init(
        queue: QueueKind, search: String? = nil, store: StoreID? = nil,
        category: InquiryCategory? = nil, scope: StoreScope, person: PersonID, now: Timestamp,
        groups: [GroupID] = [], seesNames: Bool = false
    ) {
        self.queue = queue
        self.search = search
        self.store = store
        self.category = category
        self.scope = scope
        self.person = person
        self.now = now
        self.groups = groups
        self.seesNames = seesNames
    }

    /// The search as typed, or nil when there is nothing but spaces.
    var typedSearch: String? {
        guard let search, search.contains(where: { !$0.isWhitespace }) else { return nil }
        return search
    }

    var filter: StoreFilter { StoreFilter(scope: scope, store: store) }
}

/// One line of a list: a ticket with the words a list shows.
package struct TicketRowData: Hashable, Sendable {
    package var ticket: Ticket
    package var buyerName: String
    package var subject: String
    /// Start of the message that the earliest clock is about, else of the newest inbound one; one
    /// line, at most 120 characters.
    package var excerpt: String
    package var ownerName: String?
    package var isCourtesy: Bool
    package var hasDeliveryProblem: Bool
    /// The open case whose clock runs out first.
    package var nextCase: DeskCase?
    package var tags: [TagName] = []
    package var suspension: Suspension?
    /// Buyer's messages that the newest reply went past unread.
    package var unreadAtReply = 0
}

/// The numbers of the status line, within a scope.
package struct CountsData: Hashable, Sendable {
    /// Tickets that owe an answer.
    package var owed = 0
    /// Personal notices that the person has not read.
    package var mentions = 0
    /// Past the platform's deadline or a case's.
    package var late = 0
    /// To be acted on within four hours, late ones not counted.
    package var soon = 0
    /// Live tickets of the person.
    package var mine = 0
    /// Live tickets of nobody.
    package var unassigned = 0
    /// Tickets on hold.
    package var held = 0
    /// Replies that wait for a supervisor.
    package var review = 0
    /// Tickets with a reply that needs a look.
    package var problems = 0
    /// Tickets with an open case.
    package var cases = 0
    /// Tickets with a mark to be set on the platform.
    package var ticks = 0
    /// Stores that may not write to buyers unasked.
    package var restricted = 0
    /// Alarms that no other number of the status line tells of.
    package var alarms = 0
    /// Tickets that the person was told of and has not looked at since.
    package var notices = 0
    /// Tickets of nobody whose time runs out.
    package var urgent = 0
    /// Broadcasts that the person has yet to read.
    package var broadcasts = 0
}

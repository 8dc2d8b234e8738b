import GRDB
package import HelpDesk
package import SwiftExtensions

/// Where a page of the waiting list ended.
package struct WaitingPosition: Hashable, Sendable {
    package var rank: Int64
    package var ticket: TicketID

    /// Before the first ticket.
    package static let start = WaitingPosition(rank: .min, ticket: TicketID(0))
}

/// How many owned tickets of a kind somebody has.
package struct OwnedCount: Hashable, Sendable {
    package var owner: PersonID
    package var category: InquiryCategory
    package var state: TicketState
    package var needsReply: Bool
    package var count: Int
}

extension ReadTransaction {
    /// Unowned tickets that are ours to work on, by urgency; none is left out because of its age.
    package func waitingTickets(after position: WaitingPosition, limit: Int) throws
        -> [(ticket: Ticket, position: WaitingPosition)]
    {
        try db.all(
            """
            SELECT \(TicketColumns.list), ticket.rank FROM ticket INDEXED BY ticket_owner
            WHERE is_live = 1 AND owner IS NULL AND (rank, id) > (?, ?)
                AND state IN ('new', 'open') AND merged_into IS NULL
            ORDER BY rank, id LIMIT ?
            """, [position.rank, position.ticket.rawValue, limit]
        ) { fields in
            let ticket = try TicketColumns.ticket(from: &fields)
            let rank = try fields.number()
            return (ticket, WaitingPosition(rank: rank, ticket: ticket.id))
        }
    }

    /// Somebody's live tickets, the most urgent first.
    package func ownedTickets(of person: PersonID, limit: Int) throws -> [Ticket] {
        try db.all(
            """
            SELECT \(TicketColumns.list) FROM ticket INDEXED BY ticket_owner
            WHERE is_live = 1 AND owner = ? ORDER BY rank, id LIMIT ?
            """, [person.rawValue, limit], TicketColumns.ticket)
    }

    /// What everybody has on the table, in all stores.
    package func ownedCounts() throws -> [OwnedCount] {
        try db.all(
            """
            SELECT owner, category, state, owed_debts > 0 OR open_cases > 0 AS needed, count(*)
            FROM ticket INDEXED BY ticket_owner
            WHERE is_live = 1 AND owner IS NOT NULL GROUP BY owner, category, state, needed
            """
        ) { fields in
            OwnedCount(
                owner: try fields.id(), category: try fields.word(), state: try fields.word(),
                needsReply: try fields.flag(), count: try fields.count())
        }
    }

    /// Live tickets of nobody that a decision put into the supervisor's pane.
    package func urgentCount(scope: StoreScope) throws -> Int {
        let filter = StoreFilter(scope: scope, store: nil)
        let count = try db.number(
            """
            SELECT count(*) FROM routing_ticket INDEXED BY routing_ticket_urgent
            JOIN ticket ON ticket.id = routing_ticket.ticket
            WHERE is_urgent = 1 AND ticket.is_live = 1 AND ticket.owner IS NULL
                AND \(filter.condition(on: "ticket.store"))
            """, filter.values)
        return Int(count ?? 0)
    }

    /// Why a ticket waits, as last decided; nil when nothing routed it.
    package func latestDecision(of ticket: TicketID) throws -> StoredDecision? {
        try routingDecisions(of: ticket, limit: 1).first
    }

    /// Start of the oldest clock that runs for a ticket.
    package func oldestStart(of ticket: TicketID) throws -> Timestamp? {
        try db.number(
            """
            SELECT min(start) FROM debt WHERE ticket = ? AND state IN ('owed', 'excuse-pending')
            """, [ticket.rawValue]
        ).map(Timestamp.init(milliseconds:))
    }

    /// Who had a ticket before: the person of its latest assignment, or whom that took it from.
    package func previousOwner(of ticket: TicketID) throws -> PersonID? {
        let latest = try db.one(
            """
            SELECT \(EventLog.columns) FROM event WHERE ticket = ? AND kind = 'ticket-assigned'
            ORDER BY seq DESC LIMIT 1
            """, [ticket.rawValue], EventLog.record)
        guard case .ticketAssigned(let assignment)? = latest?.event else { return nil }
        return assignment.to ?? assignment.from
    }

    /// Who has or had the buyer's last other ticket since an instant.
    package func buyersOwner(
        _ buyer: BuyerID, except ticket: TicketID, since start: Timestamp
    ) throws -> PersonID? {
        let last = try db.one(
            """
            SELECT id, owner FROM ticket WHERE buyer = ? AND id <> ? AND last_activity_at >= ?
            ORDER BY last_activity_at DESC, id DESC LIMIT 1
            """, [buyer.rawValue, ticket.rawValue, start.milliseconds]
        ) { (try $0.id() as TicketID, try $0.optionalID() as PersonID?) }
        guard let (id, owner) = last else { return nil }
        return try owner ?? previousOwner(of: id)
    }

    /// Whose turn it is in a group.
    package func rotation(of group: GroupID) throws -> RoutingRotation {
        try RotationRows.rotation(of: group, in: db)
    }

    /// Tickets opened in a span, oldest first.
    package func ticketsOpened(from start: Timestamp, to end: Timestamp, limit: Int) throws
        -> [Ticket]
    {
        try db.all(
            """
            SELECT \(TicketColumns.list) FROM ticket WHERE opened_at >= ? AND opened_at < ?
            ORDER BY opened_at, id LIMIT ?
            """, [start.milliseconds, end.milliseconds, limit], TicketColumns.ticket)
    }

    /// Moves of tickets from state to state behind a position, oldest first.
    package func stateChanges(after sequence: EventSequence, limit: Int) throws -> [EventRecord] {
        try db.all(
            """
            SELECT \(EventLog.columns) FROM event
            WHERE seq > ? AND kind = 'ticket-state-changed'
            ORDER BY seq LIMIT ?
            """, [sequence.rawValue, limit], EventLog.record)
    }

    /// Up to where routing has looked at them; nil before its first look.
    package func routingCursor() throws -> EventSequence? {
        try cursor("routing").flatMap(Int64.init).map(EventSequence.init(rawValue:))
    }
}

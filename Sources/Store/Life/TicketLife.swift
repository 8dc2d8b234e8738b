import GRDB
package import HelpDesk
package import SwiftExtensions

/// One of a ticket's resolutions.
package struct Resolution: Hashable, Sendable {
    package var cycle: Int
    package var resolvedAt: Timestamp
    /// Nil when time alone resolved it.
    package var resolvedBy: PersonID?
    package var reopenedAt: Timestamp?
    /// Whether the reopening started a new cycle.
    package var isCounted: Bool
}

/// A merge that stands.
package struct StoredMerge: Hashable, Sendable {
    package var sequence: EventSequence
    package var source: TicketID
    package var survivor: TicketID
    package var mergedAt: Timestamp
    package var standing: TicketStanding
    package var move: ItemMove
}

extension ReadTransaction {
    /// The hold or snooze that a buyer's message interrupted.
    package func suspension(of ticket: TicketID) throws -> Suspension? {
        try db.one(
            "SELECT state, reason, until FROM ticket_suspension WHERE ticket = ?",
            [ticket.rawValue]
        ) { fields in
            Suspension(
                state: try fields.word(), reason: try fields.optionalText(),
                until: try fields.time())
        }
    }

    /// Every resolution of a ticket, oldest first.
    package func resolutions(of ticket: TicketID) throws -> [Resolution] {
        try db.all(
            """
            SELECT cycle, resolved_at, resolved_by, reopened_at, is_counted
            FROM ticket_resolution WHERE ticket = ? ORDER BY seq
            """, [ticket.rawValue]
        ) { fields in
            Resolution(
                cycle: try fields.count(), resolvedAt: try fields.time(),
                resolvedBy: try fields.optionalID(), reopenedAt: try fields.optionalTime(),
                isCounted: try fields.flag())
        }
    }

    /// How a ticket stands, with all that an undo puts back.
    package func standing(of ticket: Ticket) throws -> TicketStanding {
        TicketStanding(
            state: ticket.state, holdReason: ticket.holdReason, reviewAt: ticket.reviewAt,
            wakeAt: ticket.wakeAt, resolvedAt: ticket.resolvedAt,
            suspension: try suspension(of: ticket.id))
    }

    /// The merge by which a ticket is part of another one.
    package func merge(of source: TicketID) throws -> StoredMerge? {
        try merges("source = ?", source).first
    }

    /// Tickets that were merged into this one, oldest merge first.
    package func merges(into survivor: TicketID) throws -> [StoredMerge] {
        try merges("survivor = ?", survivor)
    }

    private func merges(_ condition: String, _ ticket: TicketID) throws -> [StoredMerge] {
        try db.all(
            """
            SELECT seq, source, survivor, merged_at, standing, move FROM ticket_merge
            WHERE \(condition) AND undone_at IS NULL ORDER BY seq
            """, [ticket.rawValue]
        ) { fields in
            StoredMerge(
                sequence: try fields.id(), source: try fields.id(), survivor: try fields.id(),
                mergedAt: try fields.time(), standing: try fields.json(), move: try fields.json())
        }
    }

    /// The buyers who are one person with this one, itself among them.
    package func linkedBuyers(of buyer: BuyerID) throws -> Set<BuyerID> {
        Set(try linkSteps(from: buyer).keys)
    }

    /// The aliases that make one person of two buyers, from the first to the second; nil when
    /// nobody linked them.
    package func linkPath(from one: BuyerID, to other: BuyerID) throws -> [BuyerID]? {
        let steps = try linkSteps(from: one)
        guard steps[other] != nil else { return nil }
        var path = [other]
        while let last = path.last, last != one, let before = steps[last] { path.append(before) }
        return path.reversed()
    }

    /// Each linked buyer with the one that it was reached from, by the fewest links.
    private func linkSteps(from buyer: BuyerID) throws -> [BuyerID: BuyerID] {
        var steps = [buyer: buyer]
        var ring = [buyer]
        while !ring.isEmpty {
            var next: [BuyerID] = []
            for one in ring {
                let others = try db.numbers(
                    """
                    SELECT other FROM buyer_link WHERE one = ?1
                    UNION SELECT one FROM buyer_link WHERE other = ?1
                    """, [one.rawValue])
                for other in others.map({ BuyerID($0) }) where steps[other] == nil {
                    steps[other] = one
                    next.append(other)
                }
            }
            ring = next
        }
        return steps
    }

    /// All links of a ticket, both ways.
    package func links(of ticket: TicketID) throws -> [TicketLink] {
        try db.all(
            """
            SELECT from_ticket, to_ticket, kind FROM ticket_link WHERE from_ticket = ?1
            UNION SELECT from_ticket, to_ticket, kind FROM ticket_link WHERE to_ticket = ?1
            ORDER BY 1, 2, 3
            """, [ticket.rawValue]
        ) { TicketLink(from: try $0.id(), to: try $0.id(), kind: try $0.word()) }
    }

    /// The tickets of which this one is a part.
    package func parents(of ticket: TicketID) throws -> [TicketID] {
        try db.numbers(
            "SELECT from_ticket FROM ticket_link WHERE to_ticket = ? AND kind = 'parent'",
            [ticket.rawValue]
        ).map { TicketID($0) }
    }

    /// Everything that hangs on a ticket besides its messages, for a move.
    package func attachedItems(of ticket: TicketID) throws -> (
        cases: [CaseID], outbox: [OutboxID], dispatches: [DispatchID]
    ) {
        func ids<ID: DeskIdentifier>(_ table: String) throws -> [ID] {
            try db.numbers(
                "SELECT id FROM \(table) WHERE ticket = ? ORDER BY id", [ticket.rawValue]
            ).map { ID($0) }
        }
        return (try ids("desk_case"), try ids("outbox"), try ids("dispatch"))
    }

    /// The numbers of all messages of a ticket.
    package func messageNumbers(of ticket: TicketID) throws -> [MessageID] {
        try db.numbers(
            "SELECT id FROM message WHERE ticket = ? ORDER BY seq", [ticket.rawValue]
        ).map { MessageID($0) }
    }

    /// Who has a draft on a ticket, be it words or files.
    package func drafts(on ticket: TicketID) throws -> [PersonID] {
        try db.numbers(
            """
            SELECT person FROM draft WHERE ticket = ?1
            UNION SELECT person FROM draft_file WHERE ticket = ?1 ORDER BY person
            """, [ticket.rawValue]
        ).map { PersonID($0) }
    }

    /// Messages that stood in the thread when a reply's author pressed send, or that the author sent
    /// past knowingly. What a merge or split brought later was not seen; a reply that a merge
    /// carried along answers what came with it, and nothing of the ticket that it came to.
    package func messagesSeen(
        by item: OutboxItem, through basis: EventSequence? = nil
    ) throws -> Set<MessageID> {
        let carried = try db.all(
            """
            SELECT ticket_merge.move FROM ticket_merge, json_each(ticket_merge.move, '$.outbox')
            WHERE json_each.value = ? AND ticket_merge.undone_at IS NULL
            ORDER BY ticket_merge.seq
            """, [item.id.rawValue]
        ) { try $0.json(ItemMove.self) }
        let place = carried.isEmpty ? "coalesce(placed_seq, seq)" : "seq"
        let seen = try db.numbers(
            "SELECT id FROM message WHERE ticket = ? AND \(place) <= ?",
            [item.ticket.rawValue, (basis ?? item.basis).rawValue]
        ).map { MessageID($0) }
        guard let first = carried.first else { return Set(seen) }
        return Set(seen).intersection(first.messages)
    }
}

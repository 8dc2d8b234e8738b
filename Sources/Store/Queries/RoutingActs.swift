import GRDB
package import HelpDesk
package import SwiftExtensions

/// A decision and when it was made.
package struct StoredDecision: Hashable, Sendable {
    package var sequence: EventSequence
    package var at: Timestamp
    package var decision: RoutingDecision
}

extension ReadTransaction {
    /// The newest decisions about a ticket, newest first.
    package func routingDecisions(of ticket: TicketID, limit: Int) throws -> [StoredDecision] {
        try db.all(
            """
            SELECT seq, at, payload FROM routing_decision WHERE ticket = ?
            ORDER BY seq DESC LIMIT ?
            """, [ticket.rawValue, limit], Self.decision)
    }

    /// Everything decided from an instant on, oldest first.
    package func routingDecisions(from start: Timestamp, limit: Int) throws -> [StoredDecision] {
        try db.all(
            "SELECT seq, at, payload FROM routing_decision WHERE at >= ? ORDER BY at, seq LIMIT ?",
            [start.milliseconds, limit], Self.decision)
    }

    private static func decision(_ fields: inout Fields) throws -> StoredDecision {
        StoredDecision(
            sequence: try fields.id(), at: try fields.time(), decision: try fields.json())
    }

    /// Who gave the ticket back in a cycle, in the order of the returns.
    package func returns(of ticket: TicketID, cycle: Int) throws -> [PersonID] {
        try db.all(
            "SELECT person FROM routing_return WHERE ticket = ? AND cycle = ? ORDER BY seq",
            [ticket.rawValue, cycle]
        ) { try $0.id() }
    }

    /// How many tickets came back between two instants.
    package func returnCount(from start: Timestamp, to end: Timestamp) throws -> Int {
        Int(
            try db.number(
                "SELECT count(*) FROM routing_return WHERE at >= ? AND at < ?",
                [start.milliseconds, end.milliseconds]) ?? 0)
    }

    /// Whether somebody began with a ticket after it came to them: opened the composer, or did
    /// anything else to it.
    package func hasBegun(
        _ ticket: TicketID, person: PersonID, cycle: Int, after sequence: EventSequence
    ) throws -> Bool {
        let accepted = try db.number(
            "SELECT 1 FROM routing_acceptance WHERE ticket = ? AND person = ? AND cycle = ?",
            [ticket.rawValue, person.rawValue, cycle])
        if accepted != nil { return true }
        return try db.number(
            "SELECT 1 FROM event WHERE ticket = ? AND seq > ? AND actor = ? LIMIT 1",
            [ticket.rawValue, sequence.rawValue, Actor.person(person).storedText]) != nil
    }

    /// Whether somebody said already that they began with a ticket in a cycle.
    package func isAccepted(_ ticket: TicketID, person: PersonID, cycle: Int) throws -> Bool {
        try db.number(
            "SELECT 1 FROM routing_acceptance WHERE ticket = ? AND person = ? AND cycle = ?",
            [ticket.rawValue, person.rawValue, cycle]) != nil
    }

    /// Seconds from beginning an answer to queueing it, by category, from an instant on.
    package func handlingSamples(from start: Timestamp) throws -> [InquiryCategory: [Int64]] {
        var samples: [InquiryCategory: [Int64]] = [:]
        try db.each(
            """
            SELECT ticket.category, (min(outbox.queued_at) - routing_acceptance.at) / 1000
            FROM routing_acceptance INDEXED BY routing_acceptance_at
            JOIN ticket ON ticket.id = routing_acceptance.ticket
            JOIN outbox ON outbox.ticket = routing_acceptance.ticket
                AND outbox.author = routing_acceptance.person
                AND outbox.queued_at >= routing_acceptance.at
            WHERE routing_acceptance.at >= ?
            GROUP BY routing_acceptance.ticket, routing_acceptance.person, routing_acceptance.cycle
            ORDER BY routing_acceptance.at DESC LIMIT 5000
            """, [start.milliseconds]
        ) { fields in
            let category: InquiryCategory = try fields.word()
            samples[category, default: []].append(try fields.number())
        }
        return samples
    }
}

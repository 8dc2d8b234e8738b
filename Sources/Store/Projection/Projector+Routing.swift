import GRDB
import HelpDesk
import SwiftExtensions

extension Projector {
    func routing(_ event: RoutingEvent, _ record: EventRecord) throws -> TicketID? {
        switch event {
        case .groupSaved(let change):
            try keep(change, "group", change.value.id.rawValue, record)
        case .rulesSaved(let change): try keep(change, "rules", 0, record)
        case .profileSaved(let change):
            try keep(change, "profile", change.value.person.rawValue, record)
        case .decided(let decision): return try decide(decision, record)
        case .accepted(let ticket, let person, let cycle):
            try db.run(
                "INSERT INTO routing_acceptance VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                [ticket.rawValue, person.rawValue, cycle, record.at.milliseconds])
            return ticket
        case .returned(let item):
            try db.run(
                """
                INSERT INTO routing_return (seq, at, ticket, person, cycle, cause)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                [
                    record.sequence.rawValue, record.at.milliseconds, item.ticket.rawValue,
                    item.person.rawValue, item.cycle, item.cause.rawValue,
                ])
            return item.ticket
        case .handOverOffered(let list): try offer(list)
        case .handOverLineAccepted(let list, let ticket, let person):
            return try accept(list, ticket, person, record)
        }
        return nil
    }

    private func keep<Value>(
        _ change: RoutingChange<Value>, _ kind: String, _ subject: Int64, _ record: EventRecord
    ) throws {
        let newest = try db.number(
            "SELECT max(version) FROM routing_version WHERE kind = ? AND subject = ?",
            [kind, subject])
        guard Int64(change.version) == (newest ?? 0) + 1 else {
            throw DeskError(
                .routingStale, ["version": String(newest ?? 0)],
                detail: "The event's version does not follow the last one.")
        }
        try db.run(
            "INSERT INTO routing_version VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                kind, subject, change.version, record.at.milliseconds, record.actor.storedText,
                change.reason, try JSONText.text(change.value),
            ])
    }

    private func decide(_ decision: RoutingDecision, _ record: EventRecord) throws -> TicketID {
        let isKnown = try db.changeOne(
            "UPDATE ticket SET ticket_group = ? WHERE id = ?",
            [decision.group?.rawValue, decision.ticket.rawValue])
        guard isKnown else { throw Self.unknown("ticket", decision.ticket.rawValue) }
        try db.run(
            "INSERT INTO routing_decision VALUES (?, ?, ?, ?, ?)",
            [
                record.sequence.rawValue, record.at.milliseconds, decision.ticket.rawValue,
                decision.chosen?.rawValue, try JSONText.text(decision),
            ])
        try db.run(
            """
            INSERT INTO routing_ticket VALUES (?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET decision = excluded.decision, waiting = excluded.waiting,
                is_urgent = excluded.is_urgent
            """,
            [
                decision.ticket.rawValue, record.sequence.rawValue, decision.waiting?.rawValue,
                decision.isUrgent,
            ])
        try turn(decision)
        return decision.ticket
    }

    private func turn(_ decision: RoutingDecision) throws {
        guard let group = decision.group, let person = decision.chosen,
            let weight = decision.turnWeight
        else { return }
        var rotation = try RotationRows.rotation(of: group, person: person, in: db)
        rotation.assign(person, weight: weight)
        try db.run(
            """
            INSERT INTO routing_rotation VALUES (?, ?, ?)
            ON CONFLICT DO UPDATE SET assignments = excluded.assignments, clock = excluded.clock
            """, [group.rawValue, rotation.assignments, rotation.clock])
        try db.run(
            """
            INSERT INTO routing_turn VALUES (?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET last_assigned = excluded.last_assigned,
                counter = excluded.counter
            """,
            [
                group.rawValue, person.rawValue, rotation.lastAssigned(of: person),
                rotation.marks[person]?.counter ?? 0,
            ])
    }

    private func offer(_ list: HandOver) throws {
        try db.run(
            "INSERT INTO hand_over VALUES (?, ?, ?)",
            [list.id.rawValue, list.from.rawValue, list.at.milliseconds])
        for (position, line) in list.lines.enumerated() {
            try db.run(
                "INSERT INTO hand_over_line VALUES (?, ?, ?, ?, ?, ?)",
                [
                    list.id.rawValue, position, line.ticket.rawValue, line.kind.rawValue,
                    line.acceptedBy?.rawValue, line.acceptedAt?.milliseconds,
                ])
        }
    }

    private func accept(
        _ list: HandOverID, _ ticket: TicketID, _ person: PersonID, _ record: EventRecord
    ) throws -> TicketID {
        let isChanged = try db.changeOne(
            """
            UPDATE hand_over_line SET accepted_by = ?, accepted_at = ?
            WHERE hand_over = ? AND ticket = ? AND accepted_by IS NULL
            """,
            [person.rawValue, record.at.milliseconds, list.rawValue, ticket.rawValue])
        guard isChanged else {
            throw DeskError(
                .handOverLineSettled, detail: "The line is not open, as the event says.")
        }
        return ticket
    }
}

/// Whose turn it is, as rows.
enum RotationRows {
    /// The rotation of a group with the marks of everybody, or of one person alone.
    static func rotation(
        of group: GroupID, person: PersonID? = nil, in db: Database
    ) throws -> RoutingRotation {
        let head = try db.one(
            "SELECT assignments, clock FROM routing_rotation WHERE routing_group = ?",
            [group.rawValue]
        ) { (try $0.number(), try $0.number()) }
        var marks: [PersonID: RotationMark] = [:]
        try db.each(
            """
            SELECT person, last_assigned, counter FROM routing_turn
            WHERE routing_group = ?1 AND (?2 IS NULL OR person = ?2)
            """, [group.rawValue, person?.rawValue]
        ) { fields in
            marks[try fields.id()] = RotationMark(
                lastAssigned: try fields.number(), counter: try fields.number())
        }
        return RoutingRotation(
            assignments: head?.0 ?? 0, clock: head?.1 ?? 0, marks: marks)
    }
}

import GRDB
import HelpDesk
import SwiftExtensions

extension Projector {
    /// Items go over with their debts; each keeps its place in time and its clock.
    func move(_ move: ItemMove, _ record: EventRecord) throws -> TicketID {
        for message in move.messages {
            let isThere = try db.changeOne(
                "UPDATE message SET ticket = ?, placed_seq = ? WHERE id = ? AND ticket = ?",
                [
                    move.to.rawValue, record.sequence.rawValue, message.rawValue,
                    move.from.rawValue,
                ])
            guard isThere else { throw Self.unknown("message", message.rawValue) }
            try db.run(
                "UPDATE debt SET ticket = ? WHERE message = ?",
                [move.to.rawValue, message.rawValue])
        }
        try carry(move.cases, of: "desk_case", move)
        try carry(move.outbox, of: "outbox", move)
        try carry(move.dispatches, of: "dispatch", move)
        try carryClocks(from: move.from, to: move.to)
        for ticket in [move.from, move.to] {
            try recount(ticket, record)
            try refreshClocks(of: ticket)
            try refreshProblem(of: ticket)
        }
        return move.to
    }

    private func carry(
        _ ids: [some DeskIdentifier], of table: String, _ move: ItemMove
    ) throws {
        for id in ids {
            try db.run(
                "UPDATE \(table) SET ticket = ? WHERE id = ? AND ticket = ?",
                [move.to.rawValue, id.rawValue, move.from.rawValue])
        }
    }

    /// What a ticket says of its items, worked out anew.
    private func recount(_ ticket: TicketID, _ record: EventRecord) throws {
        try db.run(
            """
            UPDATE ticket SET last_item = ?2,
                message_count = (SELECT count(*) FROM message WHERE message.ticket = ?1),
                attachment_count = (
                    SELECT count(*) FROM attachment
                    JOIN message ON message.id = attachment.message WHERE message.ticket = ?1),
                last_activity_at = max(opened_at, coalesce((
                    SELECT max(min(platform_time, stored_at)) FROM message
                    WHERE message.ticket = ?1), opened_at)),
                rank = CASE WHEN is_clocked = 1 THEN rank
                    ELSE \(Self.farRank) - max(opened_at, coalesce((
                        SELECT max(min(platform_time, stored_at)) FROM message
                        WHERE message.ticket = ?1), opened_at)) END
            WHERE id = ?1
            """, [ticket.rawValue, record.sequence.rawValue])
    }

    /// The source is archived and points to the survivor.
    func merge(_ merge: TicketMerge, _ record: EventRecord) throws -> TicketID {
        let isMerged = try db.changeOne(
            """
            UPDATE ticket SET state = 'closed', is_live = 0, merged_into = ?, hold_reason = NULL,
                review_at = NULL, wake_at = NULL
            WHERE id = ? AND state = ? AND merged_into IS NULL
            """,
            [
                merge.survivor.rawValue, merge.source.rawValue, merge.standing.state.rawValue,
            ])
        guard isMerged else {
            throw DeskError(.mergeMerged, ["ticket": String(merge.source.rawValue)])
        }
        try keep(nil, on: merge.source)
        try refreshProblem(of: merge.source)
        try db.run(
            """
            INSERT INTO ticket_merge (seq, source, survivor, merged_at, standing, move)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
            [
                record.sequence.rawValue, merge.source.rawValue, merge.survivor.rawValue,
                record.at.milliseconds, try JSONText.text(merge.standing),
                try JSONText.text(merge.move),
            ])
        return merge.source
    }

    func unmerge(_ unmerge: TicketUnmerge, _ record: EventRecord) throws -> TicketID {
        let isUndone = try db.changeOne(
            """
            UPDATE ticket_merge SET undone_at = ?
            WHERE source = ? AND survivor = ? AND undone_at IS NULL
            """,
            [record.at.milliseconds, unmerge.source.rawValue, unmerge.survivor.rawValue])
        guard isUndone else { throw DeskError(.notMerged) }
        try put(unmerge.standing, on: unmerge.source, from: .closed, isUnmerging: true)
        return unmerge.source
    }

    func add(_ link: TicketLink) throws -> TicketID {
        try db.run(
            """
            INSERT INTO ticket_link (from_ticket, to_ticket, kind) VALUES (?, ?, ?)
            ON CONFLICT DO NOTHING
            """, [link.from.rawValue, link.to.rawValue, link.kind.rawValue])
        return link.from
    }

    func remove(_ link: TicketLink) throws -> TicketID {
        try db.run(
            "DELETE FROM ticket_link WHERE from_ticket = ? AND to_ticket = ? AND kind = ?",
            [link.from.rawValue, link.to.rawValue, link.kind.rawValue])
        return link.from
    }
}

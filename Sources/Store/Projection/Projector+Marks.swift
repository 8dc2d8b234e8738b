import GRDB
import HelpDesk
import SwiftExtensions

extension Projector {
    func projectMarks(_ event: LifeEvent, at instant: Timestamp) throws -> TicketID? {
        switch event {
        case .tagSaved(let tag):
            try save(tag)
            return nil
        case .tagged(let ticket, let tag):
            try db.run(
                """
                INSERT INTO ticket_tag (ticket, tag, added_at) VALUES (?, ?, ?)
                ON CONFLICT DO NOTHING
                """, [ticket.rawValue, tag.rawValue, instant.milliseconds])
            return ticket
        case .untagged(let ticket, let tag):
            try db.run(
                "DELETE FROM ticket_tag WHERE ticket = ? AND tag = ?",
                [ticket.rawValue, tag.rawValue])
            return ticket
        case .watched(let ticket, let person):
            try db.run(
                """
                INSERT INTO ticket_watcher (ticket, person) VALUES (?, ?)
                ON CONFLICT DO NOTHING
                """, [ticket.rawValue, person.rawValue])
            return ticket
        case .unwatched(let ticket, let person):
            try db.run(
                "DELETE FROM ticket_watcher WHERE ticket = ? AND person = ?",
                [ticket.rawValue, person.rawValue])
            return ticket
        default: return nil
        }
    }

    private func save(_ tag: Tag) throws {
        try db.run(
            """
            INSERT INTO tag (name, tag_group, colour, aliases, is_sticky, is_retired)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET tag_group = excluded.tag_group, colour = excluded.colour,
                aliases = excluded.aliases, is_sticky = excluded.is_sticky,
                is_retired = excluded.is_retired
            """,
            [
                tag.name.rawValue, tag.group, tag.colour.rawValue,
                try JSONText.text(tag.aliases), tag.isSticky, tag.isRetired,
            ])
    }

    func projectNotices(_ event: LifeEvent, at instant: Timestamp) throws -> TicketID? {
        switch event {
        case .noticeGiven(let notice):
            try db.run(
                """
                INSERT INTO ticket_notice (id, person, ticket, kind, message, given_at)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                [
                    notice.id.rawValue, notice.person.rawValue, notice.ticket.rawValue,
                    notice.kind.rawValue, notice.message?.rawValue, instant.milliseconds,
                ])
        case .noticesRead(let person, let last):
            try db.run(
                """
                UPDATE ticket_notice SET read_at = ?
                WHERE person = ? AND id <= ? AND read_at IS NULL
                """, [instant.milliseconds, person.rawValue, last.rawValue])
        default: break
        }
        return nil
    }

    func projectNotes(_ event: LifeEvent, _ record: EventRecord) throws -> TicketID? {
        switch event {
        case .noteEdited(let edit):
            try db.run(
                "UPDATE message SET body_digest = ? WHERE id = ?",
                [edit.bodyDigest, edit.message.rawValue])
            return try ticket(of: edit.message)
        case .noteDeleted(let message):
            let person: PersonID? = if case .person(let id) = record.actor { id } else { nil }
            try db.run(
                "INSERT INTO note_tombstone (message, deleted_at, deleted_by) VALUES (?, ?, ?)",
                [message.rawValue, record.at.milliseconds, person?.rawValue])
            return try ticket(of: message)
        case .noteDueSet(let due):
            try db.run(
                """
                INSERT INTO note_due (message, due) VALUES (?, ?)
                ON CONFLICT DO UPDATE SET due = excluded.due, done_at = NULL
                """, [due.message.rawValue, due.due.milliseconds])
            return try ticket(of: due.message)
        case .noteDueDone(let message):
            try db.run(
                "UPDATE note_due SET done_at = ? WHERE message = ? AND done_at IS NULL",
                [record.at.milliseconds, message.rawValue])
            return try ticket(of: message)
        default: return nil
        }
    }

    private func ticket(of message: MessageID) throws -> TicketID {
        let ticket = try db.number(
            "SELECT ticket FROM message WHERE id = ?", [message.rawValue])
        guard let ticket else { throw Self.unknown("message", message.rawValue) }
        return TicketID(ticket)
    }
}

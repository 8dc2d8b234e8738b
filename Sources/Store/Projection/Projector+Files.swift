import GRDB
import HelpDesk

extension Projector {
    /// The whole list of a draft's files; an empty one takes them away.
    func keep(_ files: DraftFiles) throws -> TicketID {
        try db.run(
            "DELETE FROM draft_file WHERE ticket = ? AND person = ?",
            [files.ticket.rawValue, files.person.rawValue])
        for (position, file) in files.files.enumerated() {
            try db.run(
                """
                INSERT INTO draft_file (ticket, person, position, kind, byte_count, digest)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                [
                    files.ticket.rawValue, files.person.rawValue, position, file.kind.rawValue,
                    file.byteCount, file.digest,
                ])
        }
        return files.ticket
    }

    func add(_ file: OutboxFile) throws -> TicketID {
        let ticket = try db.number(
            "SELECT ticket FROM outbox WHERE id = ?", [file.item.rawValue])
        guard let ticket else { throw Self.unknown("reply", file.item.rawValue) }
        try db.run(
            """
            INSERT INTO outbox_file (outbox, position, kind, byte_count, digest)
            VALUES (?, ?, ?, ?, ?)
            """,
            [
                file.item.rawValue, file.position, file.file.kind.rawValue, file.file.byteCount,
                file.file.digest,
            ])
        return TicketID(ticket)
    }

    /// Opening changes no row; the record of it is what counts.
    func open(_ opening: AttachmentOpening) throws -> TicketID {
        let ticket = try db.number(
            """
            SELECT message.ticket FROM attachment JOIN message ON message.id = attachment.message
            WHERE attachment.id = ?
            """, [opening.attachment.rawValue])
        guard let ticket else { throw Self.unknown("attachment", opening.attachment.rawValue) }
        return TicketID(ticket)
    }
}

import GRDB
package import HelpDesk

extension WriteTransaction {
    /// Keeps an attachment's name and, sealed in a file, its bytes.
    package func putAttachment(_ id: AttachmentID, name: String, bytes: [UInt8]) throws {
        try putFile(ContentDigest.of(bytes), bytes)
        try putAttachmentName(id, name)
    }

    /// Keeps an attachment's name, for bytes that are kept already.
    package func putAttachmentName(_ id: AttachmentID, _ name: String) throws {
        // The column of the time when bytes stood in the database stays empty.
        try db.run(
            """
            INSERT INTO attachment_content (attachment, name, sealed) VALUES (?, ?, x'')
            ON CONFLICT DO UPDATE SET name = excluded.name
            """, [id.rawValue, name])
    }

    /// Keeps bytes, sealed in a file under their digest.
    package func putFile(_ digest: String, _ bytes: [UInt8]) throws {
        try files.put(digest) { [UInt8](try key.seal(bytes, label: ContentLabel.file(digest))) }
    }

    /// Keeps the names of a draft's files, in their order; `draftFilesKept` is recorded with them.
    package func putDraftFileNames(_ ticket: TicketID, _ person: PersonID, _ names: [String])
        throws
    {
        try db.run(
            "DELETE FROM draft_file_content WHERE ticket = ? AND person = ?",
            [ticket.rawValue, person.rawValue])
        for (position, name) in names.enumerated() {
            try db.run(
                """
                INSERT INTO draft_file_content (ticket, person, position, name)
                VALUES (?, ?, ?, ?)
                """, [ticket.rawValue, person.rawValue, position, name])
        }
    }

    /// Keeps the name of a file that goes out with a reply.
    package func putOutboxFileName(_ item: OutboxID, _ position: Int, _ name: String) throws {
        try db.run(
            """
            INSERT INTO outbox_file_content (outbox, position, name) VALUES (?, ?, ?)
            ON CONFLICT DO UPDATE SET name = excluded.name
            """, [item.rawValue, position, name])
    }
}

extension ReadTransaction {
    /// The bytes kept under a digest; nil when erased or never kept. Throws when they have changed.
    package func fileBytes(_ digest: String) throws -> [UInt8]? {
        try files.get(digest).map { try key.open($0, label: ContentLabel.file(digest)) }
    }

    /// An attachment's bytes; nil when erased or never kept.
    package func attachmentBytes(_ id: AttachmentID) throws -> [UInt8]? {
        try attachment(id).flatMap { try fileBytes($0.digest) }
    }

    /// The files that a person has put to an answer, in their order.
    package func draftFiles(ticket: TicketID, person: PersonID) throws -> [NamedFile] {
        try db.all(
            """
            SELECT draft_file.kind, draft_file.byte_count, draft_file.digest,
                coalesce(draft_file_content.name, '')
            FROM draft_file LEFT JOIN draft_file_content USING (ticket, person, position)
            WHERE draft_file.ticket = ? AND draft_file.person = ? ORDER BY draft_file.position
            """, [ticket.rawValue, person.rawValue], FileColumns.named)
    }

    /// The files of a reply, in their order.
    package func outboxFiles(_ item: OutboxID) throws -> [NamedFile] {
        try db.all(
            """
            SELECT outbox_file.kind, outbox_file.byte_count, outbox_file.digest,
                coalesce(outbox_file_content.name, '')
            FROM outbox_file LEFT JOIN outbox_file_content USING (outbox, position)
            WHERE outbox_file.outbox = ? ORDER BY outbox_file.position
            """, [item.rawValue], FileColumns.named)
    }
}

enum FileColumns {
    static func named(from fields: inout Fields) throws -> NamedFile {
        NamedFile(
            file: OutgoingFile(
                kind: FileKind(rawValue: try fields.text()) ?? .unknown,
                byteCount: try fields.count(), digest: try fields.text()),
            name: try fields.text())
    }
}

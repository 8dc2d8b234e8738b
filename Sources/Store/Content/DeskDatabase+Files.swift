import GRDB
import HelpDesk

extension DeskDatabase {
    /// Removes files that no row names: those of transactions that did not commit, and of drafts
    /// that were thrown away. Returns how many. Only while nothing else writes.
    @discardableResult
    package func sweepFiles() async throws -> Int {
        try await writer.write { db in
            let named = try Set(
                db.all(
                    """
                    SELECT digest FROM attachment UNION SELECT digest FROM draft_file
                    UNION SELECT digest FROM outbox_file
                    """
                ) { try $0.text() })
            let stray = try self.files.all().filter { !named.contains($0) }
            for digest in stray { try self.files.remove(digest) }
            return stray.count
        }
    }

    /// Bytes that an earlier version kept in the database move out of it, one by one.
    func moveFilesOut() throws {
        try writer.write { db in
            while let (id, digest, sealed) = try db.one(
                """
                SELECT attachment.id, attachment.digest, attachment_content.sealed
                FROM attachment_content JOIN attachment ON attachment.id = attachment
                WHERE length(attachment_content.sealed) > 0 LIMIT 1
                """, [],
                { fields in
                    (try fields.number(), try fields.text(), try fields.bytes())
                })
            {
                let bytes = try key.open(sealed, label: ContentLabel.attachment(AttachmentID(id)))
                try files.put(digest) {
                    [UInt8](try key.seal(bytes, label: ContentLabel.file(digest)))
                }
                try db.run(
                    "UPDATE attachment_content SET sealed = x'' WHERE attachment = ?", [id])
            }
        }
    }
}

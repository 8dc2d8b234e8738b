import GRDB
import HelpDesk

/// Whether contents that are present are the ones their rows were written for.
struct ContentCheck {
    let db: Database
    let key: ContentKey
    let files: ContentFiles

    func differences() throws -> [String: String] {
        var found = try dispatchDifferences()
        found["message_content"] = try texts(
            """
            SELECT message.id, message.body_digest, message_content.body
            FROM message JOIN message_content ON message_content.message = message.id
            WHERE message.body_digest <> ''
            """)
        found["draft_content"] = try texts(
            """
            SELECT draft.ticket, draft.digest, draft_content.text
            FROM draft JOIN draft_content USING (ticket, person)
            """)
        found["quality_note"] = try texts(
            """
            SELECT sample, note_digest, note FROM quality_mark
            JOIN quality_note USING (sample, scorer) WHERE note_digest IS NOT NULL
            """)
        found["broadcast_content"] = try texts(
            """
            SELECT broadcast.id, broadcast.digest, broadcast_content.words
            FROM broadcast JOIN broadcast_content ON broadcast_content.broadcast = broadcast.id
            """)
        found["own_word_content"] = try texts(
            """
            SELECT own_word.id, own_word.digest, name || char(10) || text
            FROM own_word JOIN own_word_content ON own_word_content.word = own_word.id
            """
        ) { id, text in key.digest(text, label: ContentLabel.ownWord(OwnWordID(id))) }
        found["note_original"] = try sealed(
            """
            SELECT message.id, message.body_digest, note_original.sealed
            FROM message JOIN note_original ON note_original.message = message.id
            """
        ) { id, _ in ContentLabel.note(MessageID(id)) }
        found["raw_bytes"] = try sealed(
            "SELECT rowid, digest, sealed FROM raw_bytes"
        ) { _, digest in ContentLabel.raw(digest) }
        found["attachment"] = try contents("SELECT id, digest FROM attachment")
        found["draft_file"] = try contents("SELECT ticket, digest FROM draft_file")
        found["outbox_file"] = try contents("SELECT outbox, digest FROM outbox_file")
        return found
    }

    /// Files that are there hold what their rows say.
    private func contents(_ sql: String) throws -> String? {
        var difference: String?
        try db.each(sql) { fields in
            guard difference == nil else { return }
            let id = try fields.number()
            let digest = try fields.text()
            guard let sealed = try files.get(digest) else { return }
            let bytes = try? key.open(sealed, label: ContentLabel.file(digest))
            guard let bytes, ContentDigest.of(bytes) == digest else {
                difference = "\(id) is not what its digest says"
                return
            }
        }
        return difference
    }

    private func texts(
        _ sql: String,
        digest expected: (Int64, String) -> String = { _, text in ContentDigest.of(text) }
    ) throws -> String? {
        var difference: String?
        try db.each(sql) { fields in
            guard difference == nil else { return }
            let id = try fields.number()
            let digest = try fields.text()
            let isEqual = expected(id, try fields.text()) == digest
            if !isEqual { difference = "\(id) is not what its digest says" }
        }
        return difference
    }

    private func sealed(_ sql: String, _ label: (Int64, String) -> String) throws -> String? {
        var difference: String?
        try db.each(sql) { fields in
            guard difference == nil else { return }
            let id = try fields.number()
            let digest = try fields.text()
            let bytes = try? key.open(try fields.bytes(), label: label(id, digest))
            guard let bytes, ContentDigest.of(bytes) == digest else {
                difference = "\(id) is not what its digest says"
                return
            }
        }
        return difference
    }
}

import GRDB
package import HelpDesk
import SwiftExtensions

enum MessageColumns {
    static let list = """
        message.id, message.ticket, message.direction, message.kind, message.platform_time, \
        message.is_time_estimated, message.fetched_at, message.stored_at, message.language, \
        message.language_confidence, message.category, message.joined_by, message.author, \
        message.raw_mail, message.outbox, message.body_digest, \
        coalesce(message.placed_seq, message.seq)
        """

    static func message(from fields: inout Fields) throws -> Message {
        Message(
            id: try fields.id(), ticket: try fields.id(), direction: try fields.word(),
            kind: try fields.word(), platformTime: try fields.time(),
            isTimeEstimated: try fields.flag(), fetchedAt: try fields.optionalTime(),
            storedAt: try fields.time(), language: try fields.name(),
            languageConfidence: try fields.real(), category: try fields.word(),
            joinedBy: try fields.optionalWord(), author: try fields.optionalID(),
            rawMail: try fields.optionalID(), outbox: try fields.optionalID(),
            bodyDigest: try fields.text(), sequence: try fields.id())
    }

    static func attachment(from fields: inout Fields) throws -> Attachment {
        Attachment(
            id: try fields.id(), message: try fields.id(), mediaType: try fields.text(),
            byteCount: try fields.count(), digest: try fields.text(),
            kind: try fields.optionalWord())
    }
}

extension ReadTransaction {
    /// One thread item; nil when there is none of that number.
    package func message(_ id: MessageID) throws -> Message? {
        try db.one(
            "SELECT \(MessageColumns.list) FROM message WHERE id = ?", [id.rawValue],
            MessageColumns.message)
    }

    /// The newest `limit` items of a thread, oldest first.
    package func messages(of ticket: TicketID, limit: Int = 500) throws -> [Message] {
        try db.all(
            """
            SELECT \(MessageColumns.list) FROM message WHERE ticket = ? ORDER BY seq DESC LIMIT ?
            """, [ticket.rawValue, limit], MessageColumns.message
        ).reversed()
    }

    /// The items of a thread that came after a position in the log, oldest first.
    package func items(of ticket: TicketID, after basis: EventSequence) throws -> [Message] {
        try db.all(
            "SELECT \(MessageColumns.list) FROM message WHERE ticket = ?1 AND coalesce(placed_seq, seq) > ?2 ORDER BY seq",
            [ticket.rawValue, basis.rawValue], MessageColumns.message)
    }

    /// A message's attachments in the order in which they came.
    package func attachments(of message: MessageID) throws -> [Attachment] {
        try db.all(
            """
            SELECT id, message, media_type, byte_count, digest, kind FROM attachment
            WHERE message = ? ORDER BY id
            """, [message.rawValue], MessageColumns.attachment)
    }

    /// One attachment; nil when there is none of that number.
    package func attachment(_ id: AttachmentID) throws -> Attachment? {
        try db.one(
            """
            SELECT id, message, media_type, byte_count, digest, kind FROM attachment WHERE id = ?
            """,
            [id.rawValue], MessageColumns.attachment)
    }

    /// The newest stored message with a Message-ID header, for threading by references.
    package func messageByInternetID(_ id: String) throws -> (MessageID, TicketID)? {
        try db.one(
            """
            SELECT message.id, message.ticket
            FROM message_content JOIN message ON message.id = message_content.message
            WHERE message_content.internet_message_id = ? ORDER BY message.id DESC LIMIT 1
            """, [id]
        ) { (try $0.id(), try $0.id()) }
    }
}

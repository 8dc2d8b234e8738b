import GRDB
import HelpDesk
import SwiftExtensions

extension Projector {
    func add(_ message: Message, _ record: EventRecord) throws -> TicketID {
        try insert(message, record.sequence)
        if let judgement = message.judgement { try add(judgement, of: message.id) }
        // A sender's clock that runs ahead must not hold a ticket on top of the list for ever.
        let activity = min(message.platformTime, record.at)
        let isKnown = try db.changeOne(
            """
            UPDATE ticket SET message_count = message_count + 1, last_item = ?1,
                last_activity_at = max(last_activity_at, ?2),
                rank = CASE WHEN is_clocked = 1 THEN rank
                    ELSE \(Self.farRank) - max(last_activity_at, ?2) END
            WHERE id = ?3
            """,
            [record.sequence.rawValue, activity.milliseconds, message.ticket.rawValue])
        guard isKnown else { throw Self.unknown("ticket", message.ticket.rawValue) }
        return message.ticket
    }

    private func insert(_ message: Message, _ sequence: EventSequence) throws {
        try db.run(
            """
            INSERT INTO message (
                id, ticket, seq, direction, kind, platform_time, is_time_estimated, fetched_at,
                stored_at, language, language_confidence, category, joined_by, author, raw_mail,
                outbox, body_digest)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                message.id.rawValue, message.ticket.rawValue, sequence.rawValue,
                message.direction.rawValue, message.kind.rawValue,
                message.platformTime.milliseconds, message.isTimeEstimated,
                message.fetchedAt?.milliseconds, message.storedAt.milliseconds,
                message.language.rawValue, message.languageConfidence, message.category.rawValue,
                message.joinedBy?.rawValue, message.author?.rawValue, message.rawMail?.rawValue,
                message.outbox?.rawValue, message.bodyDigest,
            ])
    }

    func add(_ attachment: Attachment) throws -> TicketID {
        let ticket = try db.number(
            "SELECT ticket FROM message WHERE id = ?", [attachment.message.rawValue])
        guard let ticket else { throw Self.unknown("message", attachment.message.rawValue) }
        try db.run(
            """
            INSERT INTO attachment (id, message, media_type, byte_count, digest, kind)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
            [
                attachment.id.rawValue, attachment.message.rawValue, attachment.mediaType,
                attachment.byteCount, attachment.digest, attachment.kind?.rawValue,
            ])
        try db.run(
            "UPDATE ticket SET attachment_count = attachment_count + 1 WHERE id = ?", [ticket])
        return TicketID(ticket)
    }
}

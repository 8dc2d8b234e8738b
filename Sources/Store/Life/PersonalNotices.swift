import GRDB
package import HelpDesk
package import SwiftExtensions

/// A personal notice with its fate.
package struct StoredMention: Hashable, Sendable {
    package var notice: PersonalNotice
    package var givenAt: Timestamp
    package var readAt: Timestamp?
}

/// A note's request to look again.
package struct StoredNoteDue: Hashable, Sendable {
    package var message: MessageID
    package var ticket: TicketID
    package var author: PersonID?
    package var due: Timestamp
    package var doneAt: Timestamp?
}

/// Who took a note away, and when.
package struct Tombstone: Hashable, Sendable {
    package var at: Timestamp
    package var person: PersonID?
}

extension ReadTransaction {
    package func watchers(of ticket: TicketID) throws -> [PersonID] {
        try db.numbers(
            "SELECT person FROM ticket_watcher WHERE ticket = ? ORDER BY person",
            [ticket.rawValue]
        ).map { PersonID($0) }
    }

    /// A person's notices, newest first.
    package func mentions(
        for person: PersonID, isUnreadOnly: Bool, limit: Int
    ) throws -> [StoredMention] {
        try db.all(
            """
            SELECT id, person, ticket, kind, message, given_at, read_at FROM ticket_notice
            WHERE person = ? AND (read_at IS NULL OR NOT ?) ORDER BY id DESC LIMIT ?
            """, [person.rawValue, isUnreadOnly, limit]
        ) { fields in
            StoredMention(
                notice: PersonalNotice(
                    id: try fields.id(), person: try fields.id(), ticket: try fields.id(),
                    kind: try fields.word(), message: try fields.optionalID()),
                givenAt: try fields.time(), readAt: try fields.optionalTime())
        }
    }

    package func unreadMentions(of person: PersonID) throws -> Int {
        let count = try db.number(
            "SELECT count(*) FROM ticket_notice WHERE person = ? AND read_at IS NULL",
            [person.rawValue])
        return Int(count ?? 0)
    }

    /// The notes of a ticket that ask for a look, earliest first.
    package func noteDues(of ticket: TicketID) throws -> [StoredNoteDue] {
        try noteDues("message.ticket = ? ORDER BY note_due.due, message.id", [ticket.rawValue])
    }

    /// What the clocks of a ticket's notes follow from.
    package func noteReviews(of ticket: TicketID) throws -> [NoteReview] {
        try db.all(
            """
            SELECT message.id, note_due.due, coalesce(note_due.done_at, note_tombstone.deleted_at)
            FROM note_due JOIN message ON message.id = note_due.message
            LEFT JOIN note_tombstone ON note_tombstone.message = message.id
            WHERE message.ticket = ? ORDER BY message.id
            """, [ticket.rawValue]
        ) { fields in
            NoteReview(
                message: try fields.id(), due: try fields.time(),
                doneAt: try fields.optionalTime())
        }
    }

    /// What one note asks for.
    package func noteDue(_ message: MessageID) throws -> StoredNoteDue? {
        try noteDues("message.id = ?", [message.rawValue]).first
    }

    private func noteDues(_ condition: String, _ values: [Binding]) throws -> [StoredNoteDue] {
        try db.all(
            """
            SELECT message.id, message.ticket, message.author, note_due.due, note_due.done_at
            FROM note_due JOIN message ON message.id = note_due.message WHERE \(condition)
            """, values
        ) { fields in
            StoredNoteDue(
                message: try fields.id(), ticket: try fields.id(),
                author: try fields.optionalID(), due: try fields.time(),
                doneAt: try fields.optionalTime())
        }
    }

    /// Who took a note away; nil while it stands.
    package func tombstone(of message: MessageID) throws -> Tombstone? {
        try db.one(
            "SELECT deleted_at, deleted_by FROM note_tombstone WHERE message = ?",
            [message.rawValue]
        ) { Tombstone(at: try $0.time(), person: try $0.optionalID()) }
    }

    /// The sealed words of a note that was taken away, for auditors; nil when erased.
    package func originalNote(_ message: MessageID) throws -> String? {
        let sealed = try db.one(
            "SELECT sealed FROM note_original WHERE message = ?", [message.rawValue]
        ) { try $0.bytes() }
        return try sealed.map {
            String(decoding: try key.open($0, label: ContentLabel.note(message)), as: UTF8.self)
        }
    }
}

extension WriteTransaction {
    /// The number of the next personal notice.
    package func nextNoticeID() throws -> NoticeID { NoticeID(try next(.personalNotice)) }

    /// Takes a note's words out of sight and out of the search; sealed, they stay for auditors.
    package func sealNote(_ message: MessageID) throws {
        guard let content = try messageContent(message) else { return }
        try db.run(
            "INSERT INTO note_original (message, sealed) VALUES (?, ?)",
            [
                message.rawValue,
                try key.seal(Array(content.body.utf8), label: ContentLabel.note(message)),
            ])
        try SearchIndex.remove(message, in: db)
        try db.run("DELETE FROM message_content WHERE message = ?", [message.rawValue])
    }

    /// Files the words of messages under the ticket in which they stand now.
    package func refile(_ messages: [MessageID]) throws {
        for message in messages {
            guard let content = try messageContent(message) else { continue }
            try SearchIndex.remove(message, in: db)
            try SearchIndex.index(message, content, in: db)
        }
    }
}

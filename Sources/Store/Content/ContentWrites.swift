import GRDB
package import HelpDesk

extension WriteTransaction {
    /// Keeps a raw mail's bytes, sealed. The digest is their SHA-256; bytes kept before stay.
    package func putRawBytes(digest: String, bytes: [UInt8]) throws {
        try db.run(
            "INSERT INTO raw_bytes (digest, sealed) VALUES (?, ?) ON CONFLICT DO NOTHING",
            [digest, try key.seal(bytes, label: ContentLabel.raw(digest))])
    }

    /// Keeps a message's words and indexes them for search, together with the name of the buyer
    /// (put before) and the ticket's order. The message must be recorded before.
    package func putMessage(_ id: MessageID, _ content: MessageContent) throws {
        try db.run(
            """
            INSERT INTO message_content (
                message, subject, body, internet_message_id, reply_address, warnings,
                no_response_url)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET subject = excluded.subject, body = excluded.body,
                internet_message_id = excluded.internet_message_id,
                reply_address = excluded.reply_address, warnings = excluded.warnings,
                no_response_url = excluded.no_response_url
            """,
            [
                id.rawValue, content.subject, content.body, content.internetMessageID,
                content.replyAddress, try JSONText.text(content.warnings),
                content.noResponseURL,
            ])
        try SearchIndex.index(id, content, in: db)
    }

    /// Keeps a buyer's name and alias.
    package func putBuyer(_ id: BuyerID, _ content: BuyerContent) throws {
        try db.run(
            """
            INSERT INTO buyer_content (buyer, name, alias) VALUES (?, ?, ?)
            ON CONFLICT DO UPDATE SET name = excluded.name, alias = excluded.alias
            """, [id.rawValue, content.name, content.alias])
    }

    /// Keeps what a reply puts on the wire. Throws `StoreConflict` when another item has the same
    /// Message-ID.
    package func putOutbox(_ id: OutboxID, _ content: OutboxContent) throws {
        try db.run(
            """
            INSERT INTO outbox_content (
                outbox, sender, recipient, subject, body, internet_message_id, in_reply_to)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (outbox) DO UPDATE SET sender = excluded.sender,
                recipient = excluded.recipient, subject = excluded.subject, body = excluded.body,
                internet_message_id = excluded.internet_message_id,
                in_reply_to = excluded.in_reply_to
            """,
            [
                id.rawValue, content.from, content.to, content.subject, content.body,
                content.internetMessageID, content.inReplyTo,
            ])
    }

    /// Keeps a draft's words; `draftKept` is recorded with their digest in the same transaction.
    package func putDraft(_ ticket: TicketID, _ person: PersonID, _ text: String) throws {
        try db.run(
            """
            INSERT INTO draft_content (ticket, person, text) VALUES (?, ?, ?)
            ON CONFLICT DO UPDATE SET text = excluded.text
            """, [ticket.rawValue, person.rawValue, text])
    }

    /// Forgets a draft's words; recording `draftKept` without a digest does so as well.
    package func removeDraft(_ ticket: TicketID, _ person: PersonID) throws {
        try db.run(
            "DELETE FROM draft_content WHERE ticket = ? AND person = ?",
            [ticket.rawValue, person.rawValue])
    }

    /// Keeps the buyer's person of an order.
    package func putOrderContact(_ order: OrderID, _ store: StoreID, _ contact: OrderContact)
        throws
    {
        try db.run(
            """
            INSERT INTO order_contact (
                store, order_id, buyer_name, buyer_email, city, postal_code, country_code)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET buyer_name = excluded.buyer_name,
                buyer_email = excluded.buyer_email, city = excluded.city,
                postal_code = excluded.postal_code, country_code = excluded.country_code
            """,
            [
                store.rawValue, order.rawValue, contact.buyerName, contact.buyerEmail,
                contact.city, contact.postalCode, contact.countryCode,
            ])
    }

    /// Keeps the subject line a list shows for a ticket.
    package func putTicketSubject(_ ticket: TicketID, _ subject: String) throws {
        try db.run(
            """
            INSERT INTO ticket_subject (ticket, subject) VALUES (?, ?)
            ON CONFLICT DO UPDATE SET subject = excluded.subject
            """, [ticket.rawValue, subject])
    }

    /// Keeps a rate limiter's state across restarts; not part of the record.
    package func putLimiter(name: String, state: String) throws {
        try db.run(
            """
            INSERT INTO limiter (name, state) VALUES (?, ?)
            ON CONFLICT DO UPDATE SET state = excluded.state
            """, [name, state])
    }
}

/// What a sealed content is bound to.
enum ContentLabel {
    static func dispatchFile(_ id: DispatchID, _ position: Int) -> String {
        "dispatch \(id.rawValue) \(position)"
    }
    static func ownWord(_ id: OwnWordID) -> String { "own word \(id.rawValue)" }
    static func note(_ id: MessageID) -> String { "note \(id.rawValue)" }
    static func raw(_ digest: String) -> String { "raw \(digest)" }
    /// Of the time when bytes stood in the database.
    static func attachment(_ id: AttachmentID) -> String { "attachment \(id.rawValue)" }
    static func file(_ digest: String) -> String { "file \(digest)" }
}

import GRDB
package import HelpDesk

extension ReadTransaction {
    /// A raw mail's bytes; nil when erased or never kept.
    package func rawBytes(digest: String) throws -> [UInt8]? {
        let sealed = try db.one(
            "SELECT sealed FROM raw_bytes WHERE digest = ?", [digest]
        ) { try $0.bytes() }
        return try sealed.map { try key.open($0, label: ContentLabel.raw(digest)) }
    }

    /// A message's words; nil when erased or never kept.
    package func messageContent(_ id: MessageID) throws -> MessageContent? {
        try db.one(
            """
            SELECT subject, body, internet_message_id, reply_address, warnings, no_response_url
            FROM message_content WHERE message = ?
            """, [id.rawValue]
        ) { fields in
            MessageContent(
                subject: try fields.text(), body: try fields.text(),
                internetMessageID: try fields.optionalText(),
                replyAddress: try fields.optionalText(), warnings: try fields.json(),
                noResponseURL: try fields.optionalText())
        }
    }

    /// An attachment's name; nil when erased or never kept.
    package func attachmentName(_ id: AttachmentID) throws -> String? {
        try db.text("SELECT name FROM attachment_content WHERE attachment = ?", [id.rawValue])
    }

    /// A buyer's name and alias; nil when erased or never kept.
    package func buyerContent(_ id: BuyerID) throws -> BuyerContent? {
        try db.one("SELECT name, alias FROM buyer_content WHERE buyer = ?", [id.rawValue]) {
            BuyerContent(name: try $0.text(), alias: try $0.text())
        }
    }

    /// What a reply puts on the wire; nil when erased.
    package func outboxContent(_ id: OutboxID) throws -> OutboxContent? {
        try db.one(
            """
            SELECT sender, recipient, subject, body, internet_message_id, in_reply_to
            FROM outbox_content WHERE outbox = ?
            """, [id.rawValue]
        ) { fields in
            OutboxContent(
                from: try fields.text(), to: try fields.text(), subject: try fields.text(),
                body: try fields.text(), internetMessageID: try fields.text(),
                inReplyTo: try fields.optionalText())
        }
    }

    /// The buyer's person of an order; nil when not permitted, erased or never kept.
    package func orderContact(_ order: OrderID, _ store: StoreID) throws -> OrderContact? {
        try db.one(
            """
            SELECT buyer_name, buyer_email, city, postal_code, country_code
            FROM order_contact WHERE store = ? AND order_id = ?
            """, [store.rawValue, order.rawValue]
        ) { fields in
            OrderContact(
                buyerName: try fields.optionalText(), buyerEmail: try fields.optionalText(),
                city: try fields.optionalText(), postalCode: try fields.optionalText(),
                countryCode: try fields.optionalText())
        }
    }

    /// The subject line a list shows for a ticket; nil when erased or never kept.
    package func ticketSubject(_ ticket: TicketID) throws -> String? {
        try db.text("SELECT subject FROM ticket_subject WHERE ticket = ?", [ticket.rawValue])
    }

    /// The stored states of all rate limiters, by name.
    package func limiters() throws -> [String: String] {
        let pairs = try db.all("SELECT name, state FROM limiter ORDER BY name") {
            (try $0.text(), try $0.text())
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }
}

package import HelpDesk
package import SwiftExtensions

/// A reply that left, with its words.
package struct SentText: Hashable, Sendable {
    package var message: MessageID
    package var ticket: TicketID
    package var at: Timestamp
    package var text: String
}

extension ReadTransaction {
    /// Our replies in a ticket and in its buyer's others since an instant, newest first.
    package func replies(
        toBuyerOf ticket: Ticket, since start: Timestamp, limit: Int
    ) throws -> [SentText] {
        try sent(
            """
            WHERE message.kind = 'agent-reply' AND message.platform_time >= ?3
                AND message.ticket IN (
                    SELECT ?1 UNION SELECT id FROM ticket WHERE buyer = ?2 AND buyer IS NOT NULL)
            ORDER BY message.seq DESC LIMIT ?4
            """,
            [ticket.id.rawValue, ticket.buyer?.rawValue, start.milliseconds, limit])
    }

    /// A person's newest replies, newest first.
    package func replies(by person: PersonID, limit: Int) throws -> [SentText] {
        try sent(
            """
            WHERE message.kind = 'agent-reply' AND message.author = ?
            ORDER BY message.seq DESC LIMIT ?
            """, [person.rawValue, limit])
    }

    func sent(_ rest: String, _ values: [Binding]) throws -> [SentText] {
        try db.all(
            """
            SELECT message.id, message.ticket, message.platform_time, message_content.body
            FROM message JOIN message_content ON message_content.message = message.id
            \(rest)
            """, values
        ) { fields in
            SentText(
                message: try fields.id(), ticket: try fields.id(), at: try fields.time(),
                text: try fields.text())
        }
    }
}

import GRDB
package import HelpDesk
import SwiftExtensions

extension ReadTransaction {
    /// A page of a list: tickets by their earliest clock, then the others by latest activity.
    package func ticketRows(_ query: TicketQuery, offset: Int, limit: Int) throws
        -> [TicketRowData]
    {
        try ticketIdentifiers(query, offset: offset, limit: limit).compactMap { try ticketRow($0) }
    }

    /// How many tickets the list holds in all.
    package func ticketTotal(_ query: TicketQuery) throws -> Int {
        if let search = query.typedSearch {
            return try SearchHits(search, seesNames: query.seesNames).map {
                try $0.total(query, in: db)
            } ?? 0
        }
        return try Tally(query).total(in: db)
    }

    /// One line of a list; nil when there is no ticket of that number.
    package func ticketRow(_ id: TicketID) throws -> TicketRowData? {
        let row = try db.one(
            """
            SELECT \(TicketColumns.list), coalesce(buyer_content.name, ''),
                coalesce(ticket_subject.subject, ''), person.display_name, ticket.is_courtesy,
                ticket.has_problem
            FROM ticket
            LEFT JOIN buyer_content ON buyer_content.buyer = ticket.buyer
            LEFT JOIN ticket_subject ON ticket_subject.ticket = ticket.id
            LEFT JOIN person ON person.id = ticket.owner
            WHERE ticket.id = ?
            """, [id.rawValue]
        ) { fields in
            TicketRowData(
                ticket: try TicketColumns.ticket(from: &fields), buyerName: try fields.text(),
                subject: try fields.text(), excerpt: "", ownerName: try fields.optionalText(),
                isCourtesy: try fields.flag(), hasDeliveryProblem: try fields.flag(), nextCase: nil)
        }
        guard var row else { return nil }
        row.excerpt = try excerpt(of: id)
        if row.ticket.openCases > 0 { row.nextCase = try nextCase(of: id) }
        row.tags = try tags(of: id)
        row.suspension = try suspension(of: id)
        row.unreadAtReply = try unreadAtReply(of: id)
        return row
    }

    /// Messages that were answered without being read, until a reply whose author had read them
    /// leaves, somebody answers in the platform's own inbox, or the ticket is put to rest (helpdesk
    /// section 4.3).
    private func unreadAtReply(of ticket: TicketID) throws -> Int {
        let count = try db.number(
            """
            SELECT count(*) FROM debt JOIN message ON message.id = debt.message
            JOIN ticket ON ticket.id = debt.ticket
            WHERE debt.ticket = ? AND debt.is_unseen_at_reply = 1 AND ticket.is_live = 1
            AND debt.state IN ('answer-pending', 'answered') AND NOT EXISTS (
                SELECT 1 FROM outbox
                WHERE outbox.ticket = debt.ticket AND outbox.state IN ('accepted', 'confirmed')
                AND coalesce(outbox.read_through, outbox.basis)
                    >= coalesce(message.placed_seq, message.seq))
            AND NOT EXISTS (
                SELECT 1 FROM message AS answer
                WHERE answer.ticket = debt.ticket AND answer.kind = 'agent-external'
                AND answer.platform_time > message.platform_time)
            """, [ticket.rawValue])
        return Int(count ?? 0)
    }

    /// The tickets of a page, without their lines.
    func ticketIdentifiers(_ query: TicketQuery, offset: Int, limit: Int) throws -> [TicketID] {
        if let search = query.typedSearch {
            guard let hits = SearchHits(search, seesNames: query.seesNames) else { return [] }
            return try hits.page(query, offset: offset, limit: limit, in: db)
        }
        let window = InboxWindow(query, offset: offset, limit: limit)
        return try db.numbers(window.sql, window.values).map(TicketID.init(rawValue:))
    }

    /// The words of the message that the earliest clock is about, else of the newest inbound one; a
    /// long body is cut before it is looked at.
    private func excerpt(of ticket: TicketID) throws -> String {
        let start = try db.text(
            """
            SELECT substr(message_content.body, 1, 400)
            FROM message LEFT JOIN message_content ON message_content.message = message.id
            WHERE message.id = coalesce(
                (SELECT message FROM (
                    SELECT message, platform_due AS due FROM debt
                    WHERE ticket = ?1 AND state IN ('owed', 'excuse-pending')
                    UNION ALL SELECT message, review_due FROM desk_case
                    WHERE ticket = ?1 AND state = 'open' AND message IS NOT NULL)
                ORDER BY due, message LIMIT 1),
                (SELECT id FROM message WHERE ticket = ?1 AND direction = 'inbound'
                ORDER BY seq DESC LIMIT 1))
            """, [ticket.rawValue])
        return Excerpt.line(start ?? "")
    }
}

enum Excerpt {
    static let longest = 120

    /// The text on one line, cut to `longest` characters.
    static func line(_ text: String) -> String {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.count > longest ? String(words.prefix(longest - 1)) + "…" : words
    }
}

package import HelpDesk
package import SwiftExtensions

/// A buyer's question like another one, with the reply that followed it.
package struct SimilarQuestion: Hashable, Sendable {
    package var question: MessageID
    package var ticket: TicketID
    package var reply: MessageID
    /// BM25 by SQLite's FTS5; higher is better here.
    package var score: Double
    /// The buyer came back after its ticket had been resolved.
    package var isReopened: Bool
}

extension ReadTransaction {
    /// How many hits of the index are looked at: below them, words are shared by chance.
    private static let mostHits = 300

    /// Questions with words in common in tickets that rest, best first. `words` are beginnings of
    /// words, or pairs of ideographs, as `WordingClusters.Text` gives them.
    package func similarQuestions(
        words: Set<String>, except ticket: TicketID, scope: StoreScope, limit: Int
    ) throws -> [SimilarQuestion] {
        guard let match = SearchMatch(anyOf: words) else { return [] }
        let filter = StoreFilter(scope: scope, store: nil)
        return try db.all(
            """
            SELECT question.id, question.ticket, reply.id, -hit.score, EXISTS (
                SELECT 1 FROM ticket_resolution
                WHERE ticket_resolution.ticket = question.ticket AND is_counted = 1)
            FROM (
                SELECT rowid AS row, rank AS score FROM search WHERE search MATCH ?
                ORDER BY rank LIMIT \(Self.mostHits)
            ) AS hit
            JOIN search_row ON search_row.row = hit.row
            JOIN message AS question ON question.id = search_row.message
            JOIN ticket ON ticket.id = question.ticket
            JOIN message AS reply ON reply.id = (
                SELECT id FROM message WHERE message.ticket = question.ticket
                    AND message.kind = 'agent-reply' AND message.seq > question.seq
                ORDER BY message.seq LIMIT 1)
            WHERE question.direction = 'inbound' AND question.ticket <> ?
                AND ticket.state IN ('resolved', 'closed')
                AND \(filter.condition(on: "ticket.store"))
            ORDER BY hit.score, question.id LIMIT ?
            """, [match.expression, ticket.rawValue] + filter.values + [limit]
        ) { fields in
            SimilarQuestion(
                question: try fields.id(), ticket: try fields.id(), reply: try fields.id(),
                score: try fields.real(), isReopened: try fields.flag())
        }
    }

    /// How the replies begun with each template ended that were accepted between two instants.
    package func templateOutcomes(
        from start: Timestamp, to end: Timestamp
    ) throws -> [TemplateKey: TemplateOutcome] {
        let rows: [(TemplateKey, TemplateOutcome)] = try db.all(
            """
            SELECT template, count(*), coalesce(sum(NOT EXISTS (
                SELECT 1 FROM message WHERE message.ticket = outbox.ticket
                    AND message.kind = 'buyer' AND message.platform_time > outbox.accepted_at
                    AND message.platform_time <= outbox.accepted_at + ?3)), 0)
            FROM outbox WHERE template IS NOT NULL AND accepted_at >= ?1 AND accepted_at < ?2
            GROUP BY template
            """,
            [
                start.milliseconds, end.milliseconds, TemplateOutcome.silenceHours * 3_600_000,
            ]
        ) { (try $0.name(), TemplateOutcome(uses: try $0.count(), quiet: try $0.count())) }
        return Dictionary(rows, uniquingKeysWith: { first, _ in first })
    }
}

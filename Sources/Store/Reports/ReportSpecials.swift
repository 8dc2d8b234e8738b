import GRDB
package import HelpDesk
package import SwiftExtensions

extension ReadTransaction {
    /// The spans in which debts were owed that touch a window, in milliseconds.
    package func owedSpans(_ query: ReportQuery) throws -> [(from: Int64, to: Int64?, start: Int64)]
    {
        let request = query.request
        let filter = StoreFilter(scope: query.scope, store: request.store)
        return try db.all(
            """
            SELECT from_at, to_at, start FROM report_owed
            WHERE from_at < ?1 AND (to_at IS NULL OR to_at > ?2)
                AND (?3 IS NULL OR marketplace = ?3) AND (?4 IS NULL OR language = ?4)
                AND (?5 IS NULL OR category = ?5) AND (?6 IS NULL OR owner = ?6)
                AND \(filter.condition(on: "store"))
            """,
            [
                request.to.milliseconds, request.from.milliseconds,
                request.marketplace?.rawValue, request.language?.rawValue,
                request.category?.rawValue, request.person?.rawValue,
            ] + filter.values
        ) { (from: try $0.number(), to: try $0.optionalNumber(), start: try $0.number()) }
    }

    /// Amazon's own numbers, the newest day of each store and span.
    package func amazonFigures(scope: StoreScope, store: StoreID?, until day: String) throws
        -> [AmazonFigure]
    {
        let filter = StoreFilter(scope: scope, store: store)
        return try db.all(
            """
            SELECT store, max(day), days, late_rate, over_day, no_response, messages
            FROM amazon_figure WHERE day <= ? AND \(filter.condition(on: "store"))
            GROUP BY store, days ORDER BY store, days
            """, [day] + filter.values
        ) { fields in
            AmazonFigure(
                store: try fields.name(), day: try fields.text(), days: try fields.count(),
                lateRate: try fields.optionalReal(), overDay: try fields.optionalReal(),
                noResponse: try fields.optionalReal(),
                messages: try fields.optionalNumber().map { Int($0) })
        }
    }

    /// What is asked of a store's messages of a window when two counts differ.
    package func reconcilable(_ store: StoreID, from: Timestamp, to: Timestamp) throws -> [(
        ticket: TicketID, debt: DebtID, message: Reconciliation.Message
    )] {
        try db.all(
            """
            SELECT ticket, debt, start, state, discharged_at, seen_at, is_answered_outside, bounces
            FROM report_debt
            WHERE start >= ? AND start < ? AND store = ? AND state <> 'void'
            """, [from.milliseconds, to.milliseconds, store.rawValue]
        ) { fields in
            (
                ticket: try fields.id(), debt: try fields.id(),
                message: Reconciliation.Message(
                    start: try fields.time(), state: try fields.word(),
                    dischargedAt: try fields.optionalTime(), seenAt: try fields.optionalTime(),
                    isAnsweredOutside: try fields.flag(), bounces: try fields.count())
            )
        }
    }

    /// Buyer messages with a debt in a window, by category: all, and those from an instant on.
    package func questionCounts(_ query: ReportQuery, week: Timestamp, before: Timestamp) throws
        -> [ReportQuestions.Category]
    {
        let (condition, values) = questionCondition(query)
        return try db.all(
            """
            SELECT category, count(*), sum(start >= ?), sum(start >= ? AND start < ?)
            FROM report_debt WHERE \(condition) GROUP BY category
            ORDER BY count(*) DESC, category
            """, [week.milliseconds, before.milliseconds, week.milliseconds] + values
        ) { fields in
            ReportQuestions.Category(
                category: try fields.word(), all: try fields.count(), week: try fields.count(),
                weekBefore: try fields.count())
        }
    }

    /// A question as its wording is compared.
    package struct Question: Sendable {
        package var message: MessageID
        package var ticket: TicketID
        package var start: Timestamp
        package var language: LanguageCode
        package var body: String
        package var asin: String?
    }

    /// At most `limit` questions of a window and how many there are. Where there are more, those
    /// whose number, well mixed, is lowest: a sample that is the same each time.
    package func questions(_ query: ReportQuery, limit: Int) throws -> (
        questions: [Question], population: Int
    ) {
        let (condition, values) = questionCondition(query)
        let population = try db.number(
            "SELECT count(*) FROM report_debt WHERE \(condition)", values)
        let found = try db.all(
            """
            SELECT d.message, d.ticket, d.start, d.language, c.body, (
                SELECT asin FROM order_item AS i JOIN ticket AS t
                    ON t.store = i.store AND t.order_id = i.order_id
                WHERE t.id = d.ticket ORDER BY i.position LIMIT 1)
            FROM (
                SELECT message, ticket, start, language FROM report_debt WHERE \(condition)
                ORDER BY (message * 2654435761) % 4294967296, message LIMIT ?
            ) AS d JOIN message_content AS c ON c.message = d.message
            ORDER BY d.start, d.message
            """, values + [limit]
        ) { fields in
            Question(
                message: try fields.id(), ticket: try fields.id(), start: try fields.time(),
                language: try fields.name(), body: try fields.text(),
                asin: try fields.optionalText())
        }
        return (found, Int(population ?? 0))
    }

    private func questionCondition(_ query: ReportQuery) -> (String, [Binding]) {
        let request = query.request
        let filter = StoreFilter(scope: query.scope, store: request.store)
        var conditions = [
            "start >= ? AND start < ? AND state <> 'void'", filter.condition(on: "store"),
        ]
        var values: [Binding] =
            [request.from.milliseconds, request.to.milliseconds] + filter.values
        for (column, value) in [
            ("marketplace", request.marketplace?.rawValue),
            ("language", request.language?.rawValue), ("category", request.category?.rawValue),
        ] {
            guard let value else { continue }
            conditions.append("\(column) = ?")
            values.append(value)
        }
        if let person = request.person {
            conditions.append("(answerer = ? OR owner_at_due = ?)")
            values += [person.rawValue, person.rawValue]
        }
        return (conditions.joined(separator: " AND "), values)
    }

    /// The store of a ticket, and its subject, for a row behind a figure.
    package func headline(of ticket: TicketID) throws -> (store: StoreID, subject: String?)? {
        try db.one(
            """
            SELECT ticket.store, ticket_subject.subject, buyer_content.name FROM ticket
            LEFT JOIN ticket_subject ON ticket_subject.ticket = ticket.id
            LEFT JOIN buyer_content ON buyer_content.buyer = ticket.buyer WHERE ticket.id = ?
            """, [ticket.rawValue]
        ) { fields in
            let (store, subject): (StoreID, String?) = (
                try fields.name(), try fields.optionalText()
            )
            let name = try fields.optionalText() ?? ""
            return (store: store, subject: subject.map { PersonMask.subject($0, of: name) })
        }
    }
}

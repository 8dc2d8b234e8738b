import GRDB
package import HelpDesk
package import SwiftExtensions

/// A ticket that owes an answer, as a forecast needs it.
package struct OwedTicket: Hashable, Sendable {
    package var ticket: TicketID
    /// The debt that falls due first; one answer discharges the others with it.
    package var debt: DebtID
    package var store: StoreID
    package var group: GroupID?
    package var owner: PersonID?
    package var category: InquiryCategory
    package var start: Timestamp
    package var due: Timestamp
    /// The limit that lists go by.
    package var actBy: Timestamp
    /// Until then it is parked.
    package var wakeAt: Timestamp?
}

/// Messages of one hour of the week, one group and category.
package struct ArrivalCount: Hashable, Sendable {
    package var store: StoreID
    package var group: GroupID?
    package var category: InquiryCategory
    /// Whole weeks before the instant that was asked about.
    package var weeksAgo: Int
    package var hour: Int
    package var count: Int
}

extension ReadTransaction {
    /// Tickets that owe an answer, the most urgent first.
    package func owedTickets(scope: StoreScope, limit: Int) throws -> [OwedTicket] {
        let filter = StoreFilter(scope: scope, store: nil)
        return try db.all(
            """
            SELECT ticket.id, debt.id, ticket.store, ticket.ticket_group, ticket.owner,
                ticket.category, debt.start, debt.platform_due, ticket.rank,
                CASE WHEN ticket.state = 'snoozed' THEN ticket.wake_at
                    WHEN ticket.state = 'hold' THEN ticket.review_at END
            FROM ticket INDEXED BY ticket_owed
            JOIN debt ON debt.id = (
                SELECT id FROM debt AS first WHERE first.ticket = ticket.id
                    AND first.state = 'owed' ORDER BY first.platform_due, first.id LIMIT 1)
            WHERE ticket.owed_debts > 0 AND \(filter.condition(on: "ticket.store"))
            ORDER BY ticket.rank, ticket.id LIMIT ?
            """, filter.values + [limit]
        ) { fields in
            OwedTicket(
                ticket: try fields.id(), debt: try fields.id(), store: try fields.name(),
                group: try fields.optionalID(), owner: try fields.optionalID(),
                category: try fields.word(), start: try fields.time(), due: try fields.time(),
                actBy: try fields.time(), wakeAt: try fields.optionalTime())
        }
    }

    /// Buyers' messages of the weeks before an instant, from the facts of reports, which lie in the
    /// order of their arrival.
    package func arrivalCounts(
        scope: StoreScope, before instant: Timestamp, weeks: Int
    ) throws -> [ArrivalCount] {
        let filter = StoreFilter(scope: scope, store: nil)
        let week: Int64 = 7 * 86_400_000
        return try db.all(
            """
            SELECT report_debt.store, ticket.ticket_group, report_debt.category,
                (? - 1 - start) / ?, (start / 3600000) % 168, count(*)
            FROM report_debt LEFT JOIN ticket ON ticket.id = report_debt.ticket
            WHERE start >= ? AND start < ? AND report_debt.state <> 'void'
                AND \(filter.condition(on: "report_debt.store"))
            GROUP BY 1, 2, 3, 4, 5
            """,
            [
                instant.milliseconds, week, instant.milliseconds - Int64(weeks) * week,
                instant.milliseconds,
            ] + filter.values
        ) { fields in
            ArrivalCount(
                store: try fields.name(), group: try fields.optionalID(),
                category: try fields.word(), weeksAgo: try fields.count(),
                hour: try fields.count(), count: try fields.count())
        }
    }

    /// When the first message of any store came; nil without one.
    package func firstDebtStart() throws -> Timestamp? {
        try db.number("SELECT min(start) FROM report_debt").map(Timestamp.init(milliseconds:))
    }

    /// Debts that the platform's clock found late, by when they fell due in (from, to].
    package func lateDebts(from start: Timestamp, to end: Timestamp) throws
        -> [(debt: DebtID, start: Timestamp)]
    {
        try db.all(
            """
            SELECT debt.id, debt.start FROM clock_breach INDEXED BY clock_breach_due
            JOIN debt ON debt.id = CAST(substr(clock_breach.subject, 6) AS INTEGER)
            WHERE clock_breach.kind = 'platform' AND clock_breach.subject LIKE 'debt/%'
                AND due_at > ? AND due_at <= ?
            """, [start.milliseconds, end.milliseconds]
        ) { (try $0.id(), try $0.time()) }
    }

    package func nextForecastID() throws -> Int64 {
        try db.number("SELECT coalesce(max(id), 0) + 1 FROM forecast_made") ?? 1
    }

    package func lastForecast() throws -> ForecastMade? {
        try db.one("SELECT payload FROM forecast_made ORDER BY id DESC LIMIT 1") { try $0.json() }
    }

    /// Forecasts whose time is over and that nobody held against it yet.
    package func forecastsToScore(at now: Timestamp) throws -> [ForecastMade] {
        try db.all(
            """
            SELECT payload FROM forecast_made INDEXED BY forecast_open
            WHERE brier IS NULL AND ends <= ? ORDER BY ends LIMIT 50
            """, [now.milliseconds]
        ) { try $0.json() }
    }

    /// The newest scores.
    package func forecastScores(limit: Int) throws -> [ForecastScore] {
        try db.all(
            """
            SELECT id, late, breaches, brier, is_covered FROM forecast_made
            WHERE brier IS NOT NULL ORDER BY id DESC LIMIT ?
            """, [limit]
        ) { fields in
            ForecastScore(
                forecast: try fields.number(), late: try fields.count(),
                breaches: try fields.count(), brier: try fields.real(),
                isCovered: try fields.flag())
        }
    }
}

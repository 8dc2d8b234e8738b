import GRDB
package import HelpDesk
package import SwiftExtensions

extension ReadTransaction {
    /// How each version fared of which letters left, or which was inserted, between two instants.
    /// What takes time to show counts only where that time is over; `reopenDays` is how long a
    /// resolved ticket may come back. Only letters of stores in `scope`, and of `person` alone where
    /// one is named.
    package func templateFigures(
        from start: Timestamp, to end: Timestamp, reopenDays: Int, scope: StoreScope = .all,
        person: PersonID? = nil
    ) throws -> [TemplateFigures] {
        let filter = StoreFilter(scope: scope, store: nil)
        var figures: [String: TemplateFigures] = [:]
        func change(
            _ key: TemplateKey, _ number: Int, _ body: (inout TemplateFigures) -> Void
        ) {
            let name = "\(key.rawValue)\n\(number)"
            body(&figures[name, default: TemplateFigures(key: key, number: number)])
        }
        try db.each(
            """
            SELECT template, number, sum(kind = 'inserted'), sum(kind = 'blocked'),
                sum(suggested)
            FROM template_touch WHERE at >= ?1 AND at < ?2 AND person = coalesce(?3, person)
                AND EXISTS (SELECT 1 FROM ticket WHERE ticket.id = template_touch.ticket
                    AND \(filter.condition(on: "ticket.store")))
            GROUP BY template, number
            """,
            [start.milliseconds, end.milliseconds, person?.rawValue] + filter.values
        ) { fields in
            let (key, number): (TemplateKey, Int) = (try fields.name(), try fields.count())
            let (inserted, blocked) = (try fields.count(), try fields.count())
            let suggested = try fields.count()
            change(key, number) {
                ($0.inserted, $0.blocked, $0.suggested) = (inserted, blocked, suggested)
            }
        }
        let values = letterValues(start, end, reopenDays, person) + filter.values
        try db.each(Self.letters(filter), values) { fields in
            let (key, number): (TemplateKey, Int) = (try fields.name(), try fields.count())
            let sent = try fields.count()
            let unchanged = TemplateShare(try fields.count(), of: try fields.count())
            let edit = try fields.optionalReal()
            let quiet = TemplateShare(try fields.count(), of: try fields.count())
            let reopened = TemplateShare(try fields.count(), of: try fields.count())
            let low = TemplateShare(try fields.count(), of: try fields.count())
            change(key, number) {
                $0.sent = sent
                $0.unchanged = unchanged
                $0.editPermille = edit.map { Int($0.rounded()) }
                ($0.quiet, $0.reopened, $0.lowRated) = (quiet, reopened, low)
            }
        }
        return figures.values.sorted { ($0.key, $0.number) < ($1.key, $1.number) }
    }

    private func letterValues(
        _ start: Timestamp, _ end: Timestamp, _ reopenDays: Int, _ person: PersonID?
    ) -> [Binding] {
        let silence = TemplateOutcome.silenceHours * 3_600_000
        let reopen = Int64(reopenDays) * 86_400_000
        return [start.milliseconds, end.milliseconds, silence, reopen, person?.rawValue]
    }

    /// One walk of the letters of a window; each asks for what came after it on its ticket.
    private static func letters(_ filter: StoreFilter) -> String {
        """
        SELECT template, number, count(*),
            coalesce(sum(edit = 0), 0), count(edit), avg(edit),
            sum(is_settled AND NOT wrote), sum(is_settled),
            sum(is_ripe AND came_back), sum(is_ripe),
            coalesce(sum(rating <= 3), 0), count(rating)
        FROM (
            SELECT outbox.template AS template, coalesce(outbox.template_version, 0) AS number,
                outbox.template_edit AS edit,
                outbox.accepted_at <= ?2 - ?3 AS is_settled,
                EXISTS (SELECT 1 FROM message WHERE message.ticket = outbox.ticket
                    AND message.kind = 'buyer' AND message.platform_time > outbox.accepted_at
                    AND message.platform_time <= outbox.accepted_at + ?3) AS wrote,
                outbox.accepted_at <= ?2 - ?4 AND EXISTS (
                    SELECT 1 FROM ticket_resolution AS done WHERE done.ticket = outbox.ticket
                    AND done.resolved_at >= outbox.accepted_at) AS is_ripe,
                EXISTS (SELECT 1 FROM ticket_resolution AS done
                    WHERE done.ticket = outbox.ticket AND done.resolved_at >= outbox.accepted_at
                    AND done.is_counted = 1 AND done.reopened_at <= done.resolved_at + ?4
                ) AS came_back,
                (SELECT rating FROM seller_feedback
                    JOIN ticket ON ticket.id = outbox.ticket
                    WHERE seller_feedback.store = outbox.store
                    AND seller_feedback.order_id = ticket.order_id
                    AND seller_feedback.given_at >= outbox.accepted_at) AS rating
            FROM outbox
            WHERE outbox.template IS NOT NULL AND outbox.accepted_at >= ?1
                AND outbox.accepted_at < ?2 AND outbox.author = coalesce(?5, outbox.author)
                AND \(filter.condition(on: "outbox.store"))
        ) GROUP BY template, number
        """
    }

    /// Whether somebody's letter on a ticket was refused since they inserted the version last.
    package func isBlockNoted(_ touch: TemplateTouch) throws -> Bool {
        try db.text(
            """
            SELECT kind FROM template_touch WHERE ticket = ? AND person = ? AND template = ?
                AND number = ? ORDER BY seq DESC LIMIT 1
            """,
            [
                touch.ticket.rawValue, touch.person.rawValue, touch.key.rawValue, touch.number,
            ]) == TemplateTouch.Kind.blocked.rawValue
    }

    /// The versions of templates that a person inserted on a ticket.
    package func insertedTemplates(
        ticket: TicketID, person: PersonID
    ) throws -> [(key: TemplateKey, number: Int)] {
        try db.all(
            """
            SELECT DISTINCT template, number FROM template_touch
            WHERE ticket = ? AND person = ? AND kind = 'inserted' ORDER BY template, number
            """, [ticket.rawValue, person.rawValue]
        ) { (try $0.name(), try $0.count()) }
    }

    /// Templates that letters were begun with since an instant, left or not.
    package func usedTemplates(since start: Timestamp) throws -> Set<TemplateKey> {
        Set(
            try db.all(
                """
                SELECT DISTINCT template FROM template_touch WHERE at >= ?1
                UNION SELECT DISTINCT template FROM outbox
                WHERE template IS NOT NULL AND accepted_at >= ?1
                """, [start.milliseconds]
            ) { try $0.name() })
    }
}

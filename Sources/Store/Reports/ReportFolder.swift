import GRDB
import HelpDesk
import SwiftExtensions

extension WriteTransaction {
    /// Brings what reports count up to date with the record, at most `limit` events further. True
    /// when more are left. A ticket's rows are written anew from all its events, so it does not
    /// matter how often or how far.
    package func foldReports(limit: Int = 500) throws -> Bool {
        let mark = try db.number("SELECT seq FROM report_mark") ?? 0
        let last = try db.number(
            "SELECT max(seq) FROM (SELECT seq FROM event WHERE seq > ? ORDER BY seq LIMIT ?)",
            [mark, limit])
        guard let last else { return false }
        let tickets = try db.numbers(
            """
            SELECT DISTINCT ticket FROM event
            WHERE seq > ? AND seq <= ? AND ticket IS NOT NULL ORDER BY ticket
            """, [mark, last])
        let folder = ReportFolder(db: db, now: now)
        let sources = try folder.sources(after: mark, through: last)
        let all = Set(tickets.map(TicketID.init(rawValue:))).union(sources).sorted()
        // What moved from one ticket to another stands in both until the first is cleared.
        for ticket in all { try folder.clear(ticket) }
        for ticket in all { try folder.fold(ticket) }
        try db.run(
            """
            INSERT OR IGNORE INTO report_hour
            SELECT DISTINCT at / 3600000, CAST(substr(actor, 8) AS INTEGER) FROM event
            WHERE seq > ? AND seq <= ? AND actor LIKE 'person:%'
            """, [mark, last])
        try db.run("UPDATE report_mark SET seq = ?", [last])
        return try db.number("SELECT 1 FROM event WHERE seq > ? LIMIT 1", [last]) != nil
    }

    /// Throws away what reports count; the next fold works all of it out again.
    package func clearReports() throws {
        for table in ReportFolder.tables + ["report_hour"] { try db.run("DELETE FROM \(table)") }
        try db.run("UPDATE report_mark SET seq = 0")
    }
}

/// Writes the rows of one ticket.
struct ReportFolder {
    let db: Database
    let now: Timestamp

    static let tables = [
        "report_debt", "report_share", "report_owed", "report_turn", "report_resolve",
        "report_resolution", "report_reply",
    ]

    /// Only these say anything about times and persons.
    private static let kinds = [
        "ticket-opened", "ticket-classified", "ticket-assigned", "ticket-state-changed",
        "message-added", "debt-created", "debt-moved", "outbox-added", "items-moved",
        "state-undone", "reopening-counted", "kind-corrected",
    ]

    func clear(_ ticket: TicketID) throws {
        for table in Self.tables {
            try db.run("DELETE FROM \(table) WHERE ticket = ?", [ticket.rawValue])
        }
    }

    func fold(_ ticket: TicketID) throws {
        guard let items = try items(of: ticket) else { return }
        let kinds = Self.kinds.map { "'\($0)'" }.joined(separator: ", ")
        let events = try family(of: ticket).flatMap { member in
            try db.all(
                """
                SELECT \(EventLog.columns) FROM event
                WHERE ticket = ? AND kind IN (\(kinds)) ORDER BY seq
                """, [member.rawValue], EventLog.record)
        }.sorted { $0.sequence < $1.sequence }
        guard let facts = TicketFacts(ticket, events: events, items: items) else { return }
        try put(facts)
    }

    /// Nil for tickets that count in no figure: those of rehearsals (helpdesk section 14.0).
    private func items(of ticket: TicketID) throws -> TicketFacts.Items? {
        let flags = try db.number("SELECT flags FROM ticket WHERE id = ?", [ticket.rawValue])
        let marks = TicketFlags(rawValue: Int(flags ?? 0))
        guard !marks.contains(.drill) else { return nil }
        return TicketFacts.Items(
            debts: Set(
                try db.numbers("SELECT id FROM debt WHERE ticket = ?", [ticket.rawValue])
                    .map(DebtID.init(rawValue:))),
            messages: Set(
                try db.numbers("SELECT id FROM message WHERE ticket = ?", [ticket.rawValue])
                    .map(MessageID.init(rawValue:))))
    }

    /// The ticket and those in which something of it stood before a merge or a split.
    private func family(of ticket: TicketID) throws -> Set<TicketID> {
        var family: Set<TicketID> = [ticket]
        var rest = [ticket]
        while let next = rest.popLast() {
            for move in try moves("ticket = ?", [next.rawValue])
            where family.insert(move.from).inserted {
                rest.append(move.from)
            }
        }
        return family
    }

    /// Tickets from which something went away in a stretch of the record.
    func sources(after start: Int64, through end: Int64) throws -> Set<TicketID> {
        Set(try moves("seq > ? AND seq <= ?", [start, end]).map(\.from))
    }

    private func moves(_ condition: String, _ values: [Binding]) throws -> [ItemMove] {
        try db.all(
            """
            SELECT \(EventLog.columns) FROM event
            WHERE \(condition) AND kind = 'items-moved' ORDER BY seq
            """, values, EventLog.record
        ).compactMap { record in
            if case .life(.itemsMoved(let move)) = record.event { move } else { nil }
        }
    }

    private func put(_ facts: TicketFacts) throws {
        let owner = try db.number(
            "SELECT owner FROM ticket WHERE id = ?", [facts.ticket.rawValue])
        for debt in facts.debts { try put(debt, facts) }
        for owed in facts.owed { try put(owed, facts, owner: owner) }
        for turn in facts.turns { try put(turn, facts) }
        for resolve in facts.resolves { try put(resolve, facts) }
        if let resolution = facts.resolution { try put(resolution, facts) }
        for reply in facts.replies { try put(reply, facts) }
    }

    private func traits(_ facts: TicketFacts) -> [Binding] {
        [
            facts.traits.store.rawValue, facts.traits.marketplace?.rawValue ?? "",
            facts.traits.language.rawValue, facts.traits.category.rawValue,
        ]
    }

    private func put(_ debt: TicketFacts.DebtFact, _ facts: TicketFacts) throws {
        let held = debt.held.reduce(0) { $0 + $1.milliseconds }
        let unowned = max(0, (debt.due - debt.start).wholeMilliseconds - held)
        let values: [Binding] = [
            debt.message.rawValue, debt.due.milliseconds, debt.state.rawValue,
            debt.dischargedAt?.milliseconds, debt.answerer?.rawValue, debt.isAnsweredOutside,
            debt.isBornLate, debt.isStartEstimated, debt.bounces, debt.seenAt?.milliseconds,
            debt.ownerAtDue?.rawValue, unowned,
        ]
        try db.run(
            """
            INSERT OR REPLACE INTO report_debt VALUES (
                ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [debt.start.milliseconds, debt.debt.rawValue, facts.ticket.rawValue] + traits(facts)
                + values)
        for share in debt.held {
            try db.run(
                "INSERT OR REPLACE INTO report_share VALUES (?, ?, ?, ?)",
                [
                    debt.debt.rawValue, share.person.rawValue, facts.ticket.rawValue,
                    share.milliseconds,
                ])
        }
    }

    private func put(_ owed: TicketFacts.Owed, _ facts: TicketFacts, owner: Int64?) throws {
        try db.run(
            "INSERT OR REPLACE INTO report_owed VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                owed.debt.rawValue, owed.from.milliseconds, owed.to?.milliseconds,
                owed.start.milliseconds, facts.ticket.rawValue,
            ] + traits(facts) + [owner])
    }

    private func put(_ turn: TicketFacts.Turn, _ facts: TicketFacts) throws {
        try db.run(
            "INSERT OR REPLACE INTO report_turn VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [turn.start.milliseconds, facts.ticket.rawValue, turn.number] + traits(facts) + [
                turn.cycle, turn.isFirst, turn.repliedAt?.milliseconds, turn.replier?.rawValue,
            ])
    }

    private func put(_ resolve: TicketFacts.Resolve, _ facts: TicketFacts) throws {
        try db.run(
            "INSERT INTO report_resolve VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [resolve.at.milliseconds, facts.ticket.rawValue, resolve.number] + traits(facts) + [
                resolve.resolver?.rawValue, resolve.reopenedAt?.milliseconds,
                resolve.isLastOfCycle, resolve.isOneTouch,
            ])
    }

    private func put(_ resolution: TicketFacts.Resolution, _ facts: TicketFacts) throws {
        try db.run(
            "INSERT INTO report_resolution VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [resolution.lastAt.milliseconds, facts.ticket.rawValue] + traits(facts) + [
                facts.resolves.last?.resolver?.rawValue, resolution.startedAt.milliseconds,
                resolution.firstAt.milliseconds, resolution.rested, resolution.pending,
                resolution.held,
            ])
    }

    private func put(_ reply: TicketFacts.Reply, _ facts: TicketFacts) throws {
        let (characters, kept) = try text(of: reply)
        try db.run(
            "INSERT OR REPLACE INTO report_reply VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [reply.at.milliseconds, reply.message.rawValue, facts.ticket.rawValue]
                + traits(facts) + [
                    reply.author?.rawValue, reply.isHelp, reply.template != nil, characters, kept,
                ])
    }

    /// How long a reply of ours is, and how much of that is its template; nothing is known of texts
    /// that retention has emptied or that were not written here.
    private func text(of reply: TicketFacts.Reply) throws -> (Int, Int) {
        guard let outbox = reply.outbox,
            let sent = try db.text(
                "SELECT body FROM outbox_content WHERE outbox = ?", [outbox.rawValue])
        else { return (0, 0) }
        guard let template = reply.template,
            let body = try db.text(
                """
                SELECT coalesce((
                    SELECT body FROM template_version WHERE template = ?1
                    AND number = (SELECT template_version FROM outbox WHERE id = ?2)),
                    (SELECT body FROM template WHERE key = ?1))
                """, [template.rawValue, outbox.rawValue])
        else { return (sent.count, 0) }
        return (sent.count, TemplateSurvival.characters(of: body, in: sent))
    }
}

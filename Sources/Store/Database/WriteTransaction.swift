import GRDB
package import HelpDesk
package import SwiftExtensions

/// One transaction that changes the database: everything in it commits together or not at all.
package final class WriteTransaction: ReadTransaction {
    package let actor: Actor
    package let now: Timestamp
    /// What this transaction wrote down so far.
    package private(set) var recorded: [EventRecord] = []
    private let origin: EntryOrigin
    private let log: String
    private(set) var head: ChainHead
    private let projector: Projector
    private var failure: (any Error)?
    private var reserved: [IdentifierSource: Int64] = [:]
    private(set) var touched: Set<TicketID> = []
    private var clockTickets: Set<TicketID> = []

    init(
        _ db: Database, key: ContentKey, files: ContentFiles, log: String, actor: Actor,
        origin: EntryOrigin, now: Timestamp
    ) throws {
        self.actor = actor
        self.origin = origin
        self.now = now
        self.log = log
        projector = Projector(db: db)
        head = try EventLog.head(db, log: log)
        super.init(db, key: key, files: files)
    }

    /// Appends the event to the log and changes the rows by it. The only way to change rows.
    /// Throws when the event does not fit the rows; the whole transaction then fails.
    @discardableResult
    package func record(_ event: DeskEvent) throws -> EventSequence {
        if let failure { throw failure }
        let sequence = EventSequence(head.sequence + 1)
        let record = EventRecord(sequence: sequence, at: now, actor: actor, event: event)
        do {
            let ticket = try StoreConflict.translating { try projector.project(record) }
            head = try EventLog.append(
                record, ticket: ticket, origin: origin, log: log, after: head, to: db)
            if let ticket {
                if !event.leavesStandingAlone { touched.insert(ticket) }
                if !event.leavesClocksAlone { clockTickets.insert(ticket) }
            }
        } catch {
            failure = error
            throw error
        }
        recorded.append(record)
        return sequence
    }

    /// Tickets that events since the last call were about, as far as clocks may follow from them.
    package func takeClockTickets() -> Set<TicketID> {
        defer { clockTickets = [] }
        return clockTickets
    }

    /// Whether calendars or policies are changed by this very transaction.
    package var changesPolicies: Bool {
        recorded.contains { record in
            guard case .clock(let event) = record.event else { return false }
            return event.changesPolicies
        }
    }

    /// The next free number of a kind; each call within a transaction gives another one.
    func next(_ source: IdentifierSource) throws -> Int64 {
        let stored = try db.number(source.sql) ?? 0
        let next = max(stored, reserved[source] ?? 0) + 1
        reserved[source] = next
        return next
    }

    /// What must hold when a transaction ends, whatever the order of its events.
    func finish() throws {
        if let failure { throw failure }
        for ticket in touched.sorted() { try checkRest(of: ticket) }
    }

    /// No ticket waits for a buyer who waits for us.
    private func checkWait(of ticket: TicketID) throws {
        let debts = try db.number(
            """
            SELECT owed_debts + excuse_debts FROM ticket
            WHERE id = ? AND state = 'pending' AND owed_debts + excuse_debts > 0
            """, [ticket.rawValue])
        guard let debts else { return }
        throw DeskError(
            .ticketDebtOwed, ["ticket": String(ticket.rawValue), "debts": String(debts)])
    }

    /// No ticket sleeps past the time for an answer that it owes (helpdesk section 5.1).
    private func checkSleep(of ticket: TicketID) throws {
        let lead = PlatformClock.margin + TicketRules.snoozeLead
        let due = try db.number(
            """
            SELECT min(debt.platform_due) FROM ticket JOIN debt ON debt.ticket = ticket.id
            WHERE ticket.id = ? AND ticket.state = 'snoozed'
                AND debt.state IN ('owed', 'excuse-pending')
            HAVING min(debt.platform_due) - ? < ticket.wake_at
            """, [ticket.rawValue, lead.wholeMilliseconds])
        guard let due else { return }
        throw DeskError(
            .snoozeTooLong, ["latest": (Timestamp(milliseconds: due) - lead).iso8601])
    }

    /// No ticket rests while an answer is owed (helpdesk section 2, I3) or a case waits.
    private func checkRest(of ticket: TicketID) throws {
        let debts = try db.number(
            """
            SELECT owed_debts + excuse_debts FROM ticket
            WHERE id = ? AND is_live = 0 AND owed_debts + excuse_debts > 0
            """, [ticket.rawValue])
        if let debts {
            throw DeskError(
                .ticketDebtOwed, ["ticket": String(ticket.rawValue), "debts": String(debts)])
        }
        try checkSleep(of: ticket)
        try checkWait(of: ticket)
        let cases = try db.number(
            "SELECT open_cases FROM ticket WHERE id = ? AND is_live = 0 AND open_cases > 0",
            [ticket.rawValue])
        guard let cases else { return }
        throw DeskError(
            .ticketCaseOpen, ["ticket": String(ticket.rawValue), "cases": String(cases)])
    }
}

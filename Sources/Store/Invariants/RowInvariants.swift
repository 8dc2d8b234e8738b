import GRDB
import HelpDesk
import SwiftExtensions

/// Rules that the rows alone can break.
struct RowInvariants {
    let db: Database
    let key: ContentKey
    let files: ContentFiles
    let now: Timestamp
    /// People who may read and answer, whatever their stores.
    let answering: [PersonID]

    /// How long before its deadline an owed debt must have told somebody.
    private static let warned = Duration.hours(6)

    /// How long before its deadline a ticket that sleeps must wake, in milliseconds.
    private static let wakes = (PlatformClock.margin + TicketRules.snoozeLead).wholeMilliseconds

    func oneDebtEach() throws -> InvariantResult {
        try offenders(
            .oneDebtEach,
            """
            SELECT 'message ' || message.id || ' has ' || count(debt.id) || ' debts'
            FROM message LEFT JOIN debt ON debt.message = message.id
            WHERE message.kind IN ('buyer', 'courtesy', 'unparsed') AND message.direction = 'inbound'
            GROUP BY message.id HAVING count(debt.id) <> 1
            """)
    }

    func restOwesNothing() throws -> InvariantResult {
        try offenders(
            .restOwesNothing,
            """
            SELECT 'ticket ' || ticket.id || ' is ' || ticket.state || ' with debt ' || debt.id
            FROM ticket JOIN debt ON debt.ticket = ticket.id
            WHERE debt.state IN ('owed', 'excuse-pending')
            AND (ticket.state IN ('pending', 'resolved', 'closed') OR (
                ticket.state = 'snoozed' AND ticket.wake_at > debt.platform_due - \(Self.wakes)))
            ORDER BY ticket.id
            """)
    }

    /// A pane shows what is in its viewer's scope, so a store that nobody has is seen by nobody.
    func seenDebts() throws -> InvariantResult {
        try offenders(
            .seenDebts,
            """
            SELECT 'store ' || debt.store || ' owes ' || count(*) || ' with nobody to see it'
            FROM debt WHERE debt.state = 'owed' AND NOT \(isStaffed)
            AND NOT \(Self.isOrphaned) GROUP BY debt.store
            """)
    }

    /// A reply ends the clocks of its own thread only: of the buyer and the order that it went to.
    func repliesInThread() throws -> [String] {
        var found: [String] = []
        let answered = try db.all(
            """
            SELECT debt.id, debt.message, debt.ticket, debt.outbox FROM debt
            JOIN outbox ON outbox.id = debt.outbox
            WHERE debt.state IN ('answer-pending', 'answered')
            AND (debt.ticket IN (SELECT survivor FROM ticket_merge)
                OR debt.ticket IN (SELECT ticket FROM ticket_named_order)
                OR debt.ticket <> outbox.ticket)
            ORDER BY debt.id
            """
        ) { fields -> (DebtID, MessageID, TicketID, OutboxID) in
            (try fields.id(), try fields.id(), try fields.id(), try fields.id())
        }
        for (debt, message, ticket, item) in answered {
            guard let content = try reader.outboxContent(item) else { continue }
            let threads = try ThreadMarks(reader, ticket)
            if try threads.mark(of: message).isApart(from: threads.mark(of: content)) {
                found.append(
                    "debt \(debt.rawValue) ended by reply \(item.rawValue) of another thread")
            }
        }
        return found
    }

    func oneReplyEach() throws -> InvariantResult {
        try offenders(
            .oneReplyEach,
            """
            SELECT 'ticket ' || ticket || ' has ' || count(*) || ' replies as of item ' || basis
            FROM outbox WHERE state IN ('sending', 'accepted', 'unknown', 'confirmed')
            GROUP BY ticket, basis
            HAVING count(*) - sum(coalesce(
                lint_override LIKE '%"\(LintOverride.staleBasisRule)"%', 0)) > 1
            """)
    }

    /// What routing and people pick from is everything that nobody owns, however old.
    func ageless() throws -> InvariantResult {
        var result = InvariantResult(.ageless)
        let listed = try Set(list(.unassigned).map(\.rawValue))
        try db.each("SELECT id FROM ticket WHERE is_live = 1 AND owner IS NULL") { fields in
            let id = try fields.number()
            if !listed.contains(id) { result.add("ticket \(id) is in no list of the unowned") }
        }
        let total = try reader.ticketTotal(query(.unassigned))
        if total != listed.count {
            result.add("the unowned are counted as \(total) where \(listed.count) are listed")
        }
        return result
    }

    func heardWarnings() throws -> InvariantResult {
        try offenders(
            .heardWarnings,
            """
            SELECT 'debt ' || debt.id || ' warns nobody' FROM debt
            JOIN ticket ON ticket.id = debt.ticket
            LEFT JOIN person AS owner ON owner.id = ticket.owner AND owner.is_active = 1
            WHERE debt.state = 'owed' AND debt.platform_due <= \((now + Self.warned).milliseconds)
            AND owner.id IS NULL AND NOT \(isStaffed) AND NOT \(Self.isOrphaned)
            ORDER BY debt.id
            """)
    }

    /// The lists' order and lateness beside those of the domain's own functions.
    func oneReckoning() throws -> InvariantResult {
        var result = InvariantResult(.oneReckoning)
        var late: Set<Int64> = []
        var due: [Int64: Timestamp] = [:]
        let waiting = try db.numbers(
            "SELECT id FROM debt WHERE state IN ('owed', 'excuse-pending')")
        for debt in try waiting.compactMap({ try reader.debt(DebtID($0)) }) {
            let ticket = debt.ticket.rawValue
            if debt.state == .owed {
                due[ticket] = min(due[ticket] ?? debt.platformDue, debt.platformDue)
            }
            if debt.isLate(at: now) { late.insert(ticket) }
        }
        late.formUnion(try ticketsOfLateCases())
        try db.each("SELECT id, next_due FROM ticket WHERE next_due IS NOT NULL") { fields in
            let (id, shown) = (try fields.number(), try fields.time())
            let reckoned = due.removeValue(forKey: id)
            if reckoned != shown {
                result.add(
                    "ticket \(id) shows \(shown.iso8601), reckoned "
                        + (reckoned?.iso8601 ?? "nothing owed"))
            }
        }
        for id in due.keys.sorted() { result.add("ticket \(id) shows nothing owed") }
        let listed = try Set(list(.late).map(\.rawValue))
        for id in listed.symmetricDifference(late).sorted() {
            result.add("ticket \(id) is \(late.contains(id) ? "late and not listed" : "not late")")
        }
        return result
    }

    /// A case that nobody dealt with in time makes its ticket late like a debt.
    private func ticketsOfLateCases() throws -> [Int64] {
        let open = try db.numbers(
            "SELECT id FROM desk_case WHERE state = 'open' AND ticket IS NOT NULL")
        return try open.compactMap { try reader.deskCase(CaseID($0)) }
            .filter { $0.isLate(at: now) }.compactMap { $0.ticket?.rawValue }
    }

    /// Somebody active who may answer has the debt's store.
    private var isStaffed: String {
        let people = answering.map { String($0.rawValue) }.joined(separator: ", ")
        return """
            EXISTS (SELECT 1 FROM person WHERE is_active = 1 AND id IN (\(people))
                AND (sees_all_stores = 1 OR EXISTS (
                    SELECT 1 FROM person_store
                    WHERE person_store.person = person.id AND store = debt.store)))
            """
    }

    private static let isOrphaned = """
        EXISTS (SELECT 1 FROM alarm WHERE settled_at IS NULL AND kind = 'orphan'
            AND store = debt.store)
        """

    private var reader: ReadTransaction { ReadTransaction(db, key: key, files: files) }

    private func query(_ queue: QueueKind) -> TicketQuery {
        TicketQuery(queue: queue, scope: .all, person: PersonID(0), now: now)
    }

    private func list(_ queue: QueueKind) throws -> [TicketID] {
        let query = query(queue)
        var found: [TicketID] = []
        while true {
            let page = try reader.ticketIdentifiers(query, offset: found.count, limit: 5_000)
            found += page
            if page.count < 5_000 { return found }
        }
    }

    private func offenders(_ invariant: Invariant, _ sql: String) throws -> InvariantResult {
        var result = InvariantResult(invariant)
        try db.each(sql) { result.add(try $0.text()) }
        return result
    }
}

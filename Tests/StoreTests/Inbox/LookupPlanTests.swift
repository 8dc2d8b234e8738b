import EventSamples
import GRDB
import HelpDesk
import SwiftExtensions
import Testing

@testable import Store

/// Every lookup of the desk's daily work goes along an index, however many rows there are.
@Suite struct LookupPlanTests {
    private static let now = SampleEvents.time

    private static let lookups: [@Sendable (ReadTransaction) throws -> Void] = [
        { _ = try $0.ticketRow(TicketID(1)) },
        { _ = try $0.ticketByThreadKey(store: Desk.us, key: "thread") },
        { _ = try $0.tickets(buyer: BuyerID(1)) },
        { _ = try $0.tickets(order: "305-7714402-1187543") },
        { _ = try $0.reviewsDue(now: now, limit: 9) },
        { _ = try $0.nextReview() },
        { _ = try $0.messages(of: TicketID(1)) },
        { _ = try $0.items(of: TicketID(1), after: .zero) },
        { _ = try $0.attachments(of: MessageID(1)) },
        { _ = try $0.messageByInternetID("<a@mail.example>") },
        { _ = try $0.debts(of: TicketID(1)) },
        { _ = try $0.debt(ofMessage: MessageID(1)) },
        { _ = try $0.owedDebts(of: TicketID(1)) },
        { _ = try $0.answerPendingDebts(outbox: OutboxID(1)) },
        { _ = try $0.debts(in: .excusePending, limit: 9) },
        { _ = try $0.rawMails(outcome: .unparsed, limit: 9) },
        { _ = try $0.rawMailsToSettle(limit: 9) },
        { _ = try $0.settledMail(store: Desk.us, dedupeKey: digest("key")) },
        { _ = try $0.isKnownRaw(mailbox: "desk", origin: "uid 17:4021") },
        { _ = try $0.buyer(store: Desk.us, aliasDigest: "x") },
        { _ = try $0.order("305-7714402-1187543", store: nil) },
        { _ = try $0.orders(scope: .all, limit: 9) },
        { _ = try $0.orders(scope: .all, store: Desk.us, limit: 9) },
        { _ = try $0.outbox(states: [.held, .unknown], scope: .all) },
        { _ = try $0.outbox(of: TicketID(1)) },
        { _ = try $0.outboxDue(now: now, limit: 9) },
        { _ = try $0.nextOutboxRelease() },
        { _ = try $0.outboxByIdempotencyKey("key") },
        { _ = try $0.outboxByInternetID("<out@seller.example>") },
        { _ = try $0.outboxAcceptedBefore(now) },
        { _ = try $0.oldestUnprovenAcceptance() },
        { _ = try $0.draft(ticket: TicketID(1), person: Desk.ann) },
        { _ = try $0.drafts(of: Desk.ann) },
        { _ = try $0.jobsDue(now: now, limit: 9) },
        { _ = try $0.nextJobRun() },
        { _ = try $0.jobsDue(kinds: ["hold-review"], now: now, limit: 9) },
        { _ = try $0.jobsDue(kind: "order-refresh", of: Desk.us, now: now, limit: 9) },
        { _ = try $0.jobsDue(kind: "order-refresh", ofNone: [Desk.us], now: now, limit: 9) },
        { _ = try $0.nextJobRun(kinds: ["hold-review"]) },
        { _ = try $0.outboxDue(stores: [Desk.us], now: now, limit: 9) },
        { _ = try $0.nextOutboxRelease(stores: [Desk.us]) },
        { _ = try $0.unfinishedJob(kind: "order-refresh", key: "1") },
        { _ = try $0.events(of: TicketID(1)) },
        { _ = try $0.keepingEvents(of: "hallo.de") },
        { _ = try $0.events(after: .zero, limit: 1) },
        { _ = try $0.counts(scope: .all, person: Desk.ann, now: now) },
    ]

    /// The tables that grow with the desk's work.
    private static let growing = [
        "ticket", "message", "message_content", "attachment", "debt", "outbox", "raw_mail", "job",
        "event", "sales_order", "order_item", "order_package", "buyer", "draft",
    ]

    /// The list of all orders is a page of a walk in the index's own order.
    private static let orderedWalk = "SCAN sales_order USING INDEX sales_order_created"

    @Test func noLookupWalksAWholeTable() throws {
        let desk = try Desk()
        for event in SampleEvents.all { try desk.record(event) }
        for (number, lookup) in Self.lookups.enumerated() {
            let plans = try Self.plans(of: lookup, in: desk.database)
            #expect(!plans.isEmpty, "lookup \(number)")
            let walks = plans.filter { line in
                Self.growing.contains { line == "SCAN \($0)" || line.hasPrefix("SCAN \($0) USING") }
                    && !line.contains("COVERING INDEX") && line != Self.orderedWalk
            }
            #expect(walks == [], "lookup \(number): \(plans)")
        }
    }

    /// Plans of all statements that a lookup runs, as SQLite reports them.
    private static func plans(
        of lookup: @Sendable (ReadTransaction) throws -> Void, in database: DeskDatabase
    ) throws -> [String] {
        try database.writer.writeWithoutTransaction { db in
            var statements: [String] = []
            db.trace { event in
                if case .statement(let statement) = event { statements.append(statement.sql) }
            }
            defer { db.trace(options: []) }
            try lookup(ReadTransaction(db, key: .forTests))
            db.trace(options: [])
            return try statements.flatMap { sql in
                let statement = try db.makeStatement(sql: "EXPLAIN QUERY PLAN \(sql)")
                statement.setUncheckedArguments(
                    StatementArguments(Array(repeating: DatabaseValue.null, count: 99)))
                return try String.fetchAll(statement, adapter: SuffixRowAdapter(fromIndex: 3))
            }
        }
    }
}

import HelpDesk
import Store
import SwiftExtensions
import Testing

@Suite struct ConstraintTests {
    let desk: Desk

    init() throws {
        desk = try Desk()
    }

    private func raw(_ id: Int64, _ origin: String) -> DeskEvent {
        .rawMailStored(
            RawMail(
                id: RawMailID(id), mailbox: "desk", origin: origin, digest: digest(origin),
                byteCount: 1, fetchedAt: desk.now))
    }

    private func settle(_ id: Int64, _ outcome: IntakeOutcome, store: StoreID?, key: String)
        -> DeskEvent
    {
        .rawMailSettled(
            RawMailSettlement(
                rawMail: RawMailID(id), outcome: outcome, store: store, dedupeKey: key))
    }

    @Test func oneMailOfAMailboxIsStoredOnce() throws {
        try desk.record(raw(1, "uid 1:1"))
        #expect(throws: StoreConflict(constraint: "raw_mail.mailbox, raw_mail.origin")) {
            try desk.record(raw(2, "uid 1:1"))
        }
    }

    @Test func oneMessageOfAStoreHasAKey() throws {
        try desk.record(raw(1, "a"), raw(2, "b"), raw(3, "c"), raw(4, "d"))
        try desk.record(settle(1, .message, store: Desk.us, key: "k"))
        try desk.record(settle(2, .duplicate, store: Desk.us, key: "k"))
        try desk.record(settle(3, .message, store: Desk.eu, key: "k"))
        #expect(throws: StoreConflict(constraint: "raw_mail_dedupe")) {
            try desk.record(settle(4, .message, store: Desk.us, key: "k"))
        }
    }

    @Test func mailsOfNoStoreShareTheirKeysToo() throws {
        try desk.record(raw(1, "a"), raw(2, "b"))
        try desk.record(settle(1, .message, store: nil, key: "k"))
        #expect(throws: StoreConflict.self) {
            try desk.record(settle(2, .message, store: nil, key: "k"))
        }
    }

    @Test(arguments: [
        OutboxState.held, .queued, .sending, .accepted, .unknown, .confirmed,
    ])
    func aReplyThatMayLeaveHasItsKeyAlone(_ state: OutboxState) throws {
        let ticket = try desk.ticket()
        try desk.reply(ticket, state: state, key: "same")
        #expect(throws: StoreConflict(constraint: "outbox.idempotency_key")) {
            try desk.reply(ticket, key: "same")
        }
    }

    @Test(arguments: [OutboxState.failed, .bounced, .withdrawn])
    func aReplyThatCannotLeaveFreesItsKey(_ state: OutboxState) throws {
        let ticket = try desk.ticket()
        try desk.reply(ticket, state: state, key: "same")
        try desk.reply(ticket, key: "same")
        #expect(try desk.read { try $0.outboxByIdempotencyKey("same") }?.id == OutboxID(2))
    }

    @Test func aReplyMayNotReturnToAKeyThatIsTaken() throws {
        let ticket = try desk.ticket()
        let failed = try desk.reply(ticket, state: .failed, key: "same")
        try desk.reply(ticket, key: "same")
        #expect(throws: StoreConflict.self) {
            try desk.record(
                .outboxMoved(
                    OutboxMove(item: failed, from: .failed, to: .queued, at: desk.now)))
        }
    }

    @Test func oneUnfinishedJobHasAKey() throws {
        func job(_ id: Int64) -> DeskEvent {
            .jobAdded(
                JobRecord(
                    id: JobID(id), kind: "order-refresh", key: "k", payload: "{}",
                    runAt: desk.now))
        }
        try desk.record(job(1))
        #expect(throws: StoreConflict(constraint: "job.kind, job.key")) { try desk.record(job(2)) }
        try desk.record(
            .jobMoved(JobMove(job: JobID(1), to: .done, runAt: desk.now, attempts: 1)))
        try desk.record(job(2))
        #expect(try desk.read { try $0.jobsDue(now: desk.now, limit: 9) }.map(\.id) == [JobID(2)])
    }

    @Test func aMessageHasOneDebt() throws {
        let ticket = try desk.ticket()
        let (message, _) = try desk.buyerMessage(ticket)
        #expect(throws: StoreConflict(constraint: "debt.message")) {
            try desk.record(
                .debtCreated(
                    Debt(
                        id: DebtID(9), message: message, ticket: ticket, store: Desk.us,
                        start: desk.now, platformDue: desk.now)))
        }
    }

    @Test func rowsNeedTheirParents() throws {
        #expect(throws: (any Error).self) { try desk.ticket(store: "nobody") }
        #expect(throws: (any Error).self) { try desk.reply(TicketID(99)) }
        #expect(throws: (any Error).self) { try desk.buyerMessage(TicketID(99)) }
    }

    @Test func theSecondOfTwoClaimsIsRefused() throws {
        let ticket = try desk.ticket()
        func claim(_ person: PersonID) -> DeskEvent {
            .ticketAssigned(TicketAssignment(ticket: ticket, from: nil, to: person, cause: .claim))
        }
        try desk.record(claim(Desk.ann))
        let error = #expect(throws: DeskError.self) { try desk.record(claim(Desk.bo)) }
        #expect(error?.code == .ticketTaken)
    }

    @Test func aDigestOfTheWrongLengthIsRefused() throws {
        #expect(throws: (any Error).self) {
            try desk.record(
                .rawMailStored(
                    RawMail(
                        id: RawMailID(1), mailbox: "desk", origin: "x", digest: "abc",
                        byteCount: 1, fetchedAt: desk.now)))
        }
    }

    @Test func aSwallowedFailureStillFailsTheTransaction() throws {
        let ticket = try desk.ticket()
        let before = try desk.read { try $0.lastSequence() }
        #expect(throws: DeskError.self) {
            try desk.write { transaction in
                try transaction.record(.ticketOrderLinked(ticket, "1"))
                _ = try? transaction.record(.ticketOrderLinked(TicketID(99), "1"))
            }
        }
        #expect(try desk.read { try $0.lastSequence() } == before)
        #expect(try desk.read { try $0.ticket(ticket) }?.order == nil)
    }

    @Test func numbersAreGivenOnceWithinATransaction() throws {
        let numbers = try desk.write { db in
            [try db.nextTicketID(), try db.nextTicketID(), try db.nextTicketID()]
        }
        #expect(numbers.map(\.rawValue) == [1, 2, 3])
        #expect(try desk.write { try $0.nextTicketID() } == TicketID(1))
    }
}

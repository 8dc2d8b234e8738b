import HelpDesk
import SwiftExtensions
import Testing

@Suite struct TicketRulesTests {
    static let now = DebtRulesTests.start

    static func ticket(
        _ state: TicketState, order: OrderID? = nil, owner: PersonID? = nil,
        resolvedAt: Timestamp? = nil, reviewAt: Timestamp? = nil,
        lastActivityAt: Timestamp = now
    ) -> Ticket {
        Ticket(
            id: TicketID(1), store: "nova-eu", marketplace: "DE", buyer: BuyerID(1), order: order,
            state: state, owner: owner, language: "de", category: .other, openedAt: now,
            lastActivityAt: lastActivityAt, reviewAt: reviewAt, resolvedAt: resolvedAt)
    }

    static func caller(_ role: Role) -> Principal {
        Principal(
            person: PersonID(1), unixUser: "ana", displayName: "Ana", role: role, scope: .all)
    }

    @Test(
        "A buyer's message by state (helpdesk 5.3)",
        arguments: [
            (TicketState.new, nil, false), (.open, nil, false), (.pending, .open, false),
            (.hold, .open, false), (.snoozed, .open, false), (.resolved, .open, true),
            (.closed, .open, true),
        ] as [(TicketState, TicketState?, Bool)])
    func buyerMessage(state: TicketState, to: TicketState?, startsCycle: Bool) {
        let change = TicketRules.buyerMessage(on: Self.ticket(state), isCourtesy: false)
        #expect(change?.to == to)
        #expect(change?.startsCycle ?? false == startsCycle)
    }

    @Test func thanksReopenButStartNoCycle() {
        let change = TicketRules.buyerMessage(on: Self.ticket(.resolved), isCourtesy: true)
        #expect(change?.to == .open)
        #expect(change?.startsCycle == false)
    }

    @Test func anotherOrderOrALongRestMakesAFollowUp() {
        let now = Self.now
        let old = Self.ticket(.resolved, resolvedAt: now - .days(31))
        #expect(TicketRules.needsFollowUp(old, order: nil, at: now))
        let recent = Self.ticket(.resolved, resolvedAt: now - .days(30))
        #expect(!TicketRules.needsFollowUp(recent, order: nil, at: now))
        let other = Self.ticket(.open, order: "305-1111111-1111111")
        #expect(TicketRules.needsFollowUp(other, order: "305-2222222-2222222", at: now))
        #expect(!TicketRules.needsFollowUp(other, order: nil, at: now))
        #expect(!TicketRules.needsFollowUp(Self.ticket(.open), order: "305-1-1", at: now))
    }

    @Test(
        "The state a reply leaves behind",
        arguments: [
            (TicketState.new, TicketState.pending, true, TicketState.pending),
            (.open, .resolved, true, .resolved), (.open, .resolved, false, nil),
            (.new, .pending, false, .open), (.hold, .hold, true, nil), (.open, .hold, true, nil),
            (.pending, .pending, true, nil), (.resolved, .open, true, .open),
        ] as [(TicketState, TicketState, Bool, TicketState?)])
    func replyAccepted(
        state: TicketState, wanted: TicketState, isSettled: Bool, to: TicketState?
    ) {
        let change = TicketRules.replyAccepted(
            on: Self.ticket(state), wanted: wanted, isSettled: isSettled)
        #expect(change?.to == to)
    }

    @Test(arguments: [
        (Duration.seconds(1), "carrier", true), (.days(7), "carrier", true),
        (.days(7) + .milliseconds(1), "carrier", false), (.zero, "carrier", false),
        (.hours(1), "  ", false),
    ])
    func hold(ahead: Duration, reason: String, isAllowed: Bool) {
        let change = try? TicketRules.hold(
            Self.ticket(.open), reason: reason, reviewAt: Self.now + ahead, at: Self.now)
        #expect((change != nil) == isAllowed)
    }

    @Test(arguments: [
        (DebtState.owed, false), (.excusePending, false), (.answerPending, true),
        (.answered, true), (.excused, true), (.void, true),
    ])
    func resolveNeedsNoDebt(state: DebtState, isAllowed: Bool) {
        let debts = [DebtRulesTests.debt(state: state)]
        let change = try? TicketRules.resolve(Self.ticket(.open), debts: debts)
        #expect((change != nil) == isAllowed)
    }

    @Test func anArchivedTicketComesBackByASupervisorOnly() {
        let closed = Self.ticket(.closed)
        #expect(throws: DeskError.self) { try TicketRules.reopen(closed, by: Self.caller(.agent)) }
        #expect((try? TicketRules.reopen(closed, by: Self.caller(.supervisor)))?.to == .open)
        #expect(throws: DeskError.self) {
            try TicketRules.reopen(Self.ticket(.open), by: Self.caller(.admin))
        }
    }

    @Test func sweepsWaitForTheirInstant() {
        let now = Self.now
        let held = Self.ticket(.hold, reviewAt: now)
        #expect(TicketRules.reviewDue(held, at: now - .milliseconds(1)) == nil)
        #expect(TicketRules.reviewDue(held, at: now)?.to == .open)
        let silent = Self.ticket(.pending, lastActivityAt: now - .days(7))
        #expect(TicketRules.silence(silent, debts: [], at: now)?.to == .resolved)
        #expect(TicketRules.silence(silent, debts: [DebtRulesTests.debt()], at: now) == nil)
        let waiting = Self.ticket(.hold, lastActivityAt: now - .days(8))
        #expect(TicketRules.silence(waiting, debts: [], at: now) == nil)
        let done = Self.ticket(.resolved, resolvedAt: now - .days(14))
        #expect(TicketRules.archive(done, at: now)?.to == .closed)
        #expect(TicketRules.archive(done, at: now - .seconds(1)) == nil)
    }
}

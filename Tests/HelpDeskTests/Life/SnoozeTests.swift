import HelpDesk
import SwiftExtensions
import Testing

@Suite struct SnoozeTests {
    static let now = DebtRulesTests.start

    static func debt(due: Timestamp, _ state: DebtState = .owed, id: Int64 = 1) -> Debt {
        Debt(
            id: DebtID(id), message: MessageID(id), ticket: TicketID(1), store: "nova-eu",
            start: due - .hours(24), platformDue: due, state: state)
    }

    @Test("A snooze ends an hour before the answer should leave", arguments: [0, 1] as [Int64])
    func boundary(extra: Int64) throws {
        let due = Self.now + .hours(10)
        let latest = due - .minutes(30) - .minutes(60)
        let ticket = TicketRulesTests.ticket(.open)
        let wake = latest + .seconds(extra)
        if extra == 0 {
            let change = try TicketRules.snooze(
                ticket, until: wake, debts: [Self.debt(due: due)], at: Self.now)
            #expect(change.to == .snoozed)
            #expect(change.wakeAt == latest)
        } else {
            #expect(throws: DeskError(.snoozeTooLong, ["latest": latest.iso8601])) {
                try TicketRules.snooze(
                    ticket, until: wake, debts: [Self.debt(due: due)], at: Self.now)
            }
        }
    }

    @Test func theEarliestDebtCountsAndAnUnconfirmedExcuseIsOne() throws {
        let early = Self.debt(due: Self.now + .hours(5), .excusePending)
        let late = Self.debt(due: Self.now + .hours(20), id: 2)
        #expect(
            TicketRules.latestWake(debts: [late, early], at: Self.now)
                == Self.now + .minutes(5 * 60 - 90))
        let answered = Self.debt(due: Self.now + .hours(5), .answered)
        #expect(
            TicketRules.latestWake(debts: [answered], at: Self.now)
                == Self.now + TicketRules.longestSnooze)
    }

    @Test func nothingIsParkedWhenTheAnswerIsNearlyDue() {
        let due = Self.now + .minutes(90)
        #expect(throws: DeskError(.snoozeNoRoom, ["due": due.iso8601])) {
            try TicketRules.snooze(
                TicketRulesTests.ticket(.open), until: Self.now + .minutes(1),
                debts: [Self.debt(due: due)], at: Self.now)
        }
    }

    @Test(arguments: [TicketState.resolved, .closed])
    func whatIsDoneIsReopenedFirst(state: TicketState) {
        #expect(throws: DeskError.self) {
            try TicketRules.snooze(
                TicketRulesTests.ticket(state), until: Self.now + .hours(1), debts: [],
                at: Self.now)
        }
    }

    @Test func aSnoozedTicketWakesOnceAndOnTime() {
        var ticket = TicketRulesTests.ticket(.snoozed)
        ticket.wakeAt = Self.now
        #expect(TicketRules.wake(ticket, at: Self.now - .milliseconds(1)) == nil)
        #expect(TicketRules.wake(ticket, at: Self.now + .days(3))?.to == .open)
        #expect(TicketRules.wake(TicketRulesTests.ticket(.open), at: Self.now) == nil)
    }

    @Test func aBuyersMessageRemembersWhatItInterrupts() {
        var ticket = TicketRulesTests.ticket(.hold, reviewAt: Self.now + .days(2))
        ticket.holdReason = "carrier"
        let change = TicketRules.buyerMessage(on: ticket, isCourtesy: false)
        #expect(
            change?.suspends
                == Suspension(state: .hold, reason: "carrier", until: Self.now + .days(2)))
        var snoozed = TicketRulesTests.ticket(.snoozed)
        snoozed.wakeAt = Self.now + .days(1)
        #expect(
            TicketRules.buyerMessage(on: snoozed, isCourtesy: true)?.suspends?.state == .snoozed)
        #expect(
            TicketRules.buyerMessage(on: TicketRulesTests.ticket(.pending), isCourtesy: false)?
                .suspends == nil)
    }

    @Test func whatWasInterruptedComesBackUnlessItsTimeIsOver() throws {
        let ticket = TicketRulesTests.ticket(.pending)
        let hold = Suspension(state: .hold, reason: "carrier", until: Self.now + .days(2))
        let change = try TicketRules.restore(ticket, hold, debts: [], at: Self.now)
        #expect(change.to == .hold)
        #expect(change.holdReason == "carrier")
        #expect(change.reviewAt == Self.now + .days(2))
        let snooze = Suspension(state: .snoozed, reason: nil, until: Self.now + .days(1))
        #expect(
            try TicketRules.restore(ticket, snooze, debts: [], at: Self.now).wakeAt
                == Self.now + .days(1))
        #expect(throws: DeskError.self) {
            try TicketRules.restore(ticket, snooze, debts: [], at: Self.now + .days(1))
        }
        #expect(throws: DeskError.self) {
            try TicketRules.restore(ticket, nil, debts: [], at: Self.now)
        }
    }

    @Test func silenceWaitsForCasesOfTheOrderAndForNotes() {
        let ticket = TicketRulesTests.ticket(.pending)
        let later = Self.now + .days(8)
        let item = DeskCase(
            id: CaseID(1), kind: "return-request", store: "nova-eu", ticket: TicketID(2),
            order: nil, openedAt: Self.now, reviewDue: later)
        #expect(TicketRules.silence(ticket, debts: [], at: later)?.to == .resolved)
        #expect(TicketRules.silence(ticket, debts: [], cases: [item], at: later) == nil)
        #expect(TicketRules.silence(ticket, debts: [], hasDueNote: true, at: later) == nil)
    }
}

import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

@Suite struct CaseTests {
    @Test func aClaimHasAReviewClockAndNoDebt() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        _ = try await world.answer(on: ticket)
        let time = world.clock.now - .minutes(5)
        try await world.receive(RelayMails().claim(at: time))
        let item = try #require(try await world.cases(ticket).first)
        #expect(item.kind == "a-to-z-claim")
        #expect(item.state == .open)
        // The mail says "within 3 calendar days".
        #expect(item.reviewDue == time.wholeSeconds + .days(3))
        #expect(item.isDeadlineNamed)
        #expect(item.isProminent)
        #expect(item.order == "305-7683573-2694036")
        #expect(try await world.debts(ticket).count == 1)
        let stored = try await world.ticket(ticket)
        #expect(stored.state == .open)
        #expect(stored.clockDue == item.reviewDue)
        try await world.checkRecord()
    }

    @Test func aNoticeThatNamesNoDeadlineHasTheTablesClock() async throws {
        let world = try await World.make()
        let time = world.clock.now
        try await world.receive(RelayMails().notice("RETURN_REQUEST", at: time))
        let ticket = try #require(try await world.tickets().first)
        let item = try #require(try await world.cases(ticket.id).first)
        #expect(item.kind == "return-request")
        #expect(item.reviewDue == time.wholeSeconds + .hours(24))
        #expect(!item.isDeadlineNamed)
        #expect(!item.isProminent)
    }

    @Test func aListIsSortedByTheEarliestClockOfAnyKind() async throws {
        let world = try await World.make()
        let owed = try await world.question(at: world.clock.now - .hours(1))  // due in 23 hours
        let other = RelayMails(alias: "bbb222bbb222bb", order: "305-1111111-2222222")
        try await world.receive(other.notice("BRC_SELLER_NOTIFICATION", at: world.clock.now))
        let third = RelayMails(alias: "ccc333ccc333cc", order: "305-3333333-2222222")
        try await world.receive(third.claim(at: world.clock.now))
        let rows = try await world.desk.perform(ListTickets(queue: .all), as: world.ana).rows
        #expect(
            rows.map { $0.nextCase?.kind.rawValue } == [
                "cancellation-request", nil, "a-to-z-claim",
            ]
        )
        #expect(rows[1].id == owed)
        let cases = try await world.desk.perform(ListTickets(queue: .cases), as: world.ana)
        #expect(cases.total == 2)
        #expect(cases.counts.cases == 2)
        #expect(cases.counts.owed == 1)
        #expect(cases.counts.late == 0)
        try await world.pass(.hours(13))
        let late = try await world.desk.perform(ListTickets(queue: .late), as: world.ana)
        #expect(late.rows.map { $0.nextCase?.kind.rawValue } == ["cancellation-request"])
        #expect(late.total == 1)
    }

    @Test func aPersonHandlesACaseAndTheClosingNoticeEndsIt() async throws {
        let world = try await World.make()
        try await world.receive(RelayMails().claim(at: world.clock.now))
        let ticket = try #require(try await world.tickets().first).id
        let item = try #require(try await world.cases(ticket).first)
        #expect(
            await code {
                _ = try await world.desk.perform(ResolveTicket(ticket: ticket), as: world.ana)
            } == .ticketCaseOpen)
        let row = try await world.desk.perform(
            HandleCase(item: item.id, act: .handled, reason: "answered the claim"), as: world.ana)
        #expect(row.nextCase == nil)
        #expect(row.ticket.clockDue == nil)
        #expect(try await world.cases(ticket).map(\.state) == [.answered])
        _ = try await world.desk.perform(ResolveTicket(ticket: ticket), as: world.ana)
        world.clock.advance(by: .hours(1))
        try await world.receive(
            RelayMails().notice("A_Z_CLAIM_RESPONDENT_CLOSE", at: world.clock.now))
        let cases = try await world.cases(ticket)
        #expect(cases.map(\.state) == [.closed, .closed])
        #expect(cases.map(\.kind) == ["a-to-z-claim", "a-to-z-closed"])
        #expect(try await world.ticket(ticket).state == .resolved)
        try await world.checkRecord()
    }

    @Test func aClosingNoticeEndsAnOpenClaim() async throws {
        let world = try await World.make()
        try await world.receive(RelayMails().claim(at: world.clock.now))
        let ticket = try #require(try await world.tickets().first).id
        try await world.receive(
            RelayMails().notice("A_Z_CLAIM_RESPONDENT_CLOSE", at: world.clock.now))
        #expect(try await world.cases(ticket).first?.state == .closed)
        #expect(try await world.ticket(ticket).clockDue == nil)
    }

    /// Whoever knows an order's number can write such a mail; the claim's clock must not end for it.
    @Test(arguments: [nil, "mx.desk.example; spf=softfail; dkim=none; dmarc=none"])
    func aClosingNoticeThatNothingProvesEndsNothing(results: String?) async throws {
        let world = try await World.make()
        try await world.receive(RelayMails().claim(at: world.clock.now))
        let ticket = try #require(try await world.tickets().first).id
        try await world.receive(
            RelayMails().notice(
                "A_Z_CLAIM_RESPONDENT_CLOSE", at: world.clock.now, results: results))
        #expect(try await world.cases(ticket).map(\.state) == [.open])
        let held = try await world.desk.perform(ListQuarantine(), as: world.sue).mails
        #expect(held.map(\.reasons) == [["unproven-notice"]])
        // A person who looked into Seller Central knows better.
        let mail = try #require(held.first).id
        _ = try await world.desk.perform(
            ReleaseQuarantine(mail: mail, reason: "seen in Seller Central"), as: world.sue)
        #expect(try await world.cases(ticket).first?.state == .closed)
        try await world.checkRecord()
    }

    /// The claiming buyer knows the order's number, and would like the seller to answer too late.
    @Test func anUnprovenNoticeNeverMovesAClockAway() async throws {
        let world = try await World.make()
        try await world.receive(RelayMails().claim(at: world.clock.now))
        let ticket = try #require(try await world.tickets().first).id
        let due = try #require(try await world.cases(ticket).first?.reviewDue)
        world.clock.advance(by: .minutes(30))
        try await world.receive(
            RelayMails().notice(
                "A_Z_CLAIM_RESPONDENT_NOTIFY", "Please respond within 60 calendar days.",
                at: world.clock.now, results: nil))
        #expect(try await world.cases(ticket).map(\.reviewDue) == [due])
        world.clock.advance(by: .minutes(30))
        try await world.receive(
            RelayMails().notice(
                "A_Z_CLAIM_RESPONDENT_NOTIFY", "Please respond within 1 calendar day.",
                at: world.clock.now, results: nil))
        let nearer = try #require(try await world.cases(ticket).first?.reviewDue)
        #expect(nearer < due)
        world.clock.advance(by: .minutes(30))
        try await world.receive(
            RelayMails().notice(
                "A_Z_CLAIM_RESPONDENT_NOTIFY", "Please respond within 10 calendar days.",
                at: world.clock.now))
        #expect(try #require(try await world.cases(ticket).first?.reviewDue) > due)
        try await world.checkRecord()
    }

    /// A forged first notice with a far date must not outlast the genuine one that names none.
    @Test func aForgedOpeningHidesNoClaim() async throws {
        let world = try await World.make()
        let usual = world.clock.now + .days(3)
        try await world.receive(
            RelayMails().notice(
                "A_Z_CLAIM_RESPONDENT_NOTIFY", "Please respond within 60 calendar days.",
                at: world.clock.now, results: nil))
        let ticket = try #require(try await world.tickets().first).id
        #expect(try #require(try await world.cases(ticket).first?.reviewDue) <= usual)
        world.clock.advance(by: .hours(1))
        try await world.receive(
            RelayMails().notice(
                "A_Z_CLAIM_RESPONDENT_NOTIFY", "A claim was opened.", at: world.clock.now))
        let cases = try await world.cases(ticket)
        #expect(cases.count == 1)
        #expect(try #require(cases.first?.reviewDue) <= usual)
        try await world.checkRecord()
    }

    /// A reminder without a date says nothing of the one that was named.
    @Test func aReminderLeavesANamedDeadline() async throws {
        let world = try await World.make()
        try await world.receive(
            RelayMails().notice(
                "A_Z_CLAIM_RESPONDENT_NOTIFY", "Please respond within 10 calendar days.",
                at: world.clock.now))
        let ticket = try #require(try await world.tickets().first).id
        let due = try await world.cases(ticket).map(\.reviewDue)
        world.clock.advance(by: .hours(20))
        try await world.receive(
            RelayMails().notice(
                "A_Z_CLAIM_RESPONDENT_NOTIFY", "A reminder.", at: world.clock.now))
        #expect(try await world.cases(ticket).map(\.reviewDue) == due)
        try await world.checkRecord()
    }

    @Test func aCaseOpensATicketThatRested() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        _ = try await world.answer(on: ticket, then: .resolved)
        #expect(try await world.ticket(ticket).state == .resolved)
        try await world.receive(RelayMails().notice("RETURN_REQUEST", at: world.clock.now))
        let stored = try await world.ticket(ticket)
        #expect(stored.state == .open)
        #expect(stored.cycle == 1)
        try await world.checkRecord()
    }

    @Test func noSilenceResolvesATicketWhoseCaseWaits() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        try await world.receive(RelayMails().notice("RETURN_REQUEST", at: world.clock.now))
        _ = try await world.answer(on: ticket)
        #expect(try await world.ticket(ticket).state == .pending)
        try await world.pass(.days(8))
        #expect(try await world.ticket(ticket).state == .pending)
        let item = try #require(try await world.cases(ticket).first)
        _ = try await world.desk.perform(
            HandleCase(item: item.id, act: .handled, reason: "label sent"), as: world.ana)
        try await world.pass(.hours(2))
        #expect(try await world.ticket(ticket).state == .resolved)
    }

    @Test func aReplyThatResolvesWaitsForTheCase() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        try await world.receive(RelayMails().notice("RETURN_REQUEST", at: world.clock.now))
        _ = try await world.answer(on: ticket, then: .resolved)
        #expect(try await world.ticket(ticket).state == .pending)
    }

    @Test func aRefundEndsTheReturnAndOpensNothingByItself() async throws {
        let world = try await World.make()
        try await world.receive(RelayMails().notice("REFUND_ISSUED", at: world.clock.now))
        #expect(try await world.tickets().isEmpty)
        let order: OrderID = "305-7683573-2694036"
        let alone = try await world.database.read {
            try $0.cases(order: order, store: World.europe)
        }
        #expect(alone.map(\.kind) == ["refund-issued"])
        #expect(alone.map(\.state) == [.closed])
        try await world.receive(RelayMails().notice("RETURN_REQUEST", at: world.clock.now))
        let ticket = try #require(try await world.tickets().first).id
        world.clock.advance(by: .hours(1))
        try await world.receive(
            RelayMails().notice("REFUND_ISSUED", "10 EUR of 20 EUR", at: world.clock.now))
        let shown = try await world.desk.perform(
            ShowTicket(ticket: ticket, refreshOrder: false), as: world.ana)
        #expect(
            shown.cases.map(\.kind) == ["refund-issued", "return-request", "refund-issued"])
        #expect(shown.cases.allSatisfy { $0.state == .closed })
        try await world.checkRecord()
    }

    @Test func copiesOfANoticeAreOne() async throws {
        let world = try await World.make()
        let time = world.clock.now
        for copy in 0..<3 {
            try await world.receive(RelayMails().notice("RETURN_REQUEST", at: time, copy: copy))
        }
        let ticket = try #require(try await world.tickets().first).id
        #expect(try await world.messages(ticket).count == 1)
        #expect(try await world.cases(ticket).map(\.notices) == [1])
    }

    @Test func aFurtherNoticeGoesOnWithTheCase() async throws {
        let world = try await World.make()
        let first = world.clock.now
        try await world.receive(RelayMails().notice("RETURN_REQUEST", "Label wanted", at: first))
        let ticket = try #require(try await world.tickets().first).id
        world.clock.advance(by: .hours(2))
        try await world.receive(
            RelayMails().notice("RETURN_REQUEST", "Carrier: DHL", at: world.clock.now))
        let item = try #require(try await world.cases(ticket).first)
        #expect(item.notices == 2)
        #expect(item.reviewDue == first.wholeSeconds + .hours(24))
        _ = try await world.desk.perform(
            HandleCase(item: item.id, act: .handled, reason: "label sent"), as: world.ana)
        world.clock.advance(by: .hours(2))
        let again = world.clock.now
        try await world.receive(
            RelayMails().notice("RETURN_REQUEST", "The buyer asks again", at: again))
        let asked = try #require(try await world.cases(ticket).first)
        #expect(asked.state == .open)
        #expect(asked.reviewDue == again.wholeSeconds + .hours(24))
        try await world.checkRecord()
    }

    @Test func aCancelledOrderEndsTheWishToCancelIt() async throws {
        let world = try await World.make()
        let mails = RelayMails(order: "305-1111111-1111111")
        try await world.receive(mails.notice("BRC_SELLER_NOTIFICATION", at: world.clock.now))
        let ticket = try #require(try await world.tickets().first).id
        #expect(try await world.cases(ticket).map(\.isProminent) == [true])
        var order = OrderSyncTests.order(
            "305-1111111-1111111", at: world.clock.now - .minutes(30))
        world.orders.put(order)
        _ = try await world.desk.syncOnce()
        #expect(try await world.cases(ticket).map(\.state) == [.open])
        world.clock.advance(by: .hours(1))
        order.status = .cancelled
        order.updatedAt = world.clock.now - .minutes(10)
        world.orders.put(order)
        _ = try await world.desk.syncOnce()
        #expect(try await world.cases(ticket).map(\.state) == [.closed])
        try await world.checkRecord()
    }

    @Test func nobodyHandlesACaseOutOfScopeOrTwice() async throws {
        let world = try await World.make()
        try await world.receive(RelayMails().claim(at: world.clock.now))
        let ticket = try #require(try await world.tickets().first).id
        let item = try #require(try await world.cases(ticket).first).id
        let call = HandleCase(item: item, act: .handled, reason: "done")
        #expect(
            await code { _ = try await world.desk.perform(call, as: world.mia) } == .caseNotFound)
        let blank = HandleCase(item: item, act: .handled, reason: "  ")
        #expect(
            await code { _ = try await world.desk.perform(blank, as: world.ana) } == .badRequest)
        _ = try await world.desk.perform(call, as: world.ana)
        #expect(
            await code { _ = try await world.desk.perform(call, as: world.ana) }
                == .caseStateRefused)
        let back = HandleCase(item: item, act: .reopened, reason: "was another claim")
        let row = try await world.desk.perform(back, as: world.ana)
        #expect(row.nextCase?.id == item)
    }
}

extension World {
    func cases(_ ticket: TicketID) async throws -> [DeskCase] {
        try await database.read { try $0.cases(of: ticket) }
    }
}

extension Timestamp {
    /// Mails name whole seconds.
    var wholeSeconds: Timestamp { Timestamp(seconds: seconds) }
}

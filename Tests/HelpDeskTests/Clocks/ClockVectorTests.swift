import HelpDesk
import SwiftExtensions
import Testing

/// The vectors of helpdesk section 6.4, by their names.
@Suite struct ClockVectorTests {
    typealias Make = ClockFixtures

    private func platform(_ received: String) throws -> Timestamp {
        var bench = ClockBench(book: PolicyBook())
        try bench.owe(1, from: received)
        return try #require(bench.run(1, .platform)?.due)
    }

    @Test("V1") func v1AWeekendIsIgnored() throws {
        #expect(try platform("2026-03-06T22:10:00Z") == Make.at("2026-03-07T22:10:00Z"))
    }

    @Test("V2") func v2ADayIsTwentyFourElapsedHours() throws {
        let due = try platform("2026-03-08T09:30:00Z")
        #expect(due == Make.at("2026-03-09T09:30:00Z"))
        let pacific = try Make.zone("America/Los_Angeles")
        let local = CivilTime(due, offsetSeconds: Int(pacific.offset(at: due.seconds)))
        #expect((local.hour, local.minute) == (2, 30))
    }

    @Test("V3") func v3LunchAndWeekendAreClosed() throws {
        let due = try Make.shanghai().addWorking(4 * 3600, to: Make.at("2026-03-06T09:10:00Z"))
        #expect(due == Make.at("2026-03-09T05:40:00Z"))
    }

    @Test("V4") func v4ANightSpanEndsTheNextDay() throws {
        let nights = try Make.calendar(
            zone: "Asia/Shanghai", week: WorkWeek(daily: Make.spans("22:00-06:00")))
        let due = try nights.addWorking(2 * 3600, to: Make.at("2026-03-09T21:30:00Z"))
        #expect(due == Make.at("2026-03-10T15:30:00Z"))
    }

    @Test("V5") func v5AHolidayAndAMakeUpWorkday() throws {
        let calendar = try Make.shanghai(overrides: [
            DayOverride(day: Make.day("2026-03-09"), spans: [], label: "holiday"),
            DayOverride(day: Make.day("2026-03-07"), spans: Make.spans("09:00-12:00")),
        ])
        let due = try calendar.addWorking(4 * 3600, to: Make.at("2026-03-06T09:10:00Z"))
        #expect(due == Make.at("2026-03-10T01:10:00Z"))
    }

    @Test("V6") func v6AGapShortensTheNight() throws {
        let calendar = try Make.calendar(
            zone: "America/New_York", week: WorkWeek(daily: Make.spans("02:00-04:00")))
        let night = calendar.spans(
            onDay: calendar.localDay(of: Make.at("2026-03-08T05:00:00Z").seconds))
        #expect(night.map(\.count) == [3600])
        let due = try calendar.addWorking(90 * 60, to: Make.at("2026-03-08T05:00:00Z"))
        #expect(due == Make.at("2026-03-09T06:30:00Z"))
    }

    @Test("V7") func v7AFoldDoublesTheHour() throws {
        let calendar = try Make.calendar(
            zone: "America/New_York", week: WorkWeek(daily: Make.spans("01:00-02:00")))
        let day = CivilTime.days(year: 2026, month: 11, day: 1)
        let (from, to) = (Make.at("2026-11-01T05:00:00Z"), Make.at("2026-11-01T07:00:00Z"))
        #expect(calendar.spans(onDay: day) == [from.seconds..<to.seconds])
        #expect(calendar.workingBetween(from - .hours(3), to + .hours(3)) == 7200)
    }

    private func always(next: Int? = nil, resolve: Int? = nil) throws -> PolicyBook {
        PolicyBook(
            policies: [Make.policy(next: next, resolve: resolve)],
            calendars: [try Make.roundTheClock()])
    }

    @Test("V8") func v8OneReplyCoversTheTurn() throws {
        var bench = ClockBench(book: try always(next: 8 * 60))
        try bench.owe(1, from: "2026-03-10T10:00:00Z")
        try bench.owe(2, from: "2026-03-10T15:00:00Z")
        #expect(bench.run(2, .next) == nil)
        let item = OutboxItem(
            id: OutboxID(1), ticket: TicketID(1), store: "nova-eu", author: PersonID(1),
            basis: EventSequence(9), state: .sending, queuedAt: Make.at("2026-03-10T16:00:00Z"),
            releaseAt: Make.at("2026-03-10T16:00:00Z"), idempotencyKey: "k")
        let moves = DebtRules.acceptance(
            of: item, at: Make.at("2026-03-10T16:00:00Z"), debts: bench.debts,
            seen: [MessageID(1), MessageID(2)])
        #expect(moves.map(\.debt) == [DebtID(1), DebtID(2)])
        for move in moves {
            try bench.settle(move.debt.rawValue, .answerPending, at: "2026-03-10T16:00:00Z")
        }
        func took(_ number: Int64, _ kind: ClockKind) throws -> Duration {
            let run = try #require(bench.run(number, kind))
            #expect(run.state == .met)
            return try #require(run.stoppedAt) - run.start
        }
        #expect(try took(1, .platform) == .hours(6))
        #expect(try took(2, .platform) == .hours(1))
        #expect(try took(1, .next) == .hours(6))
    }

    @Test("V9") func v9ABounceBeforeTheDeadlineLeavesItWhereItWas() throws {
        var bench = ClockBench(book: PolicyBook())
        try bench.owe(1, from: "2026-03-10T10:00:00Z")
        try bench.settle(1, .answerPending, at: "2026-03-10T20:00:00Z")
        #expect(bench.run(1, .platform)?.nextAt == nil)
        try bench.settle(1, .owed, at: "2026-03-10T21:30:00Z")
        #expect(bench.run(1, .platform)?.state == .running)
        #expect(bench.run(1, .platform)?.due == Make.at("2026-03-11T10:00:00Z"))
        #expect(bench.breaches.isEmpty)
    }

    @Test("V10") func v10ABounceAfterTheDeadlineIsABreachOfTheDeadlineItself() throws {
        var bench = ClockBench(book: PolicyBook())
        try bench.owe(1, from: "2026-03-10T10:00:00Z")
        try bench.settle(1, .answerPending, at: "2026-03-11T09:40:00Z")
        #expect(bench.sweep("2026-03-11T10:30:00Z").isEmpty)
        try bench.settle(1, .owed, at: "2026-03-11T11:00:00Z")
        #expect(bench.sweep("2026-03-11T11:00:00Z").map(\.threshold) == [.breach])
        #expect(bench.breaches.map(\.dueAt) == [Make.at("2026-03-11T10:00:00Z")])
        #expect(bench.breaches.map(\.noticedAt) == [Make.at("2026-03-11T11:00:00Z")])
    }

    @Test("V11") func v11AnUnconfirmedExcuseComesBack() throws {
        var bench = ClockBench(book: PolicyBook())
        try bench.owe(1, from: "2026-03-10T10:00:00Z")
        try bench.settle(1, .excusePending, at: "2026-03-10T11:00:00Z")
        #expect(bench.run(1, .platform)?.state == .running)
        let debt = bench.debts[0]
        let back = debt.sendBy - .hours(2)
        #expect(back == Make.at("2026-03-11T07:30:00Z"))
        #expect(DebtRules.excuseExpiry(of: debt, at: back - .seconds(1)) == nil)
        #expect(DebtRules.excuseExpiry(of: debt, at: back)?.to == .owed)
    }

    @Test("V12") func v12AnAutomaticAcknowledgementDischargesNothing() throws {
        var bench = ClockBench(book: try always(next: 60))
        try bench.owe(1, from: "2026-03-10T10:00:00Z")
        let before = bench.runs
        // An item in the thread moves no debt: only a released reply, a copy or a person does.
        bench.ticket.messageCount += 1
        bench.ticket.lastItem = EventSequence(99)
        try bench.plan(Make.at("2026-03-10T10:01:00Z"))
        #expect(bench.runs == before)
        #expect(bench.debts.map(\.state) == [.owed])
    }

    @Test("V13") func v13TheBuyersTurnStopsTheResolutionTarget() throws {
        var bench = ClockBench(book: try always(resolve: 8 * 60))
        try bench.owe(1, from: "2026-03-10T09:00:00Z")
        #expect(bench.run(1, .resolve)?.due == Make.at("2026-03-10T17:00:00Z"))
        try bench.settle(1, .answered, at: "2026-03-10T12:00:00Z")
        try bench.move(to: .pending, at: "2026-03-10T12:00:00Z")
        #expect(bench.run(1, .resolve)?.due == nil)
        #expect(bench.run(1, .resolve)?.nextAt == nil)
        try bench.move(to: .open, at: "2026-03-10T18:00:00Z")
        #expect(bench.run(1, .resolve)?.due == Make.at("2026-03-10T23:00:00Z"))
    }
}

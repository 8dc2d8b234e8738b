import HelpDesk
import SwiftExtensions
import Testing

/// A calendar that opens too little for a policy stops that clock, and nothing else.
@Suite struct ClosedCalendarTests {
    typealias Make = ClockFixtures

    private static let now = "2026-03-10T09:00:00Z"

    /// A minute a week.
    private func tiny(overrides: [DayOverride] = []) throws -> ZonedCalendar {
        try Make.calendar(
            "tiny", zone: "UTC", week: WorkWeek(mon: Make.spans("09:00-09:01")),
            overrides: overrides)
    }

    private func book(_ policies: ResponsePolicy...) throws -> PolicyBook {
        PolicyBook(
            policies: policies, order: policies.map(\.id),
            calendars: [try Make.roundTheClock(), try tiny()])
    }

    @Test func thePlatformsClockStartsWithoutTheDesksOwn() throws {
        var bench = ClockBench(
            book: try book(Make.policy(calendar: "tiny", first: 600, next: 600, resolve: 600)))
        try bench.owe(1, from: Self.now)
        #expect(bench.runs.values.map(\.key.kind) == [.platform])
        #expect(bench.run(1, .platform)?.state == .running)
        #expect(bench.closedCalendars == ["tiny"])
    }

    @Test func aClockThatMovesUnderSuchAPolicyEnds() throws {
        let evil = Make.policy("evil", calendar: "tiny", next: 600) {
            $0.conditions.priorities = [.urgent]
        }
        var bench = ClockBench(book: try book(evil, Make.policy(next: 600)))
        try bench.owe(1, from: Self.now)
        bench.ticket.priority = .urgent
        try bench.plan(Make.at(Self.now) + .minutes(5))
        #expect(bench.run(1, .next)?.state == .cancelled)
        #expect(bench.run(1, .platform)?.state == .running)
        #expect(bench.closedCalendars == ["tiny"])
        let count = bench.events.count
        try bench.plan(Make.at(Self.now) + .minutes(5))
        #expect(bench.events.count == count)
    }

    @Test func onlyTargetsThatFitAreKept() throws {
        let now = Make.at(Self.now)
        let fits = { (policy: ResponsePolicy, calendar: ZonedCalendar) in
            policy.fits(calendar, from: now)
        }
        #expect(fits(Make.policy(next: 50), try tiny()))
        #expect(!fits(Make.policy(next: 60), try tiny()))
        #expect(!fits(Make.policy(first: 1, resolve: 60), try tiny()))
        // Open today, and closed for ever from next month on.
        let closed = (0..<800).compactMap { day -> DayOverride? in
            let date = CivilTime(now + .days(Int64(30 + day)))
            return CalendarDay(year: date.year, month: date.month, day: date.day).map {
                DayOverride(day: $0, spans: [])
            }
        }
        #expect(fits(Make.policy(next: 2), try tiny()))
        #expect(!fits(Make.policy(next: 2), try tiny(overrides: closed)))
    }

    @Test func theBookNamesWhatIsTooLong() throws {
        let now = Make.at(Self.now)
        let long = Make.policy("long", calendar: "tiny", next: 60)
        #expect(try book(long).tooLong(on: "tiny", since: now)?.id == "long")
        var off = long
        off.isActive = false
        #expect(try book(off, Make.policy(next: 60)).tooLong(on: "tiny", since: now) == nil)
        #expect(try book(long).tooLong(on: "always", since: now) == nil)
    }

    /// Whoever flips a ticket between two policies does not put its deadline off for ever.
    @Test func changingTheFactsAgainAndAgainPostponesNothing() throws {
        let urgent = Make.policy("urgent", next: 60) { $0.conditions.priorities = [.urgent] }
        var bench = ClockBench(book: try book(urgent, Make.policy(next: 70)))
        try bench.owe(1, from: Self.now)
        let start = Make.at(Self.now)
        for minutes in stride(from: Int64(50), through: 120, by: 14) {
            bench.ticket.priority = bench.ticket.priority == .urgent ? .normal : .urgent
            try bench.plan(start + .minutes(minutes))
        }
        #expect(try #require(bench.run(1, .next)?.due) <= start + .minutes(70))
    }
}

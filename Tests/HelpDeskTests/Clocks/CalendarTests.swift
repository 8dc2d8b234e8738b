import HelpDesk
import SwiftExtensions
import Testing

@Suite struct CalendarTests {
    typealias Make = ClockFixtures

    @Test(arguments: [
        "9:00-12:00", "09:00", "09:00-24:01", "24:00-09:00", "09:60-10:00", "-", "a-b",
    ])
    func refusesWhatNoClockShows(_ text: String) {
        #expect(OpenSpan(text) == nil)
    }

    @Test(arguments: ["2026-02-29", "2026-13-01", "*-02-30", "26-01-01", "2026-1-1", "x", "*-*-01"])
    func refusesDaysThatNoYearHas(_ text: String) {
        #expect(CalendarDay(text) == nil)
    }

    @Test func writesWhatItReads() {
        #expect(Make.spans("22:00-06:00")[0].text == "22:00-06:00")
        #expect(Make.day("*-10-01").text == "*-10-01")
        #expect(Make.day("2028-02-29").text == "2028-02-29")
    }

    @Test func aDeadlineOnAClosingStaysThere() throws {
        let due = try Make.shanghai().addWorking(3 * 3600, to: Make.at("2026-03-10T01:00:00Z"))
        #expect(due == Make.at("2026-03-10T04:00:00Z"))
    }

    @Test func aDatedDayWinsOverAYearlyOne() throws {
        let calendar = try Make.shanghai(overrides: [
            DayOverride(day: Make.day("*-10-01"), spans: []),
            DayOverride(day: Make.day("2026-10-01"), spans: Make.spans("09:00-10:00")),
        ])
        let first = CivilTime.days(year: 2026, month: 10, day: 1)
        #expect(calendar.localSpans(onDay: first).map(\.text) == ["09:00-10:00"])
        let later = CivilTime.days(year: 2027, month: 10, day: 1)
        #expect(calendar.localSpans(onDay: later).isEmpty)
    }

    @Test func aCalendarThatNeverOpensIsSaid() throws {
        let calendar = try Make.calendar(zone: "UTC", week: WorkWeek())
        #expect {
            try calendar.addWorking(60, to: Make.at("2026-03-10T00:00:00Z"))
        } throws: {
            ($0 as? DeskError)?.code == .calendarNeverOpens
        }
        #expect(
            calendar.workingBetween(
                Make.at("2026-03-10T00:00:00Z"), Make.at("2026-04-10T00:00:00Z")) == 0)
    }

    @Test func spansOfTwoDaysThatOverlapCountOnce() throws {
        var week = WorkWeek(daily: Make.spans("09:00-17:00"))
        week.mon = Make.spans("22:00-12:00")
        let calendar = try Make.calendar(zone: "UTC", week: week)
        // Tuesday 9-12 lies within Monday's night span.
        let worked = calendar.workingBetween(
            Make.at("2026-03-09T22:00:00Z"), Make.at("2026-03-10T17:00:00Z"))
        #expect(worked == 19 * 3600)
    }

    @Test func pausesAreTakenOut() throws {
        let calendar = try Make.roundTheClock()
        let start = Make.at("2026-03-10T09:00:00Z")
        let pause = Pause(start: start + .hours(1), end: start + .hours(3))
        #expect(
            try calendar.addWorking(7200, to: start, without: [pause]) == start + .hours(4))
        #expect(calendar.workingBetween(start, start + .hours(4), without: [pause]) == 7200)
    }

    /// What was added is what lies between, for any calendar, start and amount.
    @Test(arguments: 0..<40)
    func addingAndCountingAgree(_ seed: Int) throws {
        var random = SeededNumbers(seed: UInt64(seed))
        let zones = [
            "UTC", "Asia/Shanghai", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe",
        ]
        var week = WorkWeek()
        for path in [\WorkWeek.mon, \.tue, \.wed, \.sat, \.sun] {
            let opens = random.below(1440)
            week[keyPath: path] = [OpenSpan(opens: opens, closes: random.below(1441))]
                .compactMap { $0 }
        }
        let calendar = try Make.calendar(zone: zones[random.below(zones.count)], week: week)
        for _ in 0..<20 {
            let start = Make.at("2026-01-01T00:00:00Z") + .seconds(Int64(random.below(31_536_000)))
            let amount = Int64(random.below(200_000)) + 1
            let due = try calendar.addWorking(amount, to: start)
            #expect(calendar.workingBetween(start, due) == amount)
            #expect(calendar.workingBetween(start, due - .seconds(1)) == amount - 1)
        }
    }

    @Test func keepsOnlyCalendarsThatMakeSense() throws {
        func code(_ change: (inout WorkCalendar) -> Void, isZoneKnown: Bool = true) -> String? {
            var calendar = WorkCalendar(
                id: "office", title: "Office", zone: "UTC",
                week: WorkWeek(workdays: Make.spans("09:00-17:00")))
            change(&calendar)
            do {
                _ = try calendar.checked(isZoneKnown: isZoneKnown)
                return nil
            } catch {
                return error.arguments["reason"]
            }
        }
        #expect(code { _ in } == nil)
        #expect(code({ _ in }, isZoneKnown: false) == "zone-unknown")
        #expect(code { $0.id = "Office 1" } == "name")
        #expect(code { $0.title = " " } == "title")
        #expect(code { $0.week.mon = Make.spans("09:00-12:00", "11:00-13:00") } == "spans-overlap")
        #expect(code { $0.week.mon = Make.spans("09:00-12:00", "12:00-13:00") } == nil)
        #expect(code { $0.week = WorkWeek() } == "never-opens")
        let holiday = DayOverride(day: Make.day("2026-05-01"), spans: [])
        #expect(code { $0.overrides = [holiday, holiday] } == "day-twice")
    }
}

/// Numbers that a seed fixes.
struct SeededNumbers {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493 }

    mutating func below(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(limit))
    }
}

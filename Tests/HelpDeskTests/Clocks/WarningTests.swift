import HelpDesk
import SwiftExtensions
import Testing

@Suite struct WarningTests {
    typealias Make = ClockFixtures

    @Test func thePlatformWarnsSixTimesAndThenOfTheBreach() throws {
        var bench = ClockBench(book: PolicyBook())
        try bench.owe(1, from: "2026-03-10T10:00:00Z")
        var told: [String] = []
        for minute in stride(from: 0, through: 36 * 60, by: 5) {
            let now = Make.at("2026-03-10T10:00:00Z") + .minutes(Int64(minute))
            told += bench.sweep(now.iso8601).map(\.threshold.text)
        }
        // Three quarters and six hours before are one instant; the lead stands for both.
        #expect(told == ["f50", "l360", "f90", "l120", "l30", "breach", "a1", "a2", "a3"])
        #expect(bench.run(1, .platform)?.passed.contains(.fraction(75)) == true)
    }

    @Test func afterDowntimeOnlyTheMostSevereIsTold() throws {
        var bench = ClockBench(book: PolicyBook())
        try bench.owe(1, from: "2026-03-10T10:00:00Z")
        let found = bench.sweep("2026-03-11T08:30:00Z")
        #expect(found.map(\.threshold) == [.lead(120)])
        #expect(
            found.map(\.skipped) == [[.fraction(50), .fraction(75), .lead(360), .fraction(90)]])
        #expect(bench.sweep("2026-03-11T08:30:00Z").isEmpty)
    }

    @Test func daysAfterABreachTellOnce() throws {
        var bench = ClockBench(book: PolicyBook())
        try bench.owe(1, from: "2026-03-10T10:00:00Z")
        #expect(bench.sweep("2026-03-14T10:30:00Z").map(\.threshold) == [.breach])
        let again = bench.sweep("2026-03-14T10:30:00Z")
        #expect(again.map(\.threshold) == [.again(18)])
        #expect(bench.run(1, .platform)?.nextAt == Make.at("2026-03-14T14:00:00Z"))
    }

    @Test func anAnswerCancelsTheRest() throws {
        var bench = ClockBench(book: PolicyBook())
        try bench.owe(1, from: "2026-03-10T10:00:00Z")
        try bench.settle(1, .answered, at: "2026-03-10T11:00:00Z")
        #expect(bench.sweep("2026-03-20T11:00:00Z").isEmpty)
    }

    @Test func theDesksOwnClocksTellNobodyAtNight() throws {
        let office = try Make.shanghai()
        let schedule = try ClockSchedule.working(
            4 * 3600, from: Make.at("2026-03-06T09:10:00Z"), calendar: office,
            warnings: .usual)
        #expect(schedule.due == Make.at("2026-03-09T05:40:00Z"))
        for mark in schedule.marks.list {
            // A mark may stand on a closing, never after it.
            #expect(office.isOpen(at: mark.at - .seconds(1)), "\(mark)")
        }
        let run = ClockRun(
            key: ClockKey(.debt(DebtID(1)), .next), ticket: TicketID(1), store: "nova-eu",
            cycle: 1, start: Make.at("2026-03-06T09:10:00Z"), target: 4 * 3600,
            terms: PolicyTerms(
                policy: PolicyVersion(id: "usual", version: 1),
                calendar: office.calendar.reference, matched: []), due: schedule.due,
            marks: schedule.marks)
        let again = run.repeats(in: PolicyBook(calendars: [office]))(
            Make.at("2026-03-09T09:00:00Z"))
        #expect(again == Make.at("2026-03-10T04:00:00Z"))
    }

    @Test func leadsLongerThanTheTargetGiveNoMark() {
        let schedule = ClockSchedule.elapsed(
            .hours(1), from: Make.at("2026-03-10T10:00:00Z"), warnings: .usual)
        #expect(schedule.marks.list.map(\.threshold.text) == ["f50", "l30", "f75", "f90"])
    }

    @Test func marksSurviveTheirText() throws {
        let schedule = ClockSchedule.elapsed(
            .hours(24), from: Make.at("2026-03-10T10:00:00Z"), warnings: .platform)
        #expect(ClockMarks(schedule.marks.text) == schedule.marks)
        #expect(ClockMarks("f50@") == nil)
        #expect(ClockMarks("x50@3") == nil)
    }

    @Test(arguments: [
        (Int64(-1), UrgencyBand.over), (0, .now), (3599, .now), (3600, .soon), (14_399, .soon),
        (14_400, .watch), (43_200, .watch), (43_201, .calm),
    ])
    func bands(_ seconds: Int64, _ band: UrgencyBand) {
        let now = Make.at("2026-03-10T10:00:00Z")
        #expect(UrgencyBand(limit: now + .seconds(seconds), now: now) == band)
        #expect(UrgencyBand(limit: nil, now: now) == nil)
    }
}

@Suite struct WarningAudienceTests {
    private func candidates(_ change: (inout DutyCandidates) -> Void = { _ in }) -> DutyCandidates {
        var candidates = DutyCandidates(
            owner: PersonID(1), isOwnerReachable: true, supervisors: [PersonID(8)],
            admins: [PersonID(9)])
        change(&candidates)
        return candidates
    }

    @Test func theOwnerHearsFirst() {
        let audience = candidates().audience(for: .fraction(50))
        #expect(audience.people == [PersonID(1)])
        #expect(audience.rung == .owner)
        #expect(!audience.isOnPane)
    }

    @Test func theLeadHearsFromNineTenthsOn() {
        let audience = candidates { $0.leads = [PersonID(7)] }.audience(for: .fraction(90))
        #expect(audience.people == [PersonID(1), PersonID(7)])
    }

    @Test func halfAnHourBeforeTheEndItIsOnThePane() {
        #expect(candidates().audience(for: .lead(30)).isOnPane)
        #expect(!candidates().audience(for: .lead(360)).isOnPane)
        #expect(candidates().audience(for: .lead(0)).people == [PersonID(1)])
    }

    @Test func theLadderGoesDownRungByRung() {
        var left = candidates {
            $0.isOwnerReachable = false
            $0.deputy = PersonID(2)
            $0.group = [PersonID(3)]
            $0.leads = [PersonID(4)]
        }
        func rung() -> WarningAudience.Rung { left.audience(for: .fraction(50)).rung }
        #expect(rung() == .deputy)
        left.deputy = nil
        #expect(rung() == .group)
        left.group = []
        #expect(rung() == .lead)
        left.leads = []
        #expect(rung() == .supervisor)
        left.supervisors = []
        #expect(rung() == .admin)
        left.admins = []
        #expect(rung() == .nobody)
    }

    @Test func aMutedTicketTellsSomebodyElse() {
        let audience = candidates().audience(for: .fraction(50), isMuted: true)
        #expect(audience.people == [PersonID(8)])
    }

    @Test func nobodyHearsTwice() {
        let audience = candidates { $0.owner = PersonID(8) }.audience(for: .breach)
        #expect(audience.people == [PersonID(8)])
    }
}

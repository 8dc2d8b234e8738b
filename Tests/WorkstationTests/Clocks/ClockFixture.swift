import HelpDesk
import SwiftExtensions
import Wire

/// Deadlines, calendars and policies of one evening.
enum ClockFixture {
    private static let now = Fixture.now
    static let office = WorkCalendar(
        id: "shanghai-office", version: 3, title: "Shanghai office", zone: "Asia/Shanghai",
        week: WorkWeek(workdays: spans("09:00-12:00", "13:30-18:00")))

    static let policy: ResponsePolicy = {
        var policy = ResponsePolicy(
            id: "claims", version: 2, title: "Claims first", calendar: "shanghai-office",
            targets: PolicyTargets(first: 60, next: 120, resolve: 2880))
        policy.conditions.categories = [.damagedDefective, .returnRefund]
        policy.conditions.flags = [.claimOpen]
        return policy
    }()

    static let policies: ListPolicies.Reply = {
        var usual = ResponsePolicy(
            id: "usual", version: 1, title: "Everything \u{1B}[2Jelse",
            calendar: "shanghai-office", targets: PolicyTargets(next: 480))
        usual.isActive = false
        return ListPolicies.Reply(
            policies: [policy, usual],
            windows: [
                PlatformWindow(marketplace: "DE", from: now + .days(14), seconds: 43_200)
            ])
    }()

    static let explained = ExplainDeadlines.Reply(
        ticket: TicketID(1), now: now, actBy: now - .minutes(44), band: .over,
        blindSince: now - .minutes(20), clocks: [next, platform, hold])

    private static let next = ClockExplanation(
        key: ClockKey(.debt(DebtID(1)), .next), state: .running, due: now + .minutes(30),
        left: 1800, nextWarning: now + .minutes(10),
        steps: [
            .began(now - .hours(20), isEstimated: true),
            .policy(
                PolicyVersion(id: "claims", version: 2), title: "Claims first",
                matched: [.categories, .flags]),
            .calendar(
                CalendarVersion(id: "shanghai-office", version: 3), zone: "Asia/Shanghai"),
            .target(seconds: 7200, isWorking: true),
            .span(from: now - .hours(20), to: now - .hours(19), seconds: 3600),
            .moreSpans(count: 2, seconds: 3600),
            .pause(from: now - .hours(9), to: now - .hours(8)),
            .retarget(
                at: now - .hours(7), cause: .facts, old: now + .hours(9),
                new: now + .minutes(30)),
            .due(now + .minutes(30)),
        ])

    private static let platform = ClockExplanation(
        key: ClockKey(.debt(DebtID(1)), .platform), state: .running, due: now - .minutes(14),
        left: -840, nextWarning: now + .hours(3),
        steps: [
            .began(now - .hours(24), isEstimated: false),
            .target(seconds: 86_400, isWorking: false), .due(now - .minutes(14)),
            .sendBy(now - .minutes(44)), .breached(now - .minutes(14), cause: .late),
            .excused(.channelOutage, reason: "mail was down"),
        ])

    private static let hold = ClockExplanation(
        key: ClockKey(.hold(TicketID(1)), .review), state: .met, due: now - .days(2), left: nil,
        nextWarning: nil,
        steps: [
            .began(now - .days(3), isEstimated: false), .due(now - .days(2)),
            .ended(now - .days(2), .met),
        ])

    /// Yesterday with a night span, a workday, a make-up Saturday, a holiday and so on.
    static let calendar = CalendarView(
        calendar: office,
        days: (0..<15).map { index in
            let weekday = (1 + index) % 7
            let isWeekend = weekday == 0 || weekday == 6
            var day = CalendarDayView(
                day: "2026-11-\(16 + index)", weekday: weekday,
                spans: isWeekend ? [] : office.week.mon, label: nil)
            if index == 0 { day.spans = spans("22:00-06:00") }
            if index == 5 { (day.spans, day.label) = (spans("09:00-12:00"), "调休") }
            if index == 8 { (day.spans, day.label) = ([], "holiday") }
            return day
        }, isOpen: false)

    static let notice = NoticeView(
        row: Fixture.rows[1], key: ClockKey(.debt(DebtID(2)), .platform), threshold: .lead(30),
        due: now + .minutes(20), noticedAt: now - .minutes(10), readAt: nil, isLive: true)

    private static func spans(_ texts: String...) -> [OpenSpan] {
        texts.compactMap { OpenSpan($0) }
    }
}

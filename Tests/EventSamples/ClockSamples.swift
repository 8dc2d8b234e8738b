package import HelpDesk
import SwiftExtensions

extension SampleEvents {
    package static let clocks: [DeskEvent] = [
        .clock(.calendarSaved(calendar)),
        .clock(
            .policySaved(
                ResponsePolicy(
                    id: "usual", title: "Usual", calendar: "office",
                    targets: PolicyTargets(first: 60, next: 120, resolve: 480)))),
        .clock(.policiesOrdered(["usual"])),
        .clock(.windowSet(PlatformWindow(marketplace: "DE", from: time, seconds: 43_200))),
        .clock(.started(TicketID(1), [platform, next])),
        .clock(
            .retargeted(
                ClockRetarget(
                    key: next.key, ticket: TicketID(1), cause: .facts, from: next.terms,
                    to: next.terms, basis: nil, target: 3600, oldDue: next.due,
                    due: time + .hours(1), marks: next.marks, nextAt: time + .minutes(30)))),
        .clock(
            .warned(
                ClockWarning(
                    key: platform.key, ticket: TicketID(1), store: Desk.us,
                    threshold: .fraction(75), due: time + .hours(24), skipped: [.fraction(50)],
                    audience: WarningAudience(people: [Desk.ann], rung: .owner, isOnPane: false),
                    nextAt: time + .hours(24)))),
        .clock(
            .breached(
                ClockBreach(
                    key: next.key, ticket: TicketID(1), store: Desk.us, dueAt: time - .hours(1),
                    noticedAt: time, cause: .late, owner: Desk.ann, skipped: [],
                    audience: WarningAudience(
                        people: [Desk.ann, Desk.bo], rung: .owner, isOnPane: true),
                    nextAt: time + .hours(3)))),
        .clock(
            .breachExcused(
                BreachExcuse(
                    key: next.key, ticket: TicketID(1), category: .channelOutage,
                    reason: "mail was down", person: Desk.bo))),
        .clock(.noticesRead(Desk.bo, [TicketID(1)])),
        .clock(
            .moved(
                ClockMove(
                    key: next.key, ticket: TicketID(1), from: .running, to: .met,
                    at: time + .seconds(5)))),
    ]

    package static let calendar = WorkCalendar(
        id: "office", title: "Office", zone: "Asia/Shanghai",
        week: WorkWeek(workdays: [OpenSpan(opens: 540, closes: 1080)].compactMap { $0 }),
        overrides: [CalendarDay("*-10-01")].compactMap { $0 }.map {
            DayOverride(day: $0, spans: [], label: "holiday")
        })

    package static let terms = PolicyTerms(
        policy: PolicyVersion(id: "usual", version: 1),
        calendar: CalendarVersion(id: "office", version: 1), matched: [.categories])

    private static let platform: ClockRun = {
        let schedule = ClockSchedule.elapsed(.hours(24), from: time, warnings: .platform)
        return ClockRun(
            key: ClockKey(.debt(DebtID(1)), .platform), ticket: TicketID(1), store: Desk.us,
            cycle: 1, start: time, target: 86_400, terms: terms,
            basis: PolicyBasis(category: .other, priority: .normal, language: "de"),
            due: schedule.due, marks: schedule.marks, nextAt: schedule.marks.list.first?.at)
    }()

    private static let next: ClockRun = {
        let schedule = ClockSchedule.elapsed(.hours(2), from: time, warnings: .usual)
        return ClockRun(
            key: ClockKey(.debt(DebtID(1)), .next), ticket: TicketID(1), store: Desk.us,
            cycle: 1, start: time, target: 7200, terms: terms, due: schedule.due,
            marks: schedule.marks, nextAt: schedule.marks.list.first?.at)
    }()
}

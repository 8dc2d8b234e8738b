import Core
import HelpDesk
import SwiftExtensions
import Wire

extension RightsMatrixTests {
    static let clockRows: [Row] = [
        row { _, ticket, _ in ExplainDeadlines(ticket: ticket) },
        row(stranger: .fine) { _, _, _ in ListNotices() },
        row(stranger: .fine) { _, ticket, _ in ReadNotices(tickets: [ticket]) },
        row(stranger: .fine) { world, _, _ in
            ListBreaches(from: Timestamp(seconds: 0), to: world.clock.now)
        },
        row(
            .refused(.notAllowed), .refused(.breachNotFound), .refused(.breachNotFound),
            stranger: .refused(.notAllowed)
        ) { _, ticket, _ in
            ExcuseBreach(
                ticket: ticket, key: ClockKey(.debt(DebtID(1)), .platform), category: .other,
                reason: "outage")
        },
        row(stranger: .fine) { _, _, _ in ListCalendars() },
        row(
            .refused(.calendarNotFound), .refused(.calendarNotFound),
            .refused(.calendarNotFound), stranger: .refused(.calendarNotFound)
        ) { _, _, _ in ShowCalendar(calendar: "none") },
        row(
            .refused(.notAllowed), .fine, .refused(.calendarChanged),
            stranger: .refused(.notAllowed)
        ) { _, _, _ in
            SaveCalendar(
                calendar: WorkCalendar(
                    id: "office", version: 0, title: "Office", zone: "UTC",
                    week: WorkWeek(
                        workdays: [OpenSpan(opens: 540, closes: 1020)].compactMap { $0 })))
        },
        row(stranger: .fine) { _, _, _ in ListPolicies() },
        row(
            .refused(.policyNotFound), .refused(.policyNotFound), .refused(.policyNotFound),
            stranger: .refused(.policyNotFound)
        ) { _, _, _ in ShowPolicy(policy: "none") },
        row(
            .refused(.notAllowed), .refused(.policyRefused), .refused(.policyRefused),
            stranger: .refused(.notAllowed)
        ) { _, _, _ in
            SavePolicy(
                policy: ResponsePolicy(
                    id: "usual", version: 0, title: "Usual", calendar: "none",
                    targets: PolicyTargets(next: 60)))
        },
        row(.refused(.notAllowed), stranger: .refused(.notAllowed)) { _, _, _ in
            OrderPolicies(policies: [])
        },
        row(
            .refused(.notAllowed), .refused(.secondPerson), .refused(.secondPerson),
            stranger: .refused(.notAllowed)
        ) { world, _, _ in
            SetPlatformWindow(
                window: PlatformWindow(marketplace: "DE", from: world.clock.now, seconds: 43_200))
        },
        row(.refused(.notAllowed), stranger: .refused(.notAllowed)) { _, _, _ in
            ApplyPolicies(isPreview: true)
        },
    ]
}

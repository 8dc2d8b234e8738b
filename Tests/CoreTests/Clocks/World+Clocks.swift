import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

extension World {
    /// A calendar that is always open, and policies on it.
    func keep(_ policies: ResponsePolicy...) async throws {
        let day = try #require(OpenSpan("00:00-24:00"))
        let known = try await desk.perform(ListCalendars(), as: ops).calendars
        if known.isEmpty {
            _ = try await desk.perform(
                SaveCalendar(
                    calendar: WorkCalendar(
                        id: "always", version: 0, title: "Always", zone: "UTC",
                        week: WorkWeek(daily: [day]))), as: ops)
        }
        for policy in policies { try await approved(SavePolicy(policy: policy)) }
    }

    static func policy(
        _ id: PolicyID, first: Int? = nil, next: Int? = nil, resolve: Int? = nil,
        _ change: (inout ResponsePolicy) -> Void = { _ in }
    ) -> ResponsePolicy {
        var policy = ResponsePolicy(
            id: id, version: 0, title: id.rawValue, calendar: "always",
            targets: PolicyTargets(first: first, next: next, resolve: resolve))
        change(&policy)
        return policy
    }

    func clocks(_ ticket: TicketID) async throws -> [ClockKind: ClockRun] {
        let runs = try await database.read { try $0.clocks(of: ticket) }
        return Dictionary(runs.map { ($0.key.kind, $0) }, uniquingKeysWith: { _, last in last })
    }

    func notices(
        _ person: Principal, all: Bool = false
    ) async throws -> [NoticeView] {
        try await desk.perform(ListNotices(includesRead: all, limit: 200), as: person).notices
    }

    func breaches() async throws -> [BreachView] {
        let call = ListBreaches(from: Timestamp(seconds: 0), to: clock.now + .days(1))
        return try await desk.perform(call, as: sue).breaches
    }
}

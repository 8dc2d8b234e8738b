package import SwiftExtensions

/// All policies and calendars of one moment, every version of them.
package struct PolicyBook: Sendable {
    /// The newest version of each, in the order in which they are asked.
    package let policies: [ResponsePolicy]
    package let windows: [PlatformWindow]
    private let versions: [PolicyVersion: ResponsePolicy]
    private let calendars: [CalendarVersion: ZonedCalendar]
    private let current: [CalendarID: CalendarVersion]

    /// `policies` and `calendars` hold every version; `order` names the policies from first to last,
    /// and those that it leaves out follow by name.
    package init(
        policies all: [ResponsePolicy] = [], order: [PolicyID] = [],
        calendars zoned: [ZonedCalendar] = [], windows: [PlatformWindow] = []
    ) {
        versions = Dictionary(
            all.map { ($0.reference, $0) }, uniquingKeysWith: { first, _ in first })
        var newest: [PolicyID: ResponsePolicy] = [:]
        for policy in all where (newest[policy.id]?.version ?? 0) < policy.version {
            newest[policy.id] = policy
        }
        let named = order.compactMap { newest[$0] }
        let known = Set(order)
        policies = named + newest.values.filter { !known.contains($0.id) }.sorted { $0.id < $1.id }
        calendars = Dictionary(
            zoned.map { ($0.calendar.reference, $0) }, uniquingKeysWith: { first, _ in first })
        var latest: [CalendarID: CalendarVersion] = [:]
        for calendar in zoned.map(\.calendar.reference)
        where (latest[calendar.id]?.version ?? 0) < calendar.version {
            latest[calendar.id] = calendar
        }
        current = latest
        self.windows = windows
    }

    package func policy(_ version: PolicyVersion) -> ResponsePolicy? { versions[version] }
    package func calendar(_ version: CalendarVersion) -> ZonedCalendar? { calendars[version] }

    /// The newest version of a calendar.
    package func calendar(_ id: CalendarID) -> ZonedCalendar? {
        current[id].flatMap { calendars[$0] }
    }

    /// The first active policy on a calendar whose longest target its newest version never
    /// reaches; nil when all can be reached, or when nobody knows the calendar.
    package func tooLong(on id: CalendarID, since now: Timestamp) -> ResponsePolicy? {
        guard let calendar = calendar(id) else { return nil }
        return policies.first {
            $0.isActive && $0.calendar == id && !$0.fits(calendar, from: now)
        }
    }

    /// The first active policy whose conditions all hold; nil when none is for these facts.
    package func choose(_ facts: PolicyFacts) -> PolicyChoice? {
        for policy in policies where policy.isActive {
            guard let calendar = calendar(policy.calendar) else { continue }
            let local = facts.start.seconds + calendar.zone.offset(at: facts.start.seconds)
            let minute = Int((local - local.floorDivided(by: 86_400) * 86_400) / 60)
            guard let matched = policy.conditions.matched(by: facts, minute: minute) else {
                continue
            }
            return PolicyChoice(policy: policy, calendar: calendar, matched: matched)
        }
        return nil
    }
}

/// The policy that is for a debt, and why.
package struct PolicyChoice: Sendable {
    package var policy: ResponsePolicy
    package var calendar: ZonedCalendar
    package var matched: [PolicyConditions.Name]

    package init(
        policy: ResponsePolicy, calendar: ZonedCalendar, matched: [PolicyConditions.Name] = []
    ) {
        self.policy = policy
        self.calendar = calendar
        self.matched = matched
    }

    package var terms: PolicyTerms {
        PolicyTerms(
            policy: policy.reference, calendar: calendar.calendar.reference, matched: matched)
    }
}

/// Under which versions a debt stands; kept with it for ever.
package struct PolicyTerms: Hashable, Sendable, Codable {
    package var policy: PolicyVersion
    package var calendar: CalendarVersion
    package var matched: [PolicyConditions.Name]

    package init(
        policy: PolicyVersion, calendar: CalendarVersion, matched: [PolicyConditions.Name]
    ) {
        self.policy = policy
        self.calendar = calendar
        self.matched = matched
    }
}

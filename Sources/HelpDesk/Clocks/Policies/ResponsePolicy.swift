package import SwiftExtensions

/// Stable name of a policy, such as `urgent-claims`.
package struct PolicyID: DeskName {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
}

/// One immutable version of a policy.
package struct PolicyVersion: Hashable, Sendable, Codable {
    package var id: PolicyID
    package var version: Int

    package init(id: PolicyID, version: Int) {
        self.id = id
        self.version = version
    }
}

/// Working minutes that people have; nil for no such clock.
package struct PolicyTargets: Hashable, Sendable, Codable {
    package var first: Int?
    package var next: Int?
    package var resolve: Int?

    package init(first: Int? = nil, next: Int? = nil, resolve: Int? = nil) {
        self.first = first
        self.next = next
        self.resolve = resolve
    }

    /// Working seconds of a clock; nil where the policy sets none.
    package func seconds(_ kind: ClockKind) -> Int64? {
        let minutes: Int? =
            switch kind {
            case .first: first
            case .next: next
            case .resolve: resolve
            case .platform, .review: nil
            }
        return minutes.map { Int64($0) * 60 }
    }
}

/// How fast the desk wants to be with some of its debts: stricter for people, never looser for the
/// platform. A version never changes; editing makes the next one (helpdesk section 6.2).
package struct ResponsePolicy: Hashable, Sendable, Codable {
    package var id: PolicyID
    package var version: Int
    package var title: String
    package var conditions: PolicyConditions
    package var calendar: CalendarID
    /// In working minutes.
    package var targets: PolicyTargets
    /// Whether waiting for a third party stops the RESOLVE clock.
    package var pausesInHold: Bool
    package var warnings: WarningPlan
    /// A policy that is switched off is chosen for no new debt.
    package var isActive: Bool

    package init(
        id: PolicyID, version: Int = 1, title: String,
        conditions: PolicyConditions = PolicyConditions(), calendar: CalendarID,
        targets: PolicyTargets, pausesInHold: Bool = false, warnings: WarningPlan = .usual,
        isActive: Bool = true
    ) {
        self.id = id
        self.version = version
        self.title = title
        self.conditions = conditions
        self.calendar = calendar
        self.targets = targets
        self.pausesInHold = pausesInHold
        self.warnings = warnings
        self.isActive = isActive
    }

    package var reference: PolicyVersion { PolicyVersion(id: id, version: version) }

    /// Longest target, in minutes: thirty days of round-the-clock work.
    static let longestTarget = 43_200

    /// The policy as it may be kept. Throws `policyRefused` with a field and a reason: `name`,
    /// `title`, `no-target`, `target-range`, `warning-range`, `value`, `no-such-calendar`.
    package func checked(isCalendarKnown: Bool) throws(DeskError) -> ResponsePolicy {
        guard PolicyNames.isName(id.rawValue) else { throw refused("id", "name") }
        guard !title.isBlank, title.utf8.count <= 200 else { throw refused("title", "title") }
        guard isCalendarKnown else { throw refused("calendar", "no-such-calendar") }
        let minutes = [targets.first, targets.next, targets.resolve].compactMap { $0 }
        guard !minutes.isEmpty else { throw refused("targets", "no-target") }
        guard minutes.allSatisfy({ (1...Self.longestTarget).contains($0) }) else {
            throw refused("targets", "target-range")
        }
        guard warnings.isInRange else { throw refused("warnings", "warning-range") }
        guard conditions.value?.isReadable ?? true else { throw refused("value", "value") }
        var tidy = self
        tidy.title = CleanText.clean(title.collapsed())
        return tidy
    }

    /// Whether the longest target is ever reached on a calendar from `instant` on, and as of any
    /// month of the year after it: a holiday may lie ahead that never ends.
    package func fits(_ calendar: ZonedCalendar, from instant: Timestamp) -> Bool {
        let longest = [targets.first, targets.next, targets.resolve].compactMap { $0 }.max() ?? 0
        return (Int64(0)..<13).allSatisfy { month in
            let start = instant + .days(30 * month)
            return (try? calendar.addWorking(Int64(longest) * 60, to: start)) != nil
        }
    }

    private func refused(_ field: String, _ reason: String) -> DeskError {
        DeskError(.policyRefused, ["field": field, "reason": reason])
    }
}

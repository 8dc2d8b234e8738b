package import SwiftExtensions

extension OutboxState {
    /// Somebody still waits for what becomes of it.
    package var isLive: Bool {
        switch self {
        case .held, .queued, .sending, .unknown: true
        case .accepted, .failed, .confirmed, .bounced, .withdrawn: false
        }
    }

    /// A person must look at it.
    package var isProblem: Bool { self == .unknown || self == .failed || self == .bounced }
}

/// How replies leave (helpdesk section 9).
package enum OutboxRules {
    /// Retries stop this long before `sendBy`, so that a person can still do something.
    package static let alarmLead: Duration = .minutes(10)
    /// Whatever the deadline says, a reply is tried for at least this long.
    package static let shortestTry: Duration = .minutes(30)
    /// Nothing is owed and nothing presses: tried for this long.
    package static let longestTry: Duration = .hours(24)
    /// First and longest wait between two tries, before jitter.
    package static let firstWait: Duration = .seconds(15)
    package static let longestWait: Duration = .minutes(10)

    /// Until when a transient failure is answered by another try.
    package static func triesEnd(for item: OutboxItem, owed: [Debt]) -> Timestamp {
        guard let earliest = owed.map(\.sendBy).min() else {
            return item.queuedAt + longestTry
        }
        return max(earliest - alarmLead, item.queuedAt + shortestTry)
    }

    /// Wait after the `attempt`-th failure, counted from one: doubled each time, with up to a
    /// quarter of jitter; `fraction` is a random number from 0 up to 1.
    package static func wait(afterAttempt attempt: Int, fraction: Double) -> Duration {
        let doublings = min(max(attempt - 1, 0), 16)
        let grown = firstWait.wholeMilliseconds << doublings
        let base = min(grown, longestWait.wholeMilliseconds)
        return .milliseconds(base + Int64(Double(base) / 4 * min(max(fraction, 0), 1)))
    }

    /// Next try, or nil when the item fails for good and a person must act.
    package static func nextTry(
        for item: OutboxItem, attempts: Int, owed: [Debt], at now: Timestamp, fraction: Double
    ) -> Timestamp? {
        let next = now + wait(afterAttempt: attempts, fraction: fraction)
        return next <= triesEnd(for: item, owed: owed) ? next : nil
    }

    /// A supervisor's leave to send a blocked reply. Throws `sameApprover` when requester and
    /// approver are one person (section 16: two-person acts).
    package static func approval(
        of item: OutboxItem, by approver: PersonID, reason: String, at now: Timestamp
    ) throws(DeskError) -> LintOverride {
        var leave =
            item.override
            ?? LintOverride(rules: [], requestedBy: item.author, requestReason: "")
        guard approver != item.author, approver != leave.requestedBy else {
            throw DeskError(.sameApprover)
        }
        leave.approvedBy = approver
        leave.approvalReason = reason
        leave.approvedAt = now
        return leave
    }

    /// Findings that stop an item at release: blocking ones that no second person has let pass. A
    /// leave lapses like every approval (helpdesk section 16); then the reply waits for a new one.
    package static func stopping(
        _ findings: [Finding], override: LintOverride?, at now: Timestamp
    ) -> [Finding] {
        let isGood = override?.approvedAt.map { now < $0 + GuardRules.lifetime } ?? true
        let isApproved = override?.approvedBy != nil && isGood
        let allowed = isApproved ? Set(override?.rules ?? []) : []
        return findings.filter { $0.severity == .block && !allowed.contains($0.rule) }
    }
}

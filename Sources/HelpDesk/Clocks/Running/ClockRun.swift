package import SwiftExtensions

/// Where a clock stands.
package enum ClockState: String, Codable, Sendable, CaseIterable {
    case running
    /// Stands still; it has no deadline until it goes on.
    case paused
    /// What it waited for happened.
    case met
    /// There was nothing left to wait for: excused, void, or another clock took over.
    case cancelled

    package var isLive: Bool { self == .running || self == .paused }
}

/// One clock as the desk keeps it: all that is needed to sweep and to explain it.
package struct ClockRun: Hashable, Sendable, Codable {
    package var key: ClockKey
    package var ticket: TicketID
    package var store: StoreID
    /// The ticket's cycle in which it began.
    package var cycle: Int
    package var start: Timestamp
    /// Only the time of fetching is known, not when the platform took the message.
    package var isStartEstimated: Bool
    /// Already late when we first saw the message: the channel's doing.
    package var isBornLate: Bool
    /// Seconds: working ones for the desk's own clocks, elapsed ones for the others.
    package var target: Int64
    /// The policy that was chosen for the debt; nil when none was for it.
    package var terms: PolicyTerms?
    /// What the choice was made by; only the PLATFORM clock of a debt has it.
    package var basis: PolicyBasis?
    package var state: ClockState
    /// Nil while it is paused.
    package var due: Timestamp?
    package var marks: ClockMarks
    /// Thresholds that were reached, told or skipped.
    package var passed: Set<ClockThreshold>
    package var stoppedAt: Timestamp?
    /// The deadline that was missed; it stays when the clock is met later.
    package var breachedAt: Timestamp?
    /// When the clock has to be looked at again.
    package var nextAt: Timestamp?

    package init(
        key: ClockKey, ticket: TicketID, store: StoreID, cycle: Int, start: Timestamp,
        isStartEstimated: Bool = false, isBornLate: Bool = false, target: Int64,
        terms: PolicyTerms? = nil, basis: PolicyBasis? = nil, state: ClockState = .running,
        due: Timestamp?, marks: ClockMarks, passed: Set<ClockThreshold> = [],
        stoppedAt: Timestamp? = nil, breachedAt: Timestamp? = nil, nextAt: Timestamp? = nil
    ) {
        self.key = key
        self.ticket = ticket
        self.store = store
        self.cycle = cycle
        self.start = start
        self.isStartEstimated = isStartEstimated
        self.isBornLate = isBornLate
        self.target = target
        self.terms = terms
        self.basis = basis
        self.state = state
        self.due = due
        self.marks = marks
        self.passed = passed
        self.stoppedAt = stoppedAt
        self.breachedAt = breachedAt
        self.nextAt = nextAt
    }

    /// A missed review of a held ticket is no breach: the ticket comes back by itself.
    package var breaches: Bool {
        if case .hold = key.subject { return false }
        return true
    }

    /// The first mark that has not been passed, else the deadline, else nil.
    package var nextMark: Timestamp? {
        guard state == .running, let due else { return nil }
        if let mark = marks.list.first(where: { !passed.contains($0.threshold) }) {
            return mark.at
        }
        return breaches && breachedAt == nil ? due : nil
    }
}

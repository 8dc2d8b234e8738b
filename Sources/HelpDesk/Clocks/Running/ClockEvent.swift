package import SwiftExtensions

/// What happens to clocks, calendars and policies. Deadlines stand in the events, because another
/// machine's zone rules may differ: replaying never computes a deadline anew.
package enum ClockEvent: Hashable, Sendable, Codable {
    /// A new version of a calendar.
    case calendarSaved(WorkCalendar)
    /// A new version of a policy.
    case policySaved(ResponsePolicy)
    /// The order in which policies are asked.
    case policiesOrdered([PolicyID])
    case windowSet(PlatformWindow)
    /// Clocks of one ticket begin.
    case started(TicketID, [ClockRun])
    case moved(ClockMove)
    case retargeted(ClockRetarget)
    case warned(ClockWarning)
    case breached(ClockBreach)
    case breachExcused(BreachExcuse)
    /// A person has seen notices about these tickets.
    case noticesRead(PersonID, [TicketID])
}

extension ClockEvent {
    /// Whether calendars, policies, their order or windows are another afterwards.
    package var changesPolicies: Bool {
        switch self {
        case .calendarSaved, .policySaved, .policiesOrdered, .windowSet: true
        default: false
        }
    }

    /// Whether a threshold may have come nearer.
    package var setsThreshold: Bool {
        switch self {
        case .started, .moved, .retargeted: true
        default: false
        }
    }
}

/// A clock pauses, goes on, ends, or runs again because what ended it came back.
package struct ClockMove: Hashable, Sendable, Codable {
    package var key: ClockKey
    package var ticket: TicketID
    package var from: ClockState
    package var to: ClockState
    package var at: Timestamp
    /// The deadline and the marks from now on; nil and none while it does not run.
    package var due: Timestamp?
    package var marks: ClockMarks
    package var nextAt: Timestamp?

    package init(
        key: ClockKey, ticket: TicketID, from: ClockState, to: ClockState, at: Timestamp,
        due: Timestamp? = nil, marks: ClockMarks = ClockMarks([]), nextAt: Timestamp? = nil
    ) {
        self.key = key
        self.ticket = ticket
        self.from = from
        self.to = to
        self.at = at
        self.due = due
        self.marks = marks
        self.nextAt = nextAt
    }
}

/// Another policy, or another target, from the original start on; both deadlines are kept.
package struct ClockRetarget: Hashable, Sendable, Codable {
    package enum Cause: String, Codable, Sendable {
        /// Category, priority or language of the ticket changed.
        case facts
        /// A supervisor applied the policies to open debts.
        case applied
        /// The time to look again, or a case's deadline, was moved.
        case moved
    }

    package var key: ClockKey
    package var ticket: TicketID
    package var cause: Cause
    package var from: PolicyTerms?
    package var to: PolicyTerms?
    package var basis: PolicyBasis?
    package var target: Int64
    package var oldDue: Timestamp?
    package var due: Timestamp?
    package var marks: ClockMarks
    package var nextAt: Timestamp?

    package init(
        key: ClockKey, ticket: TicketID, cause: Cause, from: PolicyTerms?, to: PolicyTerms?,
        basis: PolicyBasis?, target: Int64, oldDue: Timestamp?, due: Timestamp?,
        marks: ClockMarks, nextAt: Timestamp?
    ) {
        self.key = key
        self.ticket = ticket
        self.cause = cause
        self.from = from
        self.to = to
        self.basis = basis
        self.target = target
        self.oldDue = oldDue
        self.due = due
        self.marks = marks
        self.nextAt = nextAt
    }
}

/// People were told of a deadline.
package struct ClockWarning: Hashable, Sendable, Codable {
    package var key: ClockKey
    package var ticket: TicketID
    package var store: StoreID
    package var threshold: ClockThreshold
    package var due: Timestamp
    /// Earlier thresholds that nobody was told of, because the desk was down.
    package var skipped: [ClockThreshold]
    package var audience: WarningAudience
    package var nextAt: Timestamp?

    package init(
        key: ClockKey, ticket: TicketID, store: StoreID, threshold: ClockThreshold,
        due: Timestamp, skipped: [ClockThreshold], audience: WarningAudience,
        nextAt: Timestamp?
    ) {
        self.key = key
        self.ticket = ticket
        self.store = store
        self.threshold = threshold
        self.due = due
        self.skipped = skipped
        self.audience = audience
        self.nextAt = nextAt
    }
}

/// A deadline was missed. The breach is of the deadline's instant, whenever it was noticed; there is
/// one for a clock at most, and it is never deleted (helpdesk section 6.6).
package struct ClockBreach: Hashable, Sendable, Codable {
    package enum Cause: String, Codable, Sendable, CaseIterable {
        case late
        /// The message came late from the platform; no agent is charged with it.
        case channel
    }

    package var key: ClockKey
    package var ticket: TicketID
    package var store: StoreID
    package var dueAt: Timestamp
    package var noticedAt: Timestamp
    package var cause: Cause
    package var owner: PersonID?
    package var skipped: [ClockThreshold]
    package var audience: WarningAudience
    package var nextAt: Timestamp?

    package init(
        key: ClockKey, ticket: TicketID, store: StoreID, dueAt: Timestamp,
        noticedAt: Timestamp, cause: Cause, owner: PersonID?, skipped: [ClockThreshold],
        audience: WarningAudience, nextAt: Timestamp?
    ) {
        self.key = key
        self.ticket = ticket
        self.store = store
        self.dueAt = dueAt
        self.noticedAt = noticedAt
        self.cause = cause
        self.owner = owner
        self.skipped = skipped
        self.audience = audience
        self.nextAt = nextAt
    }
}

/// A supervisor's remark on a breach; reports show it raw and net.
package struct BreachExcuse: Hashable, Sendable, Codable {
    package enum Category: String, Codable, Sendable, CaseIterable {
        case channelOutage = "channel-outage"
        case wrongClass = "wrong-class"
        case platformFault = "platform-fault"
        case other
    }

    package var key: ClockKey
    package var ticket: TicketID
    package var category: Category
    package var reason: String
    package var person: PersonID

    package init(
        key: ClockKey, ticket: TicketID, category: Category, reason: String, person: PersonID
    ) {
        self.key = key
        self.ticket = ticket
        self.category = category
        self.reason = reason
        self.person = person
    }
}

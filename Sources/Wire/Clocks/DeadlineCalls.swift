package import HelpDesk
package import SwiftExtensions

/// How the deadlines of a ticket came about.
package struct ExplainDeadlines: RemoteCall {
    package static let method = "deadline.explain"
    package var ticket: TicketID
    package init(ticket: TicketID) { self.ticket = ticket }

    package struct Reply: Codable, Sendable, Hashable {
        package var ticket: TicketID
        package var now: Timestamp
        /// By when somebody should have acted; lists are sorted by it.
        package var actBy: Timestamp?
        package var band: UrgencyBand?
        /// Since when the store's messages have not been seen: its timers are uncertain.
        package var blindSince: Timestamp?
        /// Those that run first, by deadline, then those that ended.
        package var clocks: [ClockExplanation]

        package init(
            ticket: TicketID, now: Timestamp, actBy: Timestamp?, band: UrgencyBand?,
            blindSince: Timestamp?, clocks: [ClockExplanation]
        ) {
            self.ticket = ticket
            self.now = now
            self.actBy = actBy
            self.band = band
            self.blindSince = blindSince
            self.clocks = clocks
        }
    }
}

/// What a person was told of a deadline.
package struct NoticeView: Codable, Sendable, Hashable {
    package var row: TicketRow
    package var key: ClockKey
    package var threshold: ClockThreshold
    package var due: Timestamp
    package var noticedAt: Timestamp
    package var readAt: Timestamp?
    /// Whether the clock still waits for somebody.
    package var isLive: Bool

    package init(
        row: TicketRow, key: ClockKey, threshold: ClockThreshold, due: Timestamp,
        noticedAt: Timestamp, readAt: Timestamp?, isLive: Bool
    ) {
        self.row = row
        self.key = key
        self.threshold = threshold
        self.due = due
        self.noticedAt = noticedAt
        self.readAt = readAt
        self.isLive = isLive
    }
}

/// The caller's notices: those not looked at, the oldest first, and the others by choice.
package struct ListNotices: RemoteCall {
    package static let method = "notice.list"
    package var includesRead: Bool
    /// 1 to 200.
    package var limit: Int

    package init(includesRead: Bool = false, limit: Int = 50) {
        self.includesRead = includesRead
        self.limit = limit
    }

    package struct Reply: Codable, Sendable, Hashable {
        package var notices: [NoticeView]
        package init(notices: [NoticeView]) { self.notices = notices }
    }
}

/// The caller has looked at these tickets: their notices count no more. Reply: the new counts.
package struct ReadNotices: RemoteCall {
    package static let method = "notice.read"
    package typealias Reply = InboxCounts
    package var tickets: [TicketID]
    package init(tickets: [TicketID]) { self.tickets = tickets }
}

/// A missed deadline as lists show it.
package struct BreachView: Codable, Sendable, Hashable {
    package var ticket: TicketID
    package var store: StoreID
    package var key: ClockKey
    package var dueAt: Timestamp
    package var noticedAt: Timestamp
    package var cause: ClockBreach.Cause
    package var owner: PersonID?
    package var excuse: BreachExcuse.Category?
    package var excuseReason: String?
    package var ownerName: String?
    /// Who had it for which share of its time (helpdesk section 14.7), the largest first.
    package var shares: [Share] = []
    /// The share of the time in which nobody had it.
    package var queueShare: Double = 0

    package struct Share: Codable, Sendable, Hashable {
        package var name: String
        package var share: Double
        package init(name: String, share: Double) {
            self.name = name
            self.share = share
        }
    }

    package init(
        ticket: TicketID, store: StoreID, key: ClockKey, dueAt: Timestamp,
        noticedAt: Timestamp, cause: ClockBreach.Cause, owner: PersonID?,
        excuse: BreachExcuse.Category?, excuseReason: String?
    ) {
        self.ticket = ticket
        self.store = store
        self.key = key
        self.dueAt = dueAt
        self.noticedAt = noticedAt
        self.cause = cause
        self.owner = owner
        self.excuse = excuse
        self.excuseReason = excuseReason
    }
}

/// Missed deadlines with due instants in [from, to), within the caller's scope.
package struct ListBreaches: RemoteCall {
    package static let method = "breach.list"
    package var from: Timestamp
    package var to: Timestamp
    /// The newest of them at most; nil for 500. More than 5000 are not given.
    package var limit: Int?

    package init(from: Timestamp, to: Timestamp, limit: Int? = nil) {
        self.from = from
        self.to = to
        self.limit = limit
    }

    package struct Reply: Codable, Sendable, Hashable {
        /// By when they were due.
        package var breaches: [BreachView]
        /// All of them, also those beyond the limit.
        package var total: Int
        package init(breaches: [BreachView], total: Int) {
            self.breaches = breaches
            self.total = total
        }
    }
}

/// A supervisor's remark on a missed deadline; it stays a breach. Error: `breachNotFound`.
package struct ExcuseBreach: RemoteCall {
    package static let method = "breach.excuse"
    package typealias Reply = BreachView
    package var ticket: TicketID
    package var key: ClockKey
    package var category: BreachExcuse.Category
    package var reason: String

    package init(
        ticket: TicketID, key: ClockKey, category: BreachExcuse.Category, reason: String
    ) {
        self.ticket = ticket
        self.key = key
        self.category = category
        self.reason = reason
    }
}

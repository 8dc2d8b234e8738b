package import HelpDesk
package import SwiftExtensions

/// How one lane of the engine stands: a kind of one store, or what all stores share.
package struct SyncLane: Codable, Sendable, Hashable {
    package enum State: String, Codable, Sendable, CaseIterable {
        /// Runs on schedule; also before its first run.
        case healthy
        /// Goes on, but waits longer than planned: throttled, or backing off after a failure that
        /// may pass by itself.
        case slowed
        /// Waits for a person: the failure will not pass by itself (authorisation, role, account).
        case parked
        /// Turned off in the configuration (`sync = { orders = false }`), or nothing of it is
        /// permitted; then the trouble names the role.
        case paused
    }

    /// Nil for what all stores share.
    package var store: StoreID?
    package var kind: LaneKind
    package var state: State
    package var lastSuccess: Timestamp?
    package var lastAttempt: Timestamp?
    /// Newest instant up to which the channel is known complete; the lag is now minus this.
    package var seenThrough: Timestamp?
    /// Jobs and records of this lane that wait or run now.
    package var queued: Int
    /// When the lane runs next; nil while it is parked or paused.
    package var nextRun: Timestamp?
    package var trouble: EngineTrouble?
    /// Failures since the last success.
    package var failures: Int
    package var blind: BlindSpan?
    package var backfill: BackfillProgress?
    /// The topics of a lane that has several, in the order in which people read them.
    package var parts: [SyncLanePart]

    package init(
        store: StoreID?, kind: LaneKind, state: State, lastSuccess: Timestamp? = nil,
        lastAttempt: Timestamp? = nil, seenThrough: Timestamp? = nil, queued: Int = 0,
        nextRun: Timestamp? = nil, trouble: EngineTrouble? = nil, failures: Int = 0,
        blind: BlindSpan? = nil, backfill: BackfillProgress? = nil, parts: [SyncLanePart] = []
    ) {
        self.store = store
        self.kind = kind
        self.state = state
        self.lastSuccess = lastSuccess
        self.lastAttempt = lastAttempt
        self.seenThrough = seenThrough
        self.queued = queued
        self.nextRun = nextRun
        self.trouble = trouble
        self.failures = failures
        self.blind = blind
        self.backfill = backfill
        self.parts = parts
    }
}

/// A time in which buyers may have written and the desk could not see it (helpdesk section 19).
/// Present as soon as nothing was seen for 15 minutes (or the configured time).
package struct BlindSpan: Codable, Sendable, Hashable {
    /// The last instant known complete.
    package var since: Timestamp
    /// Arrivals usual in the span, from the same hours of earlier weeks.
    package var expected: Double
    /// The 95 % upper figure of the arrivals in the span.
    package var upper: Int
    /// Blind for over 60 minutes: somebody looks into Seller Central by hand.
    package var isAlarm: Bool

    package init(since: Timestamp, expected: Double, upper: Int, isAlarm: Bool) {
        self.since = since
        self.expected = expected
        self.upper = upper
        self.isAlarm = isAlarm
    }
}

/// How far the reading of the past has come.
package struct BackfillProgress: Codable, Sendable, Hashable {
    /// Start of the time to read, inclusive.
    package var from: Timestamp
    /// End of the time to read, exclusive: where the ordinary lane began.
    package var through: Timestamp
    /// Everything from `from` up to here is read; equals `through` at the end.
    package var reached: Timestamp
    /// Records read so far.
    package var records: Int

    package init(from: Timestamp, through: Timestamp, reached: Timestamp, records: Int) {
        self.from = from
        self.through = through
        self.reached = reached
        self.records = records
    }

    package var isDone: Bool { reached >= through }

    /// What is read of the whole span, 0 to 1.
    package var share: Double {
        let whole = through.milliseconds - from.milliseconds
        guard whole > 0 else { return 1 }
        return min(1, max(0, Double(reached.milliseconds - from.milliseconds) / Double(whole)))
    }
}

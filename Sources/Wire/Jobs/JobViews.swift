package import HelpDesk
package import SwiftExtensions

/// One line of the list of jobs.
package struct JobSummary: Codable, Sendable, Hashable, Identifiable {
    package var id: JobID
    /// What runs it: `outbox-send`, `order-refresh`, …
    package var kind: String
    /// What it is about, unique among unfinished jobs of its kind; ids only.
    package var key: String
    package var store: StoreID?
    package var state: JobRecord.State
    /// Higher runs first; 0 is ordinary, back-fill is below.
    package var priority: Int
    package var attempts: Int
    /// Attempts after which it is given up; nil for no limit.
    package var attemptLimit: Int?
    package var createdAt: Timestamp?
    /// When a ready job is due; nil in other states.
    package var nextRun: Timestamp?
    /// Of the last attempt that failed.
    package var trouble: EngineTrouble?
    /// Whether `RetryJob` would be taken.
    package var canRetry: Bool
    /// Whether `DropJob` would be taken.
    package var canDrop: Bool

    package init(
        id: JobID, kind: String, key: String, store: StoreID?, state: JobRecord.State,
        priority: Int = 0, attempts: Int, attemptLimit: Int? = nil, createdAt: Timestamp? = nil,
        nextRun: Timestamp? = nil, trouble: EngineTrouble? = nil, canRetry: Bool, canDrop: Bool
    ) {
        self.id = id
        self.kind = kind
        self.key = key
        self.store = store
        self.state = state
        self.priority = priority
        self.attempts = attempts
        self.attemptLimit = attemptLimit
        self.createdAt = createdAt
        self.nextRun = nextRun
        self.trouble = trouble
        self.canRetry = canRetry
        self.canDrop = canDrop
    }
}

/// A job with its history.
package struct JobDetail: Codable, Sendable, Hashable {
    package var job: JobSummary
    /// The kind's own JSON, indented; ids only.
    package var payload: String
    /// Oldest first.
    package var history: [JobStep]

    package init(job: JobSummary, payload: String, history: [JobStep]) {
        self.job = job
        self.payload = payload
        self.history = history
    }
}

/// One thing that happened to a job.
package struct JobStep: Codable, Sendable, Hashable {
    package enum Act: String, Codable, Sendable, CaseIterable {
        case queued, started, failed, finished
        /// Given up by the core.
        case buried
        /// Run again by a person.
        case retried
        /// Given up by a person.
        case dropped
    }

    package var at: Timestamp
    package var act: Act
    /// The person's name for what a person did.
    package var by: String?
    /// Counted from one; nil where no attempt belongs to the step.
    package var attempt: Int?
    package var trouble: EngineTrouble?
    /// A person's reason.
    package var note: String

    package init(
        at: Timestamp, act: Act, by: String? = nil, attempt: Int? = nil,
        trouble: EngineTrouble? = nil, note: String = ""
    ) {
        self.at = at
        self.act = act
        self.by = by
        self.attempt = attempt
        self.trouble = trouble
        self.note = note
    }
}

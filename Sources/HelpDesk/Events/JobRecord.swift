package import SwiftExtensions

/// A piece of work that must outlive a crash. `key` is unique among unfinished jobs.
package struct JobRecord: Hashable, Sendable {
    package enum State: String, Codable, Sendable { case ready, running, done, dead }

    package var id: JobID
    /// What runs it: `outbox-send`, `order-refresh`, `bounce-window`, …
    package var kind: String
    package var key: String
    /// The kind's own JSON; ids only, no personal data.
    package var payload: String
    package var state: State
    package var runAt: Timestamp
    package var attempts: Int
    package var lastError: String?
    /// Higher runs first; 0 is ordinary, what fills the past is below.
    package var priority: Int
    /// What the last attempt met, where it was a call to a platform or a mailbox.
    package var failure: SyncFailure?

    package init(
        id: JobID, kind: String, key: String, payload: String, state: State = .ready,
        runAt: Timestamp, attempts: Int = 0, lastError: String? = nil, priority: Int = 0,
        failure: SyncFailure? = nil
    ) {
        self.id = id
        self.kind = kind
        self.key = key
        self.payload = payload
        self.state = state
        self.runAt = runAt
        self.attempts = attempts
        self.lastError = lastError
        self.priority = priority
        self.failure = failure
    }
}

// Records of the first version have no priority.
extension JobRecord: Codable {
    private enum CodingKeys: String, CodingKey {
        case id, kind, key, payload, state, runAt, attempts, lastError, priority, failure
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try container.decode(JobID.self, forKey: .id),
            kind: try container.decode(String.self, forKey: .kind),
            key: try container.decode(String.self, forKey: .key),
            payload: try container.decode(String.self, forKey: .payload),
            state: try container.decode(State.self, forKey: .state),
            runAt: try container.decode(Timestamp.self, forKey: .runAt),
            attempts: try container.decode(Int.self, forKey: .attempts),
            lastError: try container.decodeIfPresent(String.self, forKey: .lastError),
            priority: try container.decodeIfPresent(Int.self, forKey: .priority) ?? 0,
            failure: try container.decodeIfPresent(SyncFailure.self, forKey: .failure))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(kind, forKey: .kind)
        try container.encode(key, forKey: .key)
        try container.encode(payload, forKey: .payload)
        try container.encode(state, forKey: .state)
        try container.encode(runAt, forKey: .runAt)
        try container.encode(attempts, forKey: .attempts)
        try container.encodeIfPresent(lastError, forKey: .lastError)
        try container.encode(priority, forKey: .priority)
        try container.encodeIfPresent(failure, forKey: .failure)
    }
}

/// A job's step from one state to the next, or to another time.
package struct JobMove: Hashable, Sendable, Codable {
    /// Who asked for the step, where it was not the engine itself.
    package enum Act: String, Codable, Sendable {
        /// A person runs it again.
        case retried
        /// A person gives it up for good.
        case dropped
        /// The core stopped, or the runner was lost, while the job ran.
        case interrupted
        /// What it was about has been settled in another way.
        case superseded
    }

    package var job: JobID
    package var to: JobRecord.State
    package var runAt: Timestamp
    package var attempts: Int
    package var lastError: String?
    package var failure: SyncFailure?
    package var act: Act?
    /// A person's reason.
    package var reason: String?

    package init(
        job: JobID, to: JobRecord.State, runAt: Timestamp, attempts: Int,
        lastError: String? = nil, failure: SyncFailure? = nil, act: Act? = nil,
        reason: String? = nil
    ) {
        self.job = job
        self.to = to
        self.runAt = runAt
        self.attempts = attempts
        self.lastError = lastError
        self.failure = failure
        self.act = act
        self.reason = reason
    }
}

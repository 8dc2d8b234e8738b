package import HelpDesk

/// Jobs of the core, within the caller's stores: dead ones first, then running, then ready ones by
/// their next run, then done ones, newest first. Anybody may look; jobs that belong to no store are
/// shown to those who see all stores. All filters given must fit. Error: `storeOutOfScope`.
package struct ListJobs: RemoteCall {
    package static let method = "job.list"
    /// Empty for all but `done`.
    package var states: [JobRecord.State]
    package var store: StoreID?
    package var kind: String?
    package var offset: Int
    /// 1 to 500; the core clamps it.
    package var limit: Int

    package init(
        states: [JobRecord.State] = [], store: StoreID? = nil, kind: String? = nil,
        offset: Int = 0, limit: Int = 100
    ) {
        self.states = states
        self.store = store
        self.kind = kind
        self.offset = offset
        self.limit = limit
    }

    package struct Reply: Codable, Sendable, Hashable {
        package var jobs: [JobSummary]
        /// How many fit the filters.
        package var total: Int
        package init(jobs: [JobSummary], total: Int) {
            self.jobs = jobs
            self.total = total
        }
    }
}

/// One job with all that happened to it. Error: `jobNotFound` (argument `job`), also for a job of a
/// store out of scope.
package struct ShowJob: RemoteCall {
    package static let method = "job.show"
    package typealias Reply = JobDetail
    package var job: JobID
    package init(job: JobID) { self.job = job }
}

/// Runs a dead job again, with all its attempts, or a ready one now. A supervisor's act.
/// Errors: `jobNotFound`; `jobStateRefused` (arguments `job`, `state`) for a running or done one;
/// `jobNotRepeatable` (argument `job`) where nobody knows whether the last attempt took effect and
/// a repeat could do it twice (a reply whose delivery is unknown is settled in the outbox).
package struct RetryJob: RemoteCall {
    package static let method = "job.retry"
    package typealias Reply = JobSummary
    package var job: JobID
    package init(job: JobID) { self.job = job }
}

/// Gives up a dead or ready job for good: it becomes `done`, and its history says `dropped`, by
/// whom and why. A supervisor's act. Errors: `jobNotFound`, `jobStateRefused`.
package struct DropJob: RemoteCall {
    package static let method = "job.drop"
    package typealias Reply = JobSummary
    package var job: JobID
    /// Why; not empty, at most 500 characters (`badRequest` otherwise).
    package var reason: String
    package init(job: JobID, reason: String) {
        self.job = job
        self.reason = reason
    }
}

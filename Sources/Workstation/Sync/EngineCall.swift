package import HelpDesk
package import Wire

/// What the panes of the sync engine ask the core, as values that tests compare.
package enum EngineCall: Hashable, Sendable {
    case overview
    /// A page of the log; `before` is the last entry of the page above.
    case log(SyncLogFilter, before: SyncLogID?)
    case jobs(includesDone: Bool)
    case job(JobID)
    case retry(JobID)
    case drop(JobID, reason: String)
    case drift(includesSettled: Bool)
    case driftRecord(DriftID)
    /// Nil for all open records.
    case rerun(DriftID?)
    case quarantine(includesReleased: Bool)
    case mail(RawMailID)
    case release(RawMailID, store: StoreID?, reason: String)
    case checks
    /// What was counted at the platform may be unknown.
    case record(SpotCheckID, SpotCheck.Result, count: Int?, note: String)
}

/// What the core answered to the panes of the sync engine.
package enum EngineAnswer: Sendable {
    case overview(ShowSyncOverview.Reply)
    case log(ListSyncLog.Reply)
    case jobs(ListJobs.Reply)
    case job(JobDetail)
    case jobMoved(JobSummary)
    case drift(ListDrift.Reply)
    case driftRecord(DriftDetail)
    case rerun(RerunDrift.Reply)
    case quarantine(ListQuarantine.Reply)
    case mail(QuarantinedMailDetail)
    case released(ReleaseQuarantine.Reply)
    case checks(ListSpotChecks.Reply)
    case recorded(SpotCheck)
}

/// Which entries of the sync log are shown.
package struct SyncLogFilter: Hashable, Sendable {
    package var store: StoreID?
    package var operation: String?
    package var errorClass: SyncErrorClass?
    package var onlyFailures = false

    package init() {}

    /// Reads words in any order: a store, an error class, `failed`; anything else is an operation.
    init(_ text: String, stores: Set<StoreID>) {
        for word in text.split(separator: " ").map(String.init) {
            if stores.contains(StoreID(word)) {
                store = StoreID(word)
            } else if let known = SyncErrorClass(rawValue: word) {
                errorClass = known
            } else if word == "failed" {
                onlyFailures = true
            } else {
                operation = word
            }
        }
    }

    /// The words that `init` reads.
    package var text: String {
        [store?.rawValue, operation, errorClass?.rawValue, onlyFailures ? "failed" : nil]
            .compactMap { $0 }.joined(separator: " ")
    }

    func call(before: SyncLogID?) -> ListSyncLog {
        ListSyncLog(
            store: store, operation: operation, errorClass: errorClass,
            onlyFailures: onlyFailures, before: before, limit: 200)
    }
}

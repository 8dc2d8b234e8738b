import HelpDesk
package import SwiftExtensions
package import TerminalWidgets
package import Wire

/// The panes of the sync engine: how it stands, its log, its jobs, and what waits for a person.
package enum EnginePane {
    /// In the order of the strip above them.
    static let layers: [Layer] = [.sync, .syncLog, .jobs, .drift, .quarantine, .checks]

    package struct State: Equatable, Sendable {
        package internal(set) var overview: ShowSyncOverview.Reply?
        /// When the overview came; budgets refill from then on.
        var overviewAt: Timestamp?
        package internal(set) var lanes = ListState(height: 8)

        package internal(set) var log = EngineList<SyncLogEntry>()
        package internal(set) var logFilter = SyncLogFilter()
        var hasOlderLog = false

        package internal(set) var jobs = EngineList<JobSummary>()
        package internal(set) var job: JobDetail?
        var showsDoneJobs = false

        package internal(set) var drift = EngineList<DriftRecord>()
        package internal(set) var driftRecord: DriftDetail?
        var unknownFields: [UnknownField] = []
        var showsSettledDrift = false

        package internal(set) var mails = EngineList<QuarantinedMail>()
        package internal(set) var mail: QuarantinedMailDetail?
        var showsReleasedMails = false

        package internal(set) var checks = EngineList<SpotCheck>()
        var checkSummary: SpotCheckSummary?

        /// The selected item fills the pane.
        package internal(set) var isOpen = false
        package internal(set) var viewport = ViewportState()
        /// When what is shown is asked for again, since the core told of changes.
        package internal(set) var refreshAt: Timestamp?

        package init() {}
    }
}

extension Layer {
    var isEngine: Bool { EnginePane.layers.contains(self) }

    /// The part of the engine whose news concern this pane.
    var enginePart: EngineNews.Part? {
        switch self {
        case .sync: .overview
        case .syncLog: .log
        case .jobs: .jobs
        case .drift: .drift
        case .quarantine: .quarantine
        case .checks: .checks
        default: nil
        }
    }
}

extension SyncLane {
    fileprivate var needsSomebody: Bool {
        state == .parked || trouble != nil || blind != nil
    }
}

extension WorkstationModel {
    /// The rows of the grid. Until the first overview came, what the ordinary health says.
    var lanes: [SyncLane] {
        if let overview = engine.overview {
            // What needs somebody comes first; the core's order holds among equals.
            return overview.lanes.filter(\.needsSomebody)
                + overview.lanes.filter { !$0.needsSomebody }
        }
        return health.sorted { ($0.store, $0.kind.rawValue) < ($1.store, $1.kind.rawValue) }.map {
            SyncLane(
                store: $0.store, kind: LaneKind($0.kind),
                state: $0.failure == nil ? .healthy : .slowed,
                lastSuccess: $0.lastSuccess, lastAttempt: $0.lastAttempt, nextRun: $0.nextRun,
                trouble: $0.failure.map { EngineTrouble($0) }, failures: 0)
        }
    }

    var selectedLane: SyncLane? {
        lanes.indices.contains(engine.lanes.selection) ? lanes[engine.lanes.selection] : nil
    }

    /// Stores whose buyers may have written unseen: their timers are not the whole truth.
    func isBlind(_ store: StoreID) -> Bool {
        health.contains { $0.store == store && $0.kind == .messages && $0.blindSince != nil }
    }
}

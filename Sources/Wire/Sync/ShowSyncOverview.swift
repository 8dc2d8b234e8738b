package import HelpDesk

/// The whole engine at one glance, within the caller's stores. Anybody may look.
/// Error: `storeOutOfScope` (argument `store`) for a store that the caller cannot see.
package struct ShowSyncOverview: RemoteCall {
    package static let method = "sync.overview"
    package var store: StoreID?
    package init(store: StoreID? = nil) { self.store = store }

    package struct Reply: Codable, Sendable, Hashable {
        /// Every configured store with every kind, ordered by store, then by kind; what they share
        /// comes last.
        package var lanes: [SyncLane]
        /// Budgets of operations used so far, ordered by store, then by operation.
        package var budgets: [RequestBudget]
        package var counts: EngineCounts

        package init(lanes: [SyncLane], budgets: [RequestBudget], counts: EngineCounts) {
            self.lanes = lanes
            self.budgets = budgets
            self.counts = counts
        }
    }
}

/// What waits for a person or for its turn, within the caller's stores.
package struct EngineCounts: Codable, Sendable, Hashable {
    /// Jobs that are due or wait for their time.
    package var ready: Int
    package var running: Int
    /// Jobs given up; a person reads why and runs or drops them.
    package var dead: Int
    /// Drift records not read yet.
    package var drift: Int
    /// Mails held back.
    package var quarantined: Int
    /// Spot checks of today that nobody recorded.
    package var checksDue: Int

    package init(
        ready: Int = 0, running: Int = 0, dead: Int = 0, drift: Int = 0, quarantined: Int = 0,
        checksDue: Int = 0
    ) {
        self.ready = ready
        self.running = running
        self.dead = dead
        self.drift = drift
        self.quarantined = quarantined
        self.checksDue = checksDue
    }
}

/// Which lists of the engine have changed, for clients that show one: they ask for it again. Pushed
/// at most once in 200 ms; it names no store, so everybody may hear it.
package struct EngineNews: Codable, Sendable, Hashable {
    package enum Part: String, Codable, Sendable, CaseIterable {
        case overview, log, jobs, drift, quarantine, checks
    }

    /// Without repeats, in the order of `Part`.
    package var parts: [Part]

    package init(_ parts: Set<Part>) {
        self.parts = Part.allCases.filter(parts.contains)
    }
}

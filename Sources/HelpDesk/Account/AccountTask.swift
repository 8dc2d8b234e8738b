package import SwiftExtensions

/// A part of a seller's account that the desk keeps up to date besides messages and orders.
package enum AccountTopic: String, Codable, Sendable, CaseIterable, Comparable {
    case participation
    case health = "account-health"
    case settlement, returns, feedback, inventory, listings

    /// The order in which people read them.
    package static func < (left: AccountTopic, right: AccountTopic) -> Bool {
        guard let first = allCases.firstIndex(of: left), let second = allCases.firstIndex(of: right)
        else { return false }
        return first < second
    }
}

/// How far a topic of a store has come.
package enum AccountPhase: String, Codable, Sendable, CaseIterable {
    /// Waits for its next turn; nothing is under way.
    case idle
    /// The platform prepares a report.
    case requested
    /// The last turn failed; the failure says why.
    case failed
    /// The app lacks a role: nothing is known, which is not the same as nothing being there.
    case notPermitted = "not-permitted"
}

/// The state of one topic of one store.
package struct AccountTask: Hashable, Sendable, Codable {
    package var store: StoreID
    package var topic: AccountTopic
    package var phase: AccountPhase
    /// The platform's number of the report that is being prepared.
    package var reportID: String?
    package var requestedAt: Timestamp?
    package var lastAttempt: Timestamp?
    package var lastSuccess: Timestamp?
    package var nextRun: Timestamp
    package var failure: SyncFailure?
    /// The role that the app lacks, in the platform's words.
    package var missingRole: String?
    /// What the platform did with the last report: `FATAL` or `CANCELLED`; nil when it was made.
    package var platformNote: String?

    package init(
        store: StoreID, topic: AccountTopic, phase: AccountPhase = .idle, nextRun: Timestamp
    ) {
        self.store = store
        self.topic = topic
        self.phase = phase
        self.nextRun = nextRun
    }
}

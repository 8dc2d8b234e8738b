package import HelpDesk
package import SwiftExtensions

/// Samples for comparing the desk with the platform by hand (helpdesk section 19), within the
/// caller's stores: those that wait first, oldest first, then recorded ones, newest first.
package struct ListSpotChecks: RemoteCall {
    package static let method = "spot.list"
    /// Recorded ones of this many days come along; 0 for waiting ones only.
    package var days: Int

    package init(days: Int = 7) { self.days = days }

    package struct Reply: Codable, Sendable, Hashable {
        package var checks: [SpotCheck]
        package var summary: SpotCheckSummary
        package init(checks: [SpotCheck], summary: SpotCheckSummary) {
            self.checks = checks
            self.summary = summary
        }
    }
}

/// Writes down what the comparison found. Anybody in whose stores the sample lies may; the first
/// record stands. Errors: `spotCheckNotFound` (argument `check`), `spotCheckRecorded` (argument `by`).
package struct RecordSpotCheck: RemoteCall {
    package static let method = "spot.record"
    package typealias Reply = SpotCheck
    package var check: SpotCheckID
    package var result: SpotCheck.Result
    /// Messages the platform shows for the hour; nil when they were not counted.
    package var platformCount: Int?
    /// What was seen; at most 500 characters.
    package var note: String

    package init(
        check: SpotCheckID, result: SpotCheck.Result, platformCount: Int? = nil, note: String = ""
    ) {
        self.check = check
        self.result = result
        self.platformCount = platformCount
        self.note = note
    }
}

/// One random (store, hour) to look up in Seller Central.
package struct SpotCheck: Codable, Sendable, Hashable, Identifiable {
    package enum Result: String, Codable, Sendable, CaseIterable {
        case match
        /// The platform shows something that the desk has not.
        case missing
        /// The desk has something that the platform does not show.
        case extra
    }

    package var id: SpotCheckID
    package var store: StoreID
    /// The hour is [start, start + 1 h).
    package var start: Timestamp
    /// Buyer messages that the desk has in this hour.
    package var deskCount: Int
    /// Their tickets, oldest first, at most 50.
    package var tickets: [TicketID]
    /// Nil while it waits.
    package var result: Result?
    package var platformCount: Int?
    package var note: String
    package var recordedBy: String?
    package var recordedAt: Timestamp?

    package init(
        id: SpotCheckID, store: StoreID, start: Timestamp, deskCount: Int,
        tickets: [TicketID] = [], result: Result? = nil, platformCount: Int? = nil,
        note: String = "", recordedBy: String? = nil, recordedAt: Timestamp? = nil
    ) {
        self.id = id
        self.store = store
        self.start = start
        self.deskCount = deskCount
        self.tickets = tickets
        self.result = result
        self.platformCount = platformCount
        self.note = note
        self.recordedBy = recordedBy
        self.recordedAt = recordedAt
    }
}

/// What all recorded checks say together, within the caller's stores.
package struct SpotCheckSummary: Codable, Sendable, Hashable {
    package var waiting: Int
    package var recorded: Int
    package var missing: Int
    package var extra: Int
    /// 95 % upper bound of the share of samples with something missing, 0 to 1: 1 - 0.05^(1/n) with
    /// no miss in n, else Clopper-Pearson. Nil before the first record.
    package var upperBound: Double?

    package init(
        waiting: Int, recorded: Int, missing: Int, extra: Int, upperBound: Double?
    ) {
        self.waiting = waiting
        self.recorded = recorded
        self.missing = missing
        self.extra = extra
        self.upperBound = upperBound
    }
}

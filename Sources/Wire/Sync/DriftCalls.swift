package import HelpDesk
package import SwiftExtensions

/// Records that a platform sent in a shape the desk cannot read, newest first. Anybody may see the
/// list; what the records hold is for supervisors (`ShowDrift`). Error: `storeOutOfScope`.
package struct ListDrift: RemoteCall {
    package static let method = "drift.list"
    package var store: StoreID?
    /// Also those that were read after all.
    package var includesSettled: Bool
    package var offset: Int
    /// 1 to 500; the core clamps it.
    package var limit: Int

    package init(
        store: StoreID? = nil, includesSettled: Bool = false, offset: Int = 0, limit: Int = 100
    ) {
        self.store = store
        self.includesSettled = includesSettled
        self.offset = offset
        self.limit = limit
    }

    package struct Reply: Codable, Sendable, Hashable {
        package var records: [DriftRecord]
        package var total: Int
        /// Fields that the desk does not know and kept, most frequent first, at most 100.
        package var unknownFields: [UnknownField]
        package init(records: [DriftRecord], total: Int, unknownFields: [UnknownField]) {
            self.records = records
            self.total = total
            self.unknownFields = unknownFields
        }
    }
}

/// One record, raw and parsed. A supervisor's sight: the raw text may hold personal data.
/// Error: `driftNotFound` (argument `drift`), also for a store out of scope.
package struct ShowDrift: RemoteCall {
    package static let method = "drift.show"
    package typealias Reply = DriftDetail
    package var drift: DriftID
    package init(drift: DriftID) { self.drift = drift }
}

/// Reads records again, after an update of the desk or its tables; what can be read now becomes
/// rows as if it had just come. A supervisor's act. Errors: `driftNotFound`, `storeOutOfScope`.
package struct RerunDrift: RemoteCall {
    package static let method = "drift.rerun"
    /// Nil for all open records of `store`, or of all stores in scope.
    package var drift: DriftID?
    package var store: StoreID?

    package init(drift: DriftID? = nil, store: StoreID? = nil) {
        self.drift = drift
        self.store = store
    }

    package struct Reply: Codable, Sendable, Hashable {
        package var tried: Int
        package var settled: Int
        /// The records tried, as they stand now; at most 500.
        package var records: [DriftRecord]
        package init(tried: Int, settled: Int, records: [DriftRecord]) {
            self.tried = tried
            self.settled = settled
            self.records = records
        }
    }
}

/// A record set aside, without what it holds.
package struct DriftRecord: Codable, Sendable, Hashable, Identifiable {
    package var id: DriftID
    package var store: StoreID
    /// The call whose answer held the record.
    package var operation: String
    /// The platform's id of the record, such as an order number, where it could be read.
    package var recordID: String?
    package var foundAt: Timestamp
    /// Where the first difference is, such as `orders[3].orderTotal.amount`.
    package var path: String
    package var expected: String
    package var found: String
    /// How often reading was tried, the first time included.
    package var attempts: Int
    /// Nil while it cannot be read.
    package var settledAt: Timestamp?

    package init(
        id: DriftID, store: StoreID, operation: String, recordID: String?, foundAt: Timestamp,
        path: String, expected: String, found: String, attempts: Int = 1,
        settledAt: Timestamp? = nil
    ) {
        self.id = id
        self.store = store
        self.operation = operation
        self.recordID = recordID
        self.foundAt = foundAt
        self.path = path
        self.expected = expected
        self.found = found
        self.attempts = attempts
        self.settledAt = settledAt
    }
}

/// A record with its bytes and what the parser made of each field.
package struct DriftDetail: Codable, Sendable, Hashable {
    package var record: DriftRecord
    /// The bytes as indented JSON where they are JSON, else as text; at most 64 KiB.
    package var raw: String
    package var isTruncated: Bool
    /// The fields of the record in the order of the raw text; those that are missing come last.
    package var fields: [DriftField]

    package init(record: DriftRecord, raw: String, isTruncated: Bool, fields: [DriftField]) {
        self.record = record
        self.raw = raw
        self.isTruncated = isTruncated
        self.fields = fields
    }
}

/// One field as expected and as found.
package struct DriftField: Codable, Sendable, Hashable {
    package enum Verdict: String, Codable, Sendable, CaseIterable {
        case fits
        /// Required and not there.
        case missing
        /// There, of another type or out of its set of words.
        case retyped
        /// Not known to the desk; kept and counted.
        case unknown
    }

    package var path: String
    /// Type and need, such as `string, required`; empty for an unknown field.
    package var expected: String
    /// Type and value, such as `number 12`; at most 200 characters; empty when missing.
    package var found: String
    package var verdict: Verdict

    package init(path: String, expected: String, found: String, verdict: Verdict) {
        self.path = path
        self.expected = expected
        self.found = found
        self.verdict = verdict
    }
}

/// A field that is not in the desk's knowledge of the platform; its values are kept.
package struct UnknownField: Codable, Sendable, Hashable {
    package var operation: String
    package var path: String
    package var count: Int
    package var lastSeen: Timestamp

    package init(operation: String, path: String, count: Int, lastSeen: Timestamp) {
        self.operation = operation
        self.path = path
        self.count = count
        self.lastSeen = lastSeen
    }
}

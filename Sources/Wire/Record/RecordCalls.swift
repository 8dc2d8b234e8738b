package import HelpDesk

/// Recomputes the chain of the record and compares it with its checkpoints. An admin's act.
package struct VerifyRecord: RemoteCall {
    package static let method = "audit.verify"
    package typealias Reply = RecordReport
    package init() {}
}

/// Looks at all rules that always hold, on a copy. A supervisor's act; takes minutes on a large
/// desk.
package struct VerifyDesk: RemoteCall {
    package static let method = "desk.verify"
    package typealias Reply = InvariantReport
    package init() {}
}

/// Signed checkpoints, the newest last. `signs` has whatever is uncovered signed first.
package struct ListCheckpoints: RemoteCall {
    package static let method = "audit.checkpoints"
    package var limit: Int
    package var signs: Bool

    package init(limit: Int = 20, signs: Bool = false) {
        self.limit = limit
        self.signs = signs
    }

    package struct Reply: Codable, Sendable, Hashable {
        package var checkpoints: [Checkpoint]
        package init(checkpoints: [Checkpoint]) { self.checkpoints = checkpoints }
    }
}

/// Entries of the record as they stand, oldest first, after a place in it.
package struct ListEntries: RemoteCall {
    package static let method = "audit.entries"
    /// Nil for the newest ones.
    package var after: EventSequence?
    /// 1 to 1,000.
    package var limit: Int

    package init(after: EventSequence? = nil, limit: Int = 100) {
        self.after = after
        self.limit = limit
    }

    package struct Reply: Codable, Sendable, Hashable {
        package var log: String
        package var entries: [AuditEntry]

        package init(log: String, entries: [AuditEntry]) {
            self.log = log
            self.entries = entries
        }
    }
}

/// An entry of the record with everything that its hash is made of.
package struct AuditEntry: Hashable, Sendable, Codable {
    package var seq: Int64
    /// Milliseconds since 1970, as hashed.
    package var at: Int64
    package var counter: Int64?
    package var actor: String
    package var session: String?
    package var request: Int64?
    package var kind: String
    package var ticket: Int64?
    /// The event's JSON text, byte for byte as it was hashed.
    package var payload: String
    /// Hex digits of the hash of the entry before.
    package var previous: String?
    package var hash: String?

    package init(
        seq: Int64, at: Int64, counter: Int64?, actor: String, session: String?, request: Int64?,
        kind: String, ticket: Int64?, payload: String, previous: String?, hash: String?
    ) {
        self.seq = seq
        self.at = at
        self.counter = counter
        self.actor = actor
        self.session = session
        self.request = request
        self.kind = kind
        self.ticket = ticket
        self.payload = payload
        self.previous = previous
        self.hash = hash
    }
}

package import HelpDesk

/// How every (store, kind) in scope is doing.
package struct ShowSync: RemoteCall {
    package static let method = "sync.show"
    package init() {}

    package struct Reply: Codable, Sendable, Hashable {
        package var health: [SyncHealth]
        package init(health: [SyncHealth]) { self.health = health }
    }
}

/// Asks for a pass now; it runs in the background. A supervisor's act.
package struct RunSync: RemoteCall {
    package static let method = "sync.run"
    package typealias Reply = Done
    package var store: StoreID?
    package init(store: StoreID? = nil) { self.store = store }
}

/// One pass over the stores in scope now; answers when it is done, which may take minutes. A
/// supervisor's act.
package struct RunSyncPass: RemoteCall {
    package static let method = "sync.pass"
    package typealias Reply = SyncSummary
    package var store: StoreID?
    package init(store: StoreID? = nil) { self.store = store }
}

/// Rebuilds all rows from the events in a copy and compares. A supervisor's act.
package struct CheckRecord: RemoteCall {
    package static let method = "audit.rebuild"
    package init() {}

    package struct Reply: Codable, Sendable, Hashable {
        package var isEqual: Bool
        package var events: Int
        /// Tables that differ, each with the first difference found.
        package var differences: [String: String]
        package init(isEqual: Bool, events: Int, differences: [String: String]) {
            self.isEqual = isEqual
            self.events = events
            self.differences = differences
        }
    }
}

/// Events of one ticket, oldest first, for its history view and `deskhand ticket log`.
package struct ListEvents: RemoteCall {
    package static let method = "audit.events"
    package var ticket: TicketID
    package init(ticket: TicketID) { self.ticket = ticket }

    package struct Reply: Codable, Sendable, Hashable {
        package var events: [EventRecord]
        package init(events: [EventRecord]) { self.events = events }
    }
}

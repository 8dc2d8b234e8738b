package import HelpDesk
package import SwiftExtensions

/// A broadcast as its readers and its sender see it.
package struct BroadcastView: Codable, Sendable, Hashable {
    package var broadcast: Broadcast
    package var authorName: String
    package var groupName: String?
    package var words: String
    /// Whether the caller has yet to acknowledge it.
    package var isUnread: Bool
    /// For supervisors: who has acknowledged it, and who has not.
    package var read: [Reading]
    package var unread: [String]

    package struct Reading: Codable, Sendable, Hashable {
        package var name: String
        package var at: Timestamp
        package init(name: String, at: Timestamp) {
            self.name = name
            self.at = at
        }
    }

    package init(
        broadcast: Broadcast, authorName: String, groupName: String?, words: String,
        isUnread: Bool, read: [Reading] = [], unread: [String] = []
    ) {
        self.broadcast = broadcast
        self.authorName = authorName
        self.groupName = groupName
        self.words = words
        self.isUnread = isUnread
        self.read = read
        self.unread = unread
    }
}

/// Tells everybody who sees one of the stores, or one group of them; the caller's scope bounds it.
package struct SendBroadcast: RemoteCall {
    package static let method = "broadcast.send"
    package typealias Reply = BroadcastView
    package var words: String
    /// Nil for all stores of the caller.
    package var stores: [StoreID]?
    package var group: GroupID?
    /// Until when it asks to be read; nil for twelve hours.
    package var until: Timestamp?
    package var isUrgent: Bool

    package init(
        words: String, stores: [StoreID]? = nil, group: GroupID? = nil, until: Timestamp? = nil,
        isUrgent: Bool = false
    ) {
        self.words = words
        self.stores = stores
        self.group = group
        self.until = until
        self.isUrgent = isUrgent
    }
}

/// What the caller has yet to read, and for supervisors the newest ones with who has read them.
package struct ListBroadcasts: RemoteCall {
    package static let method = "broadcast.list"
    /// Only what waits for the caller.
    package var onlyUnread: Bool
    package init(onlyUnread: Bool = false) { self.onlyUnread = onlyUnread }

    package struct Reply: Codable, Sendable, Hashable {
        package var broadcasts: [BroadcastView]
        package init(broadcasts: [BroadcastView]) { self.broadcasts = broadcasts }
    }
}

/// The caller has read it. Error: `broadcastNotFound`.
package struct ReadBroadcast: RemoteCall {
    package static let method = "broadcast.read"
    package typealias Reply = Done
    package var broadcast: BroadcastID
    package init(broadcast: BroadcastID) { self.broadcast = broadcast }
}

/// Takes it back: whoever has not read it need not any more. Error: `broadcastNotFound`.
package struct WithdrawBroadcast: RemoteCall {
    package static let method = "broadcast.withdraw"
    package typealias Reply = Done
    package var broadcast: BroadcastID
    package init(broadcast: BroadcastID) { self.broadcast = broadcast }
}

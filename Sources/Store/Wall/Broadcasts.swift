import GRDB
package import HelpDesk
package import SwiftExtensions

/// A broadcast with its words; nil once they are gone.
package struct StoredBroadcast: Hashable, Sendable {
    package var broadcast: Broadcast
    package var words: String?

    package init(broadcast: Broadcast, words: String?) {
        self.broadcast = broadcast
        self.words = words
    }
}

extension ReadTransaction {
    /// Broadcasts that still ask to be read, oldest first.
    package func openBroadcasts(at now: Timestamp) throws -> [StoredBroadcast] {
        try broadcasts(
            """
            broadcast INDEXED BY broadcast_until
            """, "withdrawn_at IS NULL AND until > ? ORDER BY id", [now.milliseconds])
    }

    /// The newest broadcasts, open or not.
    package func broadcasts(limit: Int) throws -> [StoredBroadcast] {
        try broadcasts("broadcast", "1 ORDER BY id DESC LIMIT ?", [limit])
    }

    package func broadcast(_ id: BroadcastID) throws -> StoredBroadcast? {
        try broadcasts("broadcast", "id = ?", [id.rawValue]).first
    }

    private func broadcasts(_ table: String, _ condition: String, _ values: [Binding]) throws
        -> [StoredBroadcast]
    {
        try db.all(
            """
            SELECT id, author, at, until, stores, audience_group, is_urgent, digest, withdrawn_at,
                (SELECT words FROM broadcast_content WHERE broadcast = broadcast.id)
            FROM \(table) WHERE \(condition)
            """, values
        ) { fields in
            StoredBroadcast(
                broadcast: Broadcast(
                    id: try fields.id(), author: try fields.id(), at: try fields.time(),
                    until: try fields.time(),
                    stores: try fields.optionalText().map {
                        try JSONText.value([StoreID].self, from: $0)
                    },
                    group: try fields.optionalID(), isUrgent: try fields.flag(),
                    digest: try fields.text(), withdrawnAt: try fields.optionalTime()),
                words: try fields.optionalText())
        }
    }

    /// Who has read a broadcast, and when, in the order of reading.
    package func broadcastReadings(_ id: BroadcastID) throws -> [(person: PersonID, at: Timestamp)]
    {
        try db.all(
            "SELECT person, at FROM broadcast_reading WHERE broadcast = ? ORDER BY at, person",
            [id.rawValue]
        ) { (try $0.id(), try $0.time()) }
    }

    package func hasRead(_ id: BroadcastID, _ person: PersonID) throws -> Bool {
        try db.number(
            "SELECT 1 FROM broadcast_reading WHERE broadcast = ? AND person = ?",
            [id.rawValue, person.rawValue]) != nil
    }

    /// How many open broadcasts somebody has yet to read.
    package func unreadBroadcasts(of person: Person, at now: Timestamp) throws -> [StoredBroadcast]
    {
        let open = try openBroadcasts(at: now)
        guard !open.isEmpty else { return [] }
        var members: [GroupID: Set<PersonID>] = [:]
        for group in try routingBook().groups {
            members[group.id] = Set(group.members + group.leads)
        }
        return try open.filter { stored in
            let people = stored.broadcast.group.flatMap { members[$0] } ?? []
            return try stored.broadcast.concerns(person, members: people)
                && !hasRead(stored.broadcast.id, person.id)
        }
    }
}

extension WriteTransaction {
    package func nextBroadcastID() throws -> BroadcastID {
        BroadcastID(try db.number("SELECT coalesce(max(id), 0) + 1 FROM broadcast") ?? 1)
    }

    /// Keeps the words of a broadcast.
    package func putBroadcast(_ id: BroadcastID, _ words: String) throws {
        try db.run("INSERT INTO broadcast_content VALUES (?, ?)", [id.rawValue, words])
    }
}

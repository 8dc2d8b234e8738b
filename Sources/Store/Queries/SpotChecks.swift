import GRDB
package import HelpDesk
package import SwiftExtensions

/// A sample as it stands.
package struct StoredSpotCheck: Hashable, Sendable {
    package var draw: SpotCheckDraw
    package var drawnAt: Timestamp
    package var result: SpotCheckFinding.Result?
    package var platformCount: Int?
    package var recordedBy: PersonID?
    package var recordedAt: Timestamp?
    package var note: String
}

extension ReadTransaction {
    /// One sample; nil when there is none of that number.
    package func spotCheck(_ id: SpotCheckID) throws -> StoredSpotCheck? {
        try spotChecks("WHERE id = ?", [id.rawValue]).first
    }

    /// Samples that wait, oldest first.
    package func openSpotChecks(limit: Int) throws -> [StoredSpotCheck] {
        try spotChecks("WHERE result IS NULL ORDER BY drawn_at, id LIMIT ?", [limit])
    }

    /// Recorded samples, newest record first.
    package func recordedSpotChecks(since instant: Timestamp, limit: Int) throws
        -> [StoredSpotCheck]
    {
        try spotChecks(
            "WHERE recorded_at >= ? ORDER BY recorded_at DESC, id DESC LIMIT ?",
            [instant.milliseconds, limit])
    }

    /// How many recorded samples of each store had which result.
    package func spotCheckResults() throws -> [(
        store: StoreID, result: SpotCheckFinding.Result, count: Int
    )] {
        try db.all(
            """
            SELECT store, result, count(*) FROM spot_check WHERE result IS NOT NULL
            GROUP BY store, result ORDER BY store, result
            """
        ) { (store: try $0.name(), result: try $0.word(), count: try $0.count()) }
    }

    /// Whether an hour of a store has been drawn.
    package func isDrawn(_ store: StoreID, _ start: Timestamp) throws -> Bool {
        try db.number(
            "SELECT 1 FROM spot_check WHERE store = ? AND start = ?",
            [store.rawValue, start.milliseconds]) != nil
    }

    /// How many samples were drawn by lot since `instant`.
    package func drawnSpotChecks(since instant: Timestamp) throws -> Int {
        Int(
            try db.number(
                "SELECT count(*) FROM spot_check WHERE cause = 'random' AND drawn_at >= ?",
                [instant.milliseconds]) ?? 0)
    }

    /// Tickets with a buyer's message in [start, end), oldest message first, and the number of those
    /// messages.
    package func buyerMessages(
        of store: StoreID, from start: Timestamp, to end: Timestamp
    ) throws -> (count: Int, tickets: [TicketID]) {
        let tickets: [TicketID] = try db.all(
            """
            SELECT message.ticket FROM message JOIN ticket ON ticket.id = message.ticket
            WHERE ticket.store = ? AND message.direction = 'inbound'
            AND message.platform_time >= ? AND message.platform_time < ?
            ORDER BY message.platform_time, message.id
            """, [store.rawValue, start.milliseconds, end.milliseconds]
        ) { try $0.id() }
        var seen: Set<TicketID> = []
        return (tickets.count, tickets.filter { seen.insert($0).inserted })
    }

    private func spotChecks(_ rest: String, _ values: [Binding]) throws -> [StoredSpotCheck] {
        try db.all(
            """
            SELECT id, store, start, cause, drawn_at, result, platform_count, recorded_by,
                recorded_at, note
            FROM spot_check LEFT JOIN spot_check_note ON spot_check_note.spot_check = spot_check.id
            \(rest)
            """, values
        ) { fields in
            StoredSpotCheck(
                draw: SpotCheckDraw(
                    id: try fields.id(), store: try fields.name(), start: try fields.time(),
                    cause: try fields.word()),
                drawnAt: try fields.time(), result: try fields.optionalWord(),
                platformCount: try fields.optionalNumber().map { Int($0) },
                recordedBy: try fields.optionalID(), recordedAt: try fields.optionalTime(),
                note: try fields.optionalText() ?? "")
        }
    }
}

extension WriteTransaction {
    /// Keeps a person's words about a sample.
    package func putSpotCheckNote(_ check: SpotCheckID, _ note: String) throws {
        try db.run(
            """
            INSERT INTO spot_check_note (spot_check, note) VALUES (?, ?)
            ON CONFLICT DO UPDATE SET note = excluded.note
            """, [check.rawValue, note])
    }
}

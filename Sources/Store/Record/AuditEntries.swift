import GRDB
package import HelpDesk
package import SwiftExtensions

/// An entry as programs outside see it.
package struct StoredEntry: Hashable, Sendable {
    package var sequence: Int64
    package var at: Int64
    package var counter: Int64?
    package var actor: String
    package var session: String?
    package var request: Int64?
    package var kind: String
    package var ticket: Int64?
    package var payload: String
    package var previous: String?
    package var hash: String?

    init(_ row: EntryRow) {
        sequence = row.entry.sequence
        at = row.entry.at
        counter = row.hasCounter ? row.entry.counter : nil
        actor = row.entry.actor
        session = row.entry.session
        request = row.entry.request
        kind = row.entry.kind
        ticket = row.entry.ticket
        payload = row.entry.payload
        previous = row.previous?.hex
        hash = row.hash?.hex
    }
}

extension ReadTransaction {
    /// The name of the log.
    package func logName() throws -> String { try EventLog.name(db) }

    /// When all rules were looked at last.
    package func lastVerification() throws -> Timestamp? {
        try db.one(
            "SELECT at FROM event WHERE kind = 'desk-verified' ORDER BY seq DESC LIMIT 1"
        ) { try $0.time() }
    }

    /// The latest instant that any entry bears, also when the clock stepped back since.
    package func latestInstant() throws -> Timestamp? {
        try db.one("SELECT counter FROM event ORDER BY seq DESC LIMIT 1") {
            try $0.optionalNumber().map(Timestamp.init(milliseconds:))
        } ?? nil
    }

    /// When the record began.
    package func firstEntry() throws -> Timestamp? {
        try db.one("SELECT at FROM event ORDER BY seq LIMIT 1") { try $0.time() }
    }

    /// Entries after a place, oldest first; nil gives the newest ones.
    package func entries(after place: EventSequence?, limit: Int) throws -> [StoredEntry] {
        let newest = try EventLog.lastSequence(db)
        let start = place?.rawValue ?? max(0, newest - Int64(limit))
        return try EntryRow.read(db, after: start, limit: Int64(limit)).map(StoredEntry.init)
    }
}

extension DeskDatabase {
    /// The name of this database's log.
    package var logName: String { log }
}

extension DatabaseInspection {
    /// The name of the log of a database file.
    package func logName() throws -> String { try look { db, _ in try EventLog.name(db) } }
}

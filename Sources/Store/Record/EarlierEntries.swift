import GRDB
import SwiftExtensions

/// Entries that a version of the desk before the chain has written.
enum EarlierEntries {
    private static let window: Int64 = 1_000

    /// Gives all entries their hashes, in one transaction, when none has one. A log of which only
    /// a part is sealed was tampered with, and stays as it is.
    static func seal(_ writer: any DatabaseWriter) throws {
        let isNeeded = try writer.read { db in
            let newest = try db.number("SELECT hash IS NULL FROM event ORDER BY seq DESC LIMIT 1")
            let oldest = try db.number("SELECT hash IS NULL FROM event ORDER BY seq LIMIT 1")
            return newest == 1 && oldest == 1
        }
        guard isNeeded else { return }
        try writer.write { db in
            let log = try EventLog.name(db)
            var head = ChainHead.beginning(of: log)
            var start: Int64 = 0
            while true {
                let rows = try EntryRow.read(db, after: start, limit: window)
                for row in rows { head = try seal(row, log, after: head, db) }
                guard let last = rows.last else { return }
                start = last.entry.sequence
            }
        }
    }

    private static func seal(
        _ row: EntryRow, _ log: String, after head: ChainHead, _ db: Database
    ) throws -> ChainHead {
        var entry = row.entry
        entry.counter = max(head.counter, entry.at)
        let hash = entry.hash(log: log, after: head.hash)
        try db.run(
            "UPDATE event SET counter = ?, previous = ?, hash = ? WHERE seq = ?",
            [entry.counter, head.hash.data, hash.data, entry.sequence])
        return ChainHead(sequence: entry.sequence, counter: entry.counter, hash: hash)
    }
}

/// A row of the log with its seal as it stands, whether or not that is right.
struct EntryRow {
    var entry: SealedEntry
    var hasCounter: Bool
    var previous: Hash256?
    var hash: Hash256?

    private static let columns = """
        seq, at, counter, actor, session, request, kind, ticket, payload, previous, hash
        """

    static func read(_ db: Database, after start: Int64, limit: Int64) throws -> [EntryRow] {
        try db.all(
            "SELECT \(columns) FROM event WHERE seq > ? ORDER BY seq LIMIT ?", [start, limit], make)
    }

    /// Visits the entries after `start`, up to `end`.
    static func each(
        _ db: Database, after start: Int64, through end: Int64 = .max,
        _ visit: (EntryRow) throws -> Void
    ) throws {
        try db.each(
            "SELECT \(columns) FROM event WHERE seq > ? AND seq <= ? ORDER BY seq", [start, end]
        ) { try visit(try make(&$0)) }
    }

    private static func make(_ fields: inout Fields) throws -> EntryRow {
        let (sequence, at) = (try fields.number(), try fields.number())
        let counter = try fields.optionalNumber()
        let entry = SealedEntry(
            sequence: sequence, at: at, counter: counter ?? 0, actor: try fields.text(),
            session: try fields.optionalText(), request: try fields.optionalNumber(),
            kind: try fields.text(), ticket: try fields.optionalNumber(),
            payload: try fields.text())
        return EntryRow(
            entry: entry, hasCounter: counter != nil,
            previous: try fields.optionalBytes().flatMap(Hash256.init),
            hash: try fields.optionalBytes().flatMap(Hash256.init))
    }
}

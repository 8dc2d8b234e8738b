import Foundation
import GRDB
import HelpDesk

/// A database file of the desk's rows as they were after some event: the whole schema, with the
/// contents and the log left out. Written by one fold, never changed after.
struct PastFile: Sendable {
    let queue: DatabaseQueue
    let path: String
    private(set) var sequence: Int64

    /// A copy of a snapshot, or an empty desk, at a new path.
    init(at path: String, from snapshot: Snapshot?) throws {
        self.path = path
        sequence = snapshot?.sequence ?? 0
        if let snapshot { try FileManager.default.copyItem(atPath: snapshot.path, toPath: path) }
        queue = try DatabaseQueue(path: path, configuration: DatabaseSettings.configuration())
        try queue.writeWithoutTransaction { db in
            // Whatever a crash leaves of it is thrown away at the next start.
            try db.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
        }
        if snapshot == nil { try Migrations.apply(Migrations.all, to: queue) }
        guard chmod(path, 0o600) == 0 else { throw UnsafePath.error(path, "not-writable") }
    }

    /// Folds the events of a desk up to `end` into the rows, beside its writer.
    mutating func fold(_ database: DeskDatabase, through end: Int64) async throws {
        guard end > sequence else { return }
        try await database.writer.read { [self] in try fold($0, from: sequence, through: end) }
        sequence = end
    }

    private func fold(_ log: Database, from start: Int64, through end: Int64) throws {
        try queue.write { db in
            let projector = Projector(db: db)
            let rows = try Row.fetchCursor(
                log,
                sql: """
                    SELECT \(EventLog.columns) FROM event WHERE seq > ? AND seq <= ? ORDER BY seq
                    """, arguments: [start, end])
            while let row = try rows.next() {
                var fields = Fields(row)
                _ = try projector.project(try EventLog.record(from: &fields))
            }
        }
    }

    /// Makes the file ready for reading: contents and log come from the live database, the log only
    /// as far as it had come then.
    func attach(live: String) throws {
        let folded = Set(Rebuild.tables.map(\.name))
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA foreign_keys = OFF")
            let tables =
                try String.fetchAll(
                    db,
                    sql: """
                        SELECT name FROM sqlite_master WHERE type = 'table'
                        AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_%'
                        AND name <> 'grdb_migrations'
                        """) + ["search_row"]
            for table in tables where !folded.contains(table) {
                try db.execute(sql: "DROP TABLE \(table)")
            }
            try db.execute(sql: "ATTACH ? AS live", arguments: [live])
            try db.execute(
                sql: """
                    CREATE TEMP VIEW event AS SELECT * FROM live.event WHERE seq <= \(sequence)
                    """)
        }
    }

    func remove() {
        try? queue.close()
        try? FileManager.default.removeItem(atPath: path)
    }
}

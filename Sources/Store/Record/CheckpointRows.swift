import Foundation
import GRDB
package import HelpDesk
package import SwiftExtensions

enum CheckpointRows {
    private static let columns = "number, entries, head, at, previous, key, signature"

    static func all(_ db: Database, log: String) throws -> [Checkpoint] {
        try db.all("SELECT \(columns) FROM audit_checkpoint ORDER BY number") {
            try make(&$0, log)
        }
    }

    static func newest(_ db: Database, log: String) throws -> Checkpoint? {
        try db.one(
            "SELECT \(columns) FROM audit_checkpoint ORDER BY number DESC LIMIT 1"
        ) { try make(&$0, log) }
    }

    static func insert(_ checkpoint: Checkpoint, _ db: Database) throws {
        try db.run(
            "INSERT INTO audit_checkpoint (\(columns)) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                checkpoint.number, checkpoint.entries, data(checkpoint.head),
                checkpoint.at.milliseconds, data(checkpoint.previous), checkpoint.key,
                data(checkpoint.signature),
            ])
    }

    private static func data(_ digits: String) -> Data { Data(HexText.bytes(of: digits) ?? []) }

    private static func make(_ fields: inout Fields, _ log: String) throws -> Checkpoint {
        Checkpoint(
            log: log, number: try fields.number(), entries: try fields.number(),
            head: HexText.of(try fields.bytes()), at: try fields.time(),
            previous: HexText.of(try fields.bytes()), key: try fields.text(),
            signature: HexText.of(try fields.bytes()))
    }
}

extension ReadTransaction {
    /// The newest checkpoint; nil before the first.
    package func newestCheckpoint() throws -> Checkpoint? {
        try CheckpointRows.newest(db, log: try EventLog.name(db))
    }

    /// Checkpoints after a number, oldest first.
    package func checkpoints(after number: Int64) throws -> [Checkpoint] {
        try CheckpointRows.all(db, log: try EventLog.name(db)).filter { $0.number > number }
    }

    /// How many entries no checkpoint covers, and when the first of them was written.
    package func uncovered() throws -> (count: Int64, since: Timestamp)? {
        let covered =
            try db.number("SELECT entries FROM audit_checkpoint ORDER BY number DESC LIMIT 1") ?? 0
        return try db.one(
            """
            SELECT (SELECT max(seq) FROM event) - ?, at FROM event
            WHERE seq > ? ORDER BY seq LIMIT 1
            """, [covered, covered]
        ) { fields in (try fields.number(), try fields.time()) }
    }
}

import Foundation
import GRDB
import HelpDesk
import SwiftExtensions
import Testing

@testable import Store

/// A log of some entries with checkpoints, and ways to tamper with it as somebody could who has
/// the file: triggers do not stop them.
final class TamperedLog {
    let desk: Desk
    /// What stands in the second place.
    private(set) var copies: [Checkpoint] = []
    private var number = 0

    init(entries: Int = 12) throws {
        desk = try Desk()
        try write(entries - 4)
    }

    func write(_ count: Int) throws {
        for _ in 0..<count {
            number += 1
            desk.now = desk.now + .seconds(1)
            try desk.record(.cursorMoved(SyncCursor(name: "c", value: "\(number)")))
        }
    }

    /// Has the core name a break, with its word for it.
    func name(_ found: RecordBreak) throws {
        try desk.write { try desk.database.name(found, in: $0) }
    }

    @discardableResult
    func sign(isCopied: Bool = true) throws -> CheckpointResult {
        let result = try desk.database.checkpointSync(at: desk.now)
        if isCopied, case .signed(let checkpoint) = result { copies.append(checkpoint) }
        return result
    }

    /// Runs SQL as if no trigger were there.
    func tamper(_ sql: String...) throws {
        try desk.database.writer.writeWithoutTransaction { db in
            let guards = try Row.fetchAll(
                db,
                sql: """
                    SELECT name, sql FROM sqlite_master
                    WHERE type = 'trigger' AND tbl_name IN ('event', 'audit_checkpoint')
                    """)
            for row in guards {
                try db.execute(sql: "DROP TRIGGER \(row["name"] as String? ?? "")")
            }
            for statement in sql { try db.execute(sql: statement) }
            for row in guards { try db.execute(sql: row["sql"] ?? "") }
        }
    }

    /// Hashes the entries from `start` on anew, so that the chain is whole again.
    func restamp(from start: Int64) throws {
        try desk.database.writer.write { db in
            try db.execute(sql: "DROP TRIGGER event_is_never_changed")
            var head = ChainHead.beginning(of: desk.database.log)
            try EntryRow.each(db, after: 0) { row in
                guard row.entry.sequence >= start else {
                    let hash = try #require(row.hash)
                    head = ChainHead(
                        sequence: row.entry.sequence, counter: row.entry.counter, hash: hash)
                    return
                }
                let hash = row.entry.hash(log: desk.database.log, after: head.hash)
                try db.execute(
                    sql: "UPDATE event SET previous = ?, hash = ? WHERE seq = ?",
                    arguments: [head.hash.data, hash.data, row.entry.sequence])
                head = ChainHead(
                    sequence: row.entry.sequence, counter: row.entry.counter, hash: hash)
            }
        }
    }

    func breaks(withCopies: Bool = false) throws -> [String] {
        try desk.database.checkRecordSync(copies: withCopies ? copies : nil).breaks.map(\.name)
    }
}

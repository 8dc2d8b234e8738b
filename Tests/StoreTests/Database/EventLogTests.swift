import GRDB
import HelpDesk
import SwiftExtensions
import Synchronization
import Testing

@testable import Store

@Suite struct EventLogTests {
    let desk: Desk

    init() throws {
        desk = try Desk()
    }

    @Test(arguments: ["UPDATE event SET at = 0 WHERE seq = 1", "DELETE FROM event WHERE seq = 1"])
    func aStoredEventCannotBeTouched(_ sql: String) throws {
        #expect(throws: DatabaseError.self) {
            try desk.database.writer.write { try $0.execute(sql: sql) }
        }
    }

    @Test func observersSeeCommitsInOrderAndNothingElse() throws {
        let seen = Mutex<[Int64]>([])
        desk.database.observe { events in
            seen.withLock { $0 += events.map(\.sequence.rawValue) }
        }
        let first = try desk.read { try $0.lastSequence().rawValue }
        try desk.ticket()
        #expect(throws: (any Error).self) { try desk.ticket(store: "nobody") }
        try desk.ticket()
        #expect(seen.withLock { $0 } == [first + 1, first + 2])
    }

    @Test func asynchronousWritesFromManyTasksKeepOneOrder() async throws {
        let seen = Mutex<[Int64]>([])
        let database = desk.database
        database.observe { events in
            seen.withLock { $0 += events.map(\.sequence.rawValue) }
        }
        let now = desk.now
        let first = try await database.read { try $0.lastSequence().rawValue }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<20 {
                group.addTask {
                    try await database.write(as: .service("test"), at: now) { transaction in
                        _ = try transaction.record(
                            .cursorMoved(SyncCursor(name: "c\(number)", value: "1")))
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(seen.withLock { $0 } == Array(first + 1...first + 20))
    }

    @Test func commitsAreSynchronisedFullyAndForeignKeysHold() throws {
        try TemporaryFolder.with { folder in
            let database = try DeskDatabase(path: folder + "/desk.sqlite", key: .forTests)
            let values = try database.writer.writeWithoutTransaction { db in
                [
                    try String.fetchOne(db, sql: "PRAGMA synchronous"),
                    try String.fetchOne(db, sql: "PRAGMA journal_mode"),
                    try String.fetchOne(db, sql: "PRAGMA foreign_keys"),
                ]
            }
            #expect(values == ["2", "wal", "1"])
            try database.close()
        }
    }

    @Test func everyTableIsStrict() throws {
        let loose = try desk.database.writer.read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT name FROM pragma_table_list
                    WHERE schema = 'main' AND type = 'table' AND strict = 0
                    AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search%'
                    AND name <> 'grdb_migrations'
                    """)
        }
        #expect(loose == [])
    }

    @Test func everyTableIsEitherRebuiltOrKnownAsContent() throws {
        let content: Set = [
            "event", "raw_bytes", "buyer_content", "ticket_subject", "message_content",
            "attachment_content", "outbox_content", "draft_content", "order_contact", "limiter",
            "search_row", "grdb_migrations", "job_lease", "sync_log",
            "drift_field", "spot_check_note", "draft_file_content", "outbox_file_content",
            "dispatch_content", "dispatch_file", "audit_log", "audit_checkpoint",
            "hand_over_content", "note_original", "quality_note",
            "broadcast_content", "own_word_content",
            "filled_fact", "translation", "search_build",
            "machine_draft", "category_model",
        ]
        // Facts of reports are worked out from the log whenever they are asked for.
        let facts: Set = [
            "report_debt", "report_hour", "report_mark", "report_owed", "report_reply",
            "report_resolution", "report_resolve", "report_share", "report_turn",
        ]
        // Rows of reports follow from the sealed document; the others are copies or notes.
        let account: Set = [
            "health_entry", "settlement", "settlement_line", "returned_item", "seller_feedback",
            "stock_level", "seen_notification",
        ]
        let tables = try desk.database.writer.read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
                    AND name NOT LIKE 'sqlite_%'
                    """)
        }
        #expect(
            Set(tables).subtracting(content).subtracting(account).subtracting(facts)
                == Set(Rebuild.tables.map(\.name)),
            "a new table belongs to one of the two")
    }
}

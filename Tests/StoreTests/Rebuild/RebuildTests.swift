import EventSamples
import GRDB
import HelpDesk
import SwiftExtensions
import Synchronization
import Testing

@testable import Store

@Suite struct RebuildTests {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func aLongDayReplaysToTheSameRows(_ seed: UInt64) throws {
        var day = try RandomDay(seed: seed)
        for _ in 0..<600 { try day.step() }
        // Some kinds are rare, and the desk refuses a part of what happens.
        var rare = try Self.missing(in: day)
        for _ in 0..<12 where !rare.isEmpty {
            for _ in 0..<100 { try day.step() }
            rare = try Self.missing(in: day)
        }
        #expect(rare == [], "seed \(seed)")
        let report = try day.desk.database.rebuildSync()
        #expect(report.differences == [:], "seed \(seed)")
        #expect(report.eventCount > 600)
        #expect(try day.desk.database.checkIntegrity() == [])
    }

    /// Kinds of events that have not happened yet.
    private static func missing(in day: RandomDay) throws -> Set<String> {
        let kinds = try day.desk.database.writer.read {
            try String.fetchSet($0, sql: "SELECT DISTINCT kind FROM event")
        }
        return Set(SampleEvents.all.map(\.kind)).subtracting(kinds)
    }

    /// A core that stops waits for no check of the whole record: the one that is cancelled looks at no
    /// further entry.
    @Test func aReplayThatIsCancelledEndsThere() async throws {
        let desk = try Desk()
        desk.now = SampleEvents.time
        for event in SampleEvents.all { try desk.record(event) }
        let database = desk.database
        let copy = try DeskDatabase.inMemory(key: database.key)
        let seen = Mutex(0)
        let replay = Task {
            try await database.writer.read { db in
                try copy.writer.write { copy in
                    try Rebuild(
                        original: db, copy: copy, key: database.key, files: database.files,
                        visit: { _, _ in
                            let count = seen.withLock { seen in
                                seen += 1
                                return seen
                            }
                            if count == 3 { withUnsafeCurrentTask { $0?.cancel() } }
                        }
                    ).report()
                }
            }
        }
        await #expect(throws: (any Error).self) { try await replay.value }
        #expect(seen.withLock { $0 } == 3)
    }

    @Test func samplesOfEveryKindReplayToTheSameRows() throws {
        let desk = try Desk()
        desk.now = SampleEvents.time
        for event in SampleEvents.all { try desk.record(event) }
        #expect(try desk.database.rebuildSync().differences == [:])
    }

    /// Each row changes something behind the log's back; the check must name the table.
    @Test(arguments: [
        ("ticket", "UPDATE ticket SET language = 'fr' WHERE id = 1"),
        ("message", "UPDATE message SET kind = 'bounce' WHERE id = 1"),
        ("debt", "UPDATE debt SET platform_due = platform_due + 1"),
        ("outbox", "UPDATE outbox SET attempts = 7"),
        ("person", "UPDATE person SET role = 'admin' WHERE id = 2"),
        ("person_store", "INSERT INTO person_store VALUES (1, 'more')"),
        ("order_item", "DELETE FROM order_item"),
        ("cursor", "UPDATE cursor SET value = '0'"),
        ("ticket_tally", "UPDATE ticket_tally SET tickets = tickets + 1"),
        ("desk_case", "UPDATE desk_case SET notices = 9"),
        ("opt_out", "DELETE FROM opt_out"),
        ("store_restriction", "UPDATE store_restriction SET until = until + 1"),
        ("ticket_named_order", "DELETE FROM ticket_named_order"),
        ("job", "DELETE FROM job"),
        ("draft", "DELETE FROM draft"),
        ("credential", "UPDATE credential SET warned = NULL"),
        ("quality_sample", "UPDATE quality_sample SET week = '2026-03-09'"),
        ("quality_mark", "UPDATE quality_mark SET total = 100"),
        ("amazon_figure", "UPDATE amazon_figure SET late_rate = 0"),
        ("wording_warning", "UPDATE wording_warning SET choice = 'heeded'"),
        ("category_setting", "UPDATE category_setting SET category = 'other'"),
        ("category_training", "UPDATE category_training SET samples = 1"),
        ("broadcast", "UPDATE broadcast SET until = until + 1"),
        ("broadcast_reading", "DELETE FROM broadcast_reading"),
        ("forecast_made", "UPDATE forecast_made SET brier = 0.9"),
        ("template_entry", "UPDATE template_entry SET owner = 1"),
        ("template_version", "UPDATE template_version SET body = 'x'"),
        ("template_fault", "DELETE FROM template_fault"),
        ("template_check", "UPDATE template_check SET stamp = 'x'"),
        ("template_touch", "DELETE FROM template_touch"),
        ("macro_version", "UPDATE macro_version SET state = 'offered'"),
        ("own_word", "INSERT INTO own_word VALUES (9, 1, 'snippet', 'd')"),
        ("raw_mail", "UPDATE raw_mail SET outcome = 'ignored'"),
    ])
    func aRowChangedBehindTheLogIsFound(_ table: String, _ sql: String) throws {
        let desk = try Desk()
        for event in SampleEvents.all { try desk.record(event) }
        try desk.database.writer.write { try $0.execute(sql: sql) }
        let report = try desk.database.rebuildSync()
        #expect(report.differences.keys.sorted() == [table])
        #expect(!report.isEqual)
    }

    @Test func aMissingEventIsFound() throws {
        let desk = try Desk()
        for event in SampleEvents.all { try desk.record(event) }
        try desk.database.writer.write { db in
            try db.execute(sql: "DROP TRIGGER event_is_never_deleted")
            try db.execute(sql: "DELETE FROM event WHERE seq = 6")
        }
        #expect(try desk.database.rebuildSync().differences["event"] == "event 6 is missing")
    }

    @Test func anUnreadableEventIsFound() throws {
        let desk = try Desk()
        try desk.database.writer.write { db in
            try db.execute(sql: "DROP TRIGGER event_is_never_changed")
            try db.execute(sql: "UPDATE event SET payload = '{}' WHERE seq = 2")
        }
        #expect(
            try desk.database.rebuildSync().differences["event"]
                == "event 2 cannot be replayed: unreadable")
    }

    @Test func changedWordsAreFound() throws {
        let desk = try Desk()
        try desk.buyerMessage(try desk.ticket(), "as written")
        #expect(try desk.database.rebuildSync().isEqual)
        try desk.database.writer.write {
            try $0.execute(sql: "UPDATE message_content SET body = 'other'")
        }
        #expect(try desk.database.rebuildSync().differences.keys.sorted() == ["message_content"])
    }

    @Test func aChangedWordOfSomebodysIsFound() throws {
        let desk = try Desk()
        let content = OwnWordContent(name: "Kettlo")
        try desk.write { transaction in
            let id = try transaction.nextOwnWordID()
            let digest = transaction.ownWordDigest(id, content)
            try transaction.record(
                .library(
                    .wordKept(
                        OwnWord(id: id, person: Desk.ann, kind: .spelling, digest: digest))))
            try transaction.putOwnWord(id, content)
        }
        #expect(try desk.database.rebuildSync().isEqual)
        try desk.database.writer.write {
            try $0.execute(sql: "UPDATE own_word_content SET name = 'Kettla'")
        }
        #expect(try desk.database.rebuildSync().differences.keys.sorted() == ["own_word_content"])
    }

    @Test func erasedWordsAreNoDifference() throws {
        let desk = try Desk()
        try desk.buyerMessage(try desk.ticket(), "as written")
        try desk.database.writer.write { try $0.execute(sql: "DELETE FROM message_content") }
        #expect(try desk.database.rebuildSync().isEqual)
    }

    @Test func theAsynchronousCheckSaysTheSame() async throws {
        let desk = try Desk()
        for event in SampleEvents.all { try desk.record(event) }
        let report = try await desk.database.rebuild()
        #expect(report.isEqual)
        #expect(report.eventCount == SampleEvents.all.count + 4)
    }
}

import GRDB
import HelpDesk
import SwiftExtensions
import Testing

@testable import Store

/// Every way to tamper with the record is found, and told apart from the others.
@Suite struct TamperTests {
    private static let edit = "UPDATE event SET payload = replace(payload, 'c', 'd') WHERE seq = 6"

    @Test func anUntouchedRecordIsSound() throws {
        let log = try TamperedLog()
        try log.sign()
        try log.write(3)
        try log.sign()
        #expect(try log.breaks(withCopies: true) == [])
        let report = try log.desk.database.checkRecordSync(copies: log.copies)
        #expect(report.entries == 15 && report.covered == 15 && report.checkpoints == 2)
        #expect(report.copies == 2 && report.isSound)
    }

    @Test(arguments: [
        "at = at + 1", "actor = 'person:2'", "kind = 'x'", "ticket = 9",
        "session = 's'", "request = 4", "counter = counter + 1",
        "payload = replace(payload, '1', '2')",
    ])
    func anEditOfAnyFieldIsFound(_ change: String) throws {
        let log = try TamperedLog()
        try log.tamper("UPDATE event SET \(change) WHERE seq = 5")
        #expect(try log.breaks() == ["edited entry 5"])
    }

    @Test func aDeletionInsideIsFound() throws {
        let log = try TamperedLog()
        try log.tamper("DELETE FROM event WHERE seq IN (6, 7)")
        #expect(try log.breaks() == ["missing entry 6"])
    }

    /// Closing the gap does not hide it: the entries say where they were written.
    @Test func aDeletionThatRenumbersTheRestIsFound() throws {
        let log = try TamperedLog()
        try log.tamper(
            "DELETE FROM event WHERE seq = 6",
            "UPDATE event SET seq = seq + 1000 WHERE seq > 6",
            "UPDATE event SET seq = seq - 1001 WHERE seq > 1000")
        let breaks = try log.desk.database.checkRecordSync().breaks
        #expect(breaks.first == RecordBreak(.moved, entry: 6, writtenAs: 7))
    }

    @Test func aReorderingIsFound() throws {
        let log = try TamperedLog()
        try log.tamper(
            "UPDATE event SET seq = 1000 WHERE seq = 6", "UPDATE event SET seq = 6 WHERE seq = 7",
            "UPDATE event SET seq = 7 WHERE seq = 1000")
        let breaks = try log.desk.database.checkRecordSync().breaks
        #expect(
            breaks == [
                RecordBreak(.moved, entry: 6, writtenAs: 7),
                RecordBreak(.moved, entry: 7, writtenAs: 6),
            ])
    }

    @Test func anEntryHashedAnewAloneIsFound() throws {
        let log = try TamperedLog()
        try log.tamper(Self.edit)
        let row = try log.desk.database.writer.read { try EntryRow.read($0, after: 5, limit: 1) }[0]
        let previous = try #require(row.previous)
        let hash = row.entry.hash(log: log.desk.database.log, after: previous)
        try log.tamper("UPDATE event SET hash = x'\(hash.hex)' WHERE seq = 6")
        #expect(try log.breaks() == ["unlinked entry 7"])
    }

    @Test func aTakenHashIsFoundAndWorkGoesOn() throws {
        let log = try TamperedLog()
        try log.tamper("UPDATE event SET hash = NULL, previous = NULL WHERE seq = 12")
        try log.write(1)
        #expect(try log.breaks() == ["unsealed entry 12"])
    }

    @Test func aCounterThatRunsBackIsFound() throws {
        let log = try TamperedLog()
        try log.tamper("UPDATE event SET counter = counter - 5000, at = at - 5000 WHERE seq = 8")
        try log.restamp(from: 8)
        #expect(try log.breaks() == ["counter entry 8"])
    }

    @Test func aTruncationIsFoundByTheCheckpoint() throws {
        let log = try TamperedLog()
        try log.sign()
        try log.tamper("DELETE FROM event WHERE seq > 9")
        #expect(try log.breaks() == ["truncated entry 12 checkpoint 1"])
    }

    @Test func aTruncationThatWentOnIsFound() throws {
        let log = try TamperedLog()
        try log.sign()
        try log.tamper("DELETE FROM event WHERE seq > 9")
        try log.write(6)
        #expect(try log.breaks() == ["overwritten entry 12 checkpoint 1"])
    }

    /// With its checkpoint, a cut log looks whole; only the second place knows better.
    @Test func aTruncationOfLogAndCheckpointsIsFoundByTheCopy() throws {
        let log = try TamperedLog()
        try log.sign()
        try log.write(4)
        try log.sign()
        try log.tamper(
            "DELETE FROM event WHERE seq > 12", "DELETE FROM audit_checkpoint WHERE number = 2")
        #expect(try log.breaks() == [])
        #expect(
            try log.breaks(withCopies: true) == [
                "checkpoint-missing checkpoint 2 by copy",
                "truncated entry 16 checkpoint 2 by copy",
            ])
    }

    @Test func aLogStampedAnewIsFoundByItsCheckpoint() throws {
        let log = try TamperedLog()
        try log.sign()
        try log.tamper(Self.edit)
        try log.restamp(from: 6)
        #expect(try log.breaks() == ["restamped entry 12 checkpoint 1"])
    }

    /// Without checkpoints inside, the copy in the second place is what shows it.
    @Test func aLogStampedAnewWithoutCheckpointsIsFoundByTheCopy() throws {
        let log = try TamperedLog()
        try log.sign()
        try log.tamper(Self.edit, "DELETE FROM audit_checkpoint")
        try log.restamp(from: 6)
        #expect(try log.breaks() == [], "a chain without a key proves nothing of its end")
        #expect(
            try log.breaks(withCopies: true) == [
                "checkpoint-missing checkpoint 1 by copy",
                "restamped entry 12 checkpoint 1 by copy",
            ])
    }

    @Test func aChangedCheckpointIsFound() throws {
        let log = try TamperedLog()
        try log.sign()
        try log.write(2)
        try log.sign()
        try log.tamper("UPDATE audit_checkpoint SET at = at + 1 WHERE number = 1")
        #expect(try log.breaks() == ["checkpoint-changed checkpoint 1"])
    }

    @Test func aDeletedCheckpointIsFound() throws {
        let log = try TamperedLog()
        try log.sign()
        try log.write(2)
        try log.sign()
        try log.tamper("DELETE FROM audit_checkpoint WHERE number = 1")
        #expect(try log.breaks() == ["checkpoint-missing checkpoint 2"])
    }

    /// Somebody without the key signs with one of their own.
    @Test func anotherKeyIsFound() throws {
        let log = try TamperedLog()
        try log.tamper(Self.edit)
        try log.restamp(from: 6)
        try TemporaryFolder.with { folder in
            let key = try AuditKey.load(orCreateAt: folder + "/audit.key")
            try log.desk.database.writer.write { db in
                let head = try EventLog.head(db, log: log.desk.database.log)
                try CheckpointRows.insert(
                    try Checkpoint.signed(
                        log: log.desk.database.log, covering: head, at: log.desk.now, after: nil,
                        with: key), db)
            }
        }
        #expect(try log.breaks() == ["foreign-key checkpoint 1"])
    }

    @Test func aCopyOfAnotherLogIsFound() throws {
        let (log, other) = (try TamperedLog(), try TamperedLog())
        try log.sign()
        try other.sign()
        let report = try log.desk.database.checkRecordSync(copies: other.copies)
        #expect(report.breaks.map(\.name) == ["other-log checkpoint 1 by copy"])
    }

    @Test func aLogThatIsLeftUnsignedIsFound() throws {
        let log = try TamperedLog()
        try log.sign()
        try log.write(1)
        log.desk.now = log.desk.now + .minutes(31)
        try log.write(1)
        #expect(try log.breaks() == ["uncovered entry 13"])
        try log.sign()
        #expect(try log.breaks() == [])
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func aRandomDayIsSoundAndAnyBitOfItCounts(_ seed: UInt64) throws {
        var day = try RandomDay(seed: seed)
        for _ in 0..<150 { try day.step() }
        _ = try day.desk.database.checkpointSync(at: day.desk.now)
        let report = try day.desk.database.checkRecordSync()
        #expect(report.isSound, "seed \(seed)")
        let victim = Int64(seed * 37)
        try day.desk.database.writer.write { db in
            try db.execute(sql: "DROP TRIGGER event_is_never_changed")
            try db.execute(
                sql: "UPDATE event SET payload = payload || ' ' WHERE seq = ?",
                arguments: [victim])
        }
        let breaks = try day.desk.database.checkRecordSync().breaks
        #expect(breaks == [RecordBreak(.edited, entry: victim)], "seed \(seed)")
    }
}

import GRDB
import Glibc
import HelpDesk
import SwiftExtensions
import Testing

@testable import Store

@Suite struct CheckpointTests {
    @Test func whatIsCoveredIsNotSignedAgain() throws {
        let log = try TamperedLog()
        guard case .signed(let first) = try log.sign() else {
            Issue.record("nothing was signed")
            return
        }
        #expect(first.entries == 12 && first.number == 1 && first.isSigned)
        #expect(try log.sign() == .covered)
        try log.write(1)
        guard case .signed(let second) = try log.sign() else {
            Issue.record("nothing was signed")
            return
        }
        #expect(second.previous == first.digest && second.entries == 13)
    }

    @Test func aBreakIsNotSignedOverUntilASegmentNamesIt() throws {
        let log = try TamperedLog()
        try log.sign()
        try log.write(3)
        try log.tamper("UPDATE event SET at = at + 1 WHERE seq = 14")
        let found = RecordBreak(.edited, entry: 14)
        #expect(try log.sign() == .broken(found))
        try log.desk.record(.chronicle(.breakNamed(found)))
        #expect(try log.sign() == .broken(found), "anybody with the file could name it")
        let forged = SignedBreak(
            found: found, after: 16, head: String(repeating: "0", count: 64),
            signature: String(repeating: "0", count: 128))
        try log.desk.record(.chronicle(.breakSigned(forged)))
        #expect(try log.sign() == .broken(found))
        #expect(try log.desk.database.checkRecordSync(copies: log.copies).news == [found])
        try log.name(found)
        guard case .signed(let next) = try log.sign() else {
            Issue.record("the new segment was not signed")
            return
        }
        #expect(next.entries == 18)
        let report = try log.desk.database.checkRecordSync(copies: log.copies)
        #expect(report.breaks == [found], "a named break stays a break")
        #expect(report.news == [])
    }

    /// Whoever can write the file can copy the core's word for an old break to its end.
    @Test func anOldWordCopiedFurtherOnSilencesNothing() throws {
        let log = try TamperedLog()
        try log.sign()
        try log.write(3)
        try log.tamper("UPDATE event SET at = at + 1 WHERE seq = 14")
        let first = RecordBreak(.edited, entry: 14)
        #expect(try log.sign() == .broken(first))
        try log.name(first)
        guard case .signed(let next) = try log.sign() else {
            Issue.record("the new segment was not signed")
            return
        }
        try log.write(2)
        let words = try log.desk.read { try $0.events(after: .zero, limit: 100) }.map(\.event)
            .filter { if case .chronicle(.breakSigned) = $0 { true } else { false } }
        #expect(words.count == 1)
        try log.tamper("UPDATE event SET at = at + 1 WHERE seq = \(next.entries + 1)")
        try log.desk.record(words[0])
        #expect(try log.sign() == .broken(RecordBreak(.edited, entry: next.entries + 1)))
    }

    @Test func aCutLogIsSignedAgainFromItsNewSegment() throws {
        let log = try TamperedLog()
        try log.sign()
        try log.tamper("DELETE FROM event WHERE seq > 9")
        let found = RecordBreak(.truncated, entry: 12, checkpoint: 1)
        #expect(try log.sign() == .broken(found))
        log.desk.now = log.desk.now + .seconds(1)
        try log.name(found)
        guard case .signed(let next) = try log.sign() else {
            Issue.record("the new segment was not signed")
            return
        }
        #expect(next.entries == 10 && next.number == 2)
        #expect(try log.desk.database.checkRecordSync().breaks == [found])
    }

    @Test func anEntrySaysWhereItCameFrom() throws {
        let desk = try Desk()
        _ = try desk.database.writeSync(
            as: .person(Desk.ann), from: EntryOrigin(session: "s1", request: 7), at: desk.now
        ) { try $0.record(.cursorMoved(SyncCursor(name: "c", value: "1"))) }
        let row = try desk.database.writer.read { try EntryRow.read($0, after: 4, limit: 1) }[0]
        #expect(row.entry.session == "s1" && row.entry.request == 7)
        #expect(try desk.database.checkRecordSync().isSound)
    }

    @Test func aClockThatIsSetBackLeavesTheCounterStanding() throws {
        let desk = try Desk()
        let early = desk.now - .hours(1)
        let latest = desk.now.milliseconds
        desk.now = early
        try desk.record(.cursorMoved(SyncCursor(name: "c", value: "1")))
        let row = try desk.database.writer.read { try EntryRow.read($0, after: 4, limit: 1) }[0]
        #expect(row.entry.at == early.milliseconds && row.entry.counter == latest)
        let report = try desk.database.checkRecordSync()
        #expect(report.isSound && report.entriesBehindClock == 1)
    }

    @Test func anEarlierDatabaseIsChainedWhenItIsOpened() throws {
        try TemporaryFolder.with { folder in
            let path = folder + "/desk.sqlite"
            let before = Array(Migrations.all.filter { $0.number != 15 })
            let old = try DatabaseQueue(path: path)
            try Migrations.apply(before, to: old)
            try old.write { db in
                for number in 1...2_500 {
                    try db.execute(
                        sql: """
                            INSERT INTO event (seq, at, actor, kind, ticket, payload)
                            VALUES (?, ?, 'service:mail-in', 'cursor-moved', NULL, ?)
                            """,
                        arguments: [
                            number, 1_000 - number % 3,
                            "{\"cursorMoved\":{\"_0\":{\"name\":\"c\",\"value\":\"\(number)\"}}}",
                        ])
                }
            }
            try old.close()
            let desk = try DeskDatabase(path: path, key: .forTests)
            let report = try desk.checkRecordSync()
            #expect(report.isSound && report.entries == 2_500)
            #expect(throws: DatabaseError.self) {
                try desk.writer.write { try $0.execute(sql: "UPDATE event SET counter = 0") }
            }
            try desk.close()
        }
    }

    @Test func theKeyIsTheOwnersAloneAndStays() throws {
        try TemporaryFolder.with { folder in
            let first = try AuditKey.load(orCreateAt: folder + "/audit.key").publicKey
            #expect(try AuditKey.load(orCreateAt: folder + "/audit.key").publicKey == first)
            try #require(chmod(folder + "/audit.key", 0o644) == 0)
            let error = #expect(throws: DeskError.self) {
                _ = try AuditKey.load(orCreateAt: folder + "/audit.key")
            }
            #expect(error?.arguments["reason"] == "open-to-others")
        }
    }
}

import Core
import Foundation
import HelpDesk
import Settings
import Store
import SwiftExtensions
import Testing
import Wire

/// When the record is signed, where the copies go, and what happens when it is broken.
@Suite struct RecordKeeperTests {
    private func newest(_ world: World) async throws -> Checkpoint? {
        try await world.database.read { try $0.newestCheckpoint() }
    }

    @Test func anEntryIsSignedWithinTenMinutes() async throws {
        let world = try await World.make()
        try await world.question()
        _ = try await world.desk.runDue()
        #expect(try await newest(world) == nil)
        try await world.pass(.minutes(10))
        let first = try #require(try await newest(world))
        #expect(first.entries == (try await world.database.read { try $0.lastSequence() }).rawValue)
        #expect(try await world.desk.perform(VerifyRecord(), as: world.sue).isSound)
    }

    @Test func aThousandEntriesAreSignedAtOnce() async throws {
        let world = try await World.make()
        try await world.database.write(as: .service("test"), at: world.clock.now) { transaction in
            for number in 1...1_000 {
                try transaction.record(.cursorMoved(SyncCursor(name: "c", value: "\(number)")))
            }
        }
        _ = try await world.desk.runDue()
        #expect(try #require(try await newest(world)).entries > 1_000)
    }

    @Test func aRequestIsNamedInTheRecord() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let line = try WireCodec.line(
            RequestFrame(id: 41, call: ClaimTicket(ticket: ticket)))
        _ = await world.desk.answer(line: line, as: world.ana, session: "abc")
        let entries = try await world.desk.perform(ListEntries(limit: 20), as: world.sue).entries
        let claim = try #require(entries.first { $0.kind == "ticket-assigned" })
        #expect(claim.session == "abc" && claim.request == 41 && claim.actor == "person:1")
        #expect(entries.first { $0.kind == "ticket-opened" }?.session == nil)
    }

    @Test func copiesReachTheSecondPlaceAndAreCompared() async throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("copies-\(UUID().uuidString)").path
        let copies = try #require(CheckpointCopies(AuditSettings(copyFolder: folder)))
        let world = try await World.make()
        let desk = try await keeper(world, copies)
        let log = try await world.database.read { try $0.logName() }
        // The place cannot be reached at first.
        try await desk.signRecord()
        #expect(try await alarms(world) == ["record-copy copy"])
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await desk.signRecord()
        #expect(try await alarms(world) == [])
        let all = try await world.database.read { try $0.checkpoints(after: 0) }
        #expect(all.count == 2)
        #expect(try copies.newest(of: log) == all)
        #expect(try await desk.perform(VerifyRecord(), as: world.sue).copies == 2)
    }

    @Test func theCommandGetsEachCheckpoint() async throws {
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("copy-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: file) }
        let copies = try #require(
            CheckpointCopies(AuditSettings(copyCommand: ["/usr/bin/tee", "-a", file])))
        let world = try await World.make()
        try await keeper(world, copies).signRecord()
        #expect(
            try CheckpointCopies.read(file)
                == (try await world.database.read { try $0.checkpoints(after: 0) }))
        #expect(try await alarms(world) == [])
    }

    /// A break is an alarm and begins a segment; the work goes on, and nothing is repaired.
    @Test func aBreakIsToldOnceAndNamed() async throws {
        let world = try await World.make()
        try await world.question()
        try await world.desk.signRecord()
        try world.database.tamper(
            "DROP TRIGGER event_is_never_changed", "UPDATE event SET at = at - 1 WHERE seq = 5")
        for _ in 0..<2 {
            let report = try await world.desk.perform(VerifyRecord(), as: world.sue)
            #expect(report.breaks.map(\.name) == ["edited entry 5"])
        }
        #expect(try await alarms(world) == ["record-broken edited entry 5"])
        try await world.question(from: RelayMails(alias: "otherabcdefg", order: nil))
        try await world.desk.signRecord()
        let report = try await world.desk.perform(VerifyRecord(), as: world.sue)
        #expect(report.news == [] && !report.isSound)
        #expect(report.covered == report.entries)
    }

    /// A desk on the same data that has a second place.
    private func keeper(_ world: World, _ copies: CheckpointCopies) async throws -> Desk {
        var ports = DeskPorts()
        ports.checkpointCopies = copies
        return try await Desk.open(
            database: world.database, settings: World.settings, ports: ports,
            digestKey: Array(repeating: 7, count: 32), clock: world.clock)
    }

    private func alarms(_ world: World) async throws -> [String] {
        try await world.database.read { try $0.openAlarms() }
            .map { "\($0.alarm.kind.rawValue) \($0.alarm.subject)" }
    }
}

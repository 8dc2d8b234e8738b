import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

@testable import Core

@Suite struct BlindTimeTests {
    /// The figures of helpdesk section 19, and ones worked out by hand.
    @Test(arguments: [(0.0, 0), (0.5, 2), (3.1, 7), (10.0, 17), (600.0, 649)])
    func upperFigureOfACount(mean: Double, upper: Int) {
        #expect(Chance.poissonUpper(mean: mean) == upper)
    }

    @Test func expectedArrivalsFollowTheHourOfTheWeek() {
        // Eight weeks with 16 messages in the first hour of the week and 8 in the third.
        let usual = UsualArrivals(counts: [0: 16, 2: 8], history: .days(56))
        let monday = Timestamp(seconds: 604_800 * 2900)
        #expect(usual.expected(from: monday, to: monday + .hours(1)) == 2)
        #expect(usual.expected(from: monday + .minutes(30), to: monday + .hours(2)) == 1)
        #expect(usual.expected(from: monday, to: monday + .hours(168)) == 3)
        #expect(usual.expected(from: monday, to: monday) == 0)
    }

    @Test func aShortHistoryIsSpreadOverAllHours() {
        let usual = UsualArrivals(counts: [5: 24], history: .days(1))
        let some = Timestamp(seconds: 1_800_000_000)
        #expect(abs(usual.expected(from: some, to: some + .hours(3)) - 3) < 0.001)
        #expect(
            UsualArrivals(counts: [:], history: .zero).expected(from: some, to: some + .days(1))
                == 0)
    }

    private func lane(_ world: World) async throws -> SyncLane {
        let lanes = try await world.desk.perform(ShowSyncOverview(), as: world.sue).lanes
        return try #require(lanes.first { $0.store == World.europe && $0.kind == .messages })
    }

    @Test func aMailboxThatIsNotReadMakesTheStoreBlind() async throws {
        let world = try await World.make()
        for hour in 1...20 {
            try await world.question(
                from: RelayMails(alias: "buyer\(hour)abcdef", order: nil),
                at: world.clock.now - .hours(Int64(hour)))
        }
        #expect(try await lane(world).blind == nil)
        let seen = try #require(try await lane(world).seenThrough)
        world.clock.advance(to: seen + .minutes(14))
        #expect(try await lane(world).blind == nil)
        world.clock.advance(to: seen + .minutes(47))
        let blind = try #require(try await lane(world).blind)
        #expect(blind.since == seen)
        #expect(!blind.isAlarm)
        #expect(blind.expected > 0.3 && blind.expected < 1.2)
        #expect(blind.upper >= 2)
        let health = try await world.desk.perform(ShowSync(), as: world.ana).health
        #expect(health.first { $0.kind == .messages }?.blindSince == seen)
        world.clock.advance(to: seen + .minutes(61))
        #expect(try await lane(world).blind?.isAlarm == true)
    }

    @Test func anHourOfBlindnessIsAnAlarmAndSomebodysTask() async throws {
        let world = try await World.make()
        try await world.question()
        world.clock.advance(by: .minutes(50))
        try await world.desk.watch()
        #expect(try await world.database.read { try $0.openAlarms() }.isEmpty)
        world.clock.advance(by: .minutes(30))
        try await world.desk.watch()
        try await world.desk.watch()
        let alarms = try await world.database.read { try $0.openAlarms() }
        #expect(alarms.map(\.alarm.subject).sorted() == ["messages", "orders"])
        let tasks = try await world.database.read { try $0.openSpotChecks(limit: 50) }
        #expect(tasks.filter { $0.draw.cause == .blind }.count == 2)
        // Seeing again ends it; what comes late has its own time.
        let ticket = try await world.question(
            from: RelayMails(alias: "lateabcdefgh", order: nil),
            at: world.clock.now - .minutes(40))
        let debt = try #require(try await world.debts(ticket).first)
        #expect(debt.start == world.clock.now - .minutes(40))
        world.clock.advance(by: .minutes(2))
        try await world.receive(together: [])
        try await world.desk.watch()
        let open = try await world.database.read { try $0.openAlarms() }
        #expect(open.map(\.alarm.subject) == ["orders"])
        try await world.checkRecord()
    }

    /// Each start looks anew, but what was never seen stays unseen since the first one.
    @Test func aCoreThatStartsAgainAndAgainCriesAllTheSame() async throws {
        var world = try await World.make()
        for _ in 0..<3 {
            world.clock.advance(by: .minutes(10))
            try await world.desk.watch()
            world.clock.advance(by: .minutes(10))
            world = try await World.make(after: world)
        }
        #expect(try await world.database.read { try $0.openAlarms() }.isEmpty)
        world.clock.advance(by: .minutes(4))
        try await world.desk.watch()
        let alarms = try await world.database.read { try $0.openAlarms() }
        #expect(Set(alarms.map(\.alarm.kind)) == [.blind])
        #expect(alarms.map(\.alarm.subject).sorted() == ["messages", "orders"])
        try await world.checkRecord()
    }
}

@Suite struct SpotCheckTests {
    /// The figures that helpdesk section 19 gives, and published ones for the others.
    @Test(arguments: [
        (0, 60, 0.0487), (0, 300, 0.00994), (1, 10, 0.3942), (1, 100, 0.0466), (2, 20, 0.2826),
        (5, 5, 1.0),
    ])
    func upperBoundOfAShare(hits: Int, trials: Int, bound: Double) throws {
        let found = try #require(Chance.upperBound(hits: hits, of: trials))
        #expect(abs(found - bound) < 0.0002, "\(found)")
    }

    @Test func nothingIsSaidWithoutATrial() {
        #expect(Chance.upperBound(hits: 0, of: 0) == nil)
        #expect(Chance.upperBound(hits: 3, of: 2) == nil)
    }

    private func world(seed: UInt64) async throws -> World {
        let world = try await World.make(seed: seed)
        try await world.question(at: world.clock.now - .days(10))
        return world
    }

    @Test func tenSamplesADayTheSameForTheSameSeed() async throws {
        var draws: [[Timestamp]] = []
        for _ in 0..<2 {
            let world = try await world(seed: 42)
            try await world.desk.watch()
            try await world.desk.watch()
            let checks = try await world.database.read { try $0.openSpotChecks(limit: 50) }
            #expect(checks.count == 10)
            #expect(Set(checks.map(\.draw.start)).count == 10)
            #expect(checks.allSatisfy { $0.draw.store == World.europe })
            #expect(checks.allSatisfy { world.clock.now - $0.draw.start >= .hours(3) })
            #expect(checks.allSatisfy { $0.draw.start.milliseconds % 3_600_000 == 0 })
            draws.append(checks.map(\.draw.start))
            world.clock.advance(by: .days(1))
            try await world.desk.watch()
            let next = try await world.database.read { try $0.openSpotChecks(limit: 50) }
            #expect(next.filter { $0.draw.cause == .random }.count == 20)
        }
        #expect(draws[0] == draws[1])
    }

    @Test func whatAPersonFoundIsRecordedOnceAndCounted() async throws {
        let world = try await world(seed: 7)
        try await world.desk.watch()
        let list = try await world.desk.perform(ListSpotChecks(), as: world.ana)
        #expect(list.summary.waiting == 10)
        #expect(list.summary.upperBound == nil)
        #expect(try await world.desk.perform(ListSpotChecks(), as: world.mia).checks.isEmpty)
        for (index, check) in list.checks.enumerated() {
            let recorded = try await world.desk.perform(
                RecordSpotCheck(
                    check: check.id, result: index == 0 ? .missing : .match, platformCount: 1,
                    note: "seen\u{202E}"), as: world.ana)
            #expect(recorded.recordedBy == "Ana")
            #expect(recorded.note == "seen")
        }
        let again = await code {
            _ = try await world.desk.perform(
                RecordSpotCheck(check: list.checks[0].id, result: .match), as: world.ben)
        }
        #expect(again == .spotCheckRecorded)
        let after = try await world.desk.perform(ListSpotChecks(), as: world.sue).summary
        #expect(after.recorded == 10)
        #expect(after.missing == 1)
        #expect(abs((after.upperBound ?? 0) - 0.3942) < 0.0002)
        try await world.checkRecord()
    }
}

/// Mails that come after a blind time (helpdesk section 19).
@Suite struct LateArrivalTests {
    /// A buyer's mail without its date.
    private static var undated: [UInt8] {
        let whole = RelayMails(alias: "undatedabcdef", order: nil)
            .buyer("Wo bleibt mein Paket?", at: World.start - .hours(1))
        let lines = whole.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .filter { !String(decoding: $0, as: UTF8.self).lowercased().hasPrefix("date:") }
        return Array(lines.joined(separator: [UInt8(ascii: "\n")]))
    }

    @Test func withoutATimeOfItsOwnTheClockStartsAtTheLastCompleteInstant() async throws {
        let world = try await World.make()
        try await world.receive(together: [])
        let seen = world.clock.now
        world.clock.advance(by: .hours(5))
        try await world.receive(Self.undated)
        let ticket = try #require(try await world.tickets().first)
        let debt = try #require(try await world.debts(ticket.id).first)
        #expect(debt.isStartEstimated)
        #expect(debt.start == seen)
        try await world.checkRecord()
    }
}

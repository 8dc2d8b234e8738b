import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

@Suite struct CredentialWatchTests {
    private static let subject = CredentialSubject.authorisation(World.europe)

    private func stages(_ world: World) async throws -> [Int] {
        try await world.database.read { transaction in
            try transaction.events(after: .zero, limit: 10_000).compactMap { record in
                if case .credentialWarned(let warning) = record.event { warning.stage } else { nil }
            }
        }
    }

    private func renew(
        _ world: World, _ subject: CredentialSubject = subject
    ) async throws {
        _ = try await world.desk.perform(
            RenewCredential(subject: subject, at: world.clock.now), as: world.ops)
    }

    @Test func eachStageIsRecordedOnceOnItsDay() async throws {
        let world = try await World.make()
        try await renew(world)
        try await world.pass(.days(334))
        #expect(try await stages(world) == [])
        try await world.pass(.days(2))
        #expect(try await stages(world) == [30])
        try await world.pass(.days(30))
        #expect(try await stages(world) == [30, 7, 1, 0])
        try await world.checkRecord()
    }

    @Test func aLongPauseWarnsOnlyOfTheNearest() async throws {
        let world = try await World.make()
        try await renew(world)
        world.clock.advance(by: .days(400))
        _ = try await world.desk.runDue()
        _ = try await world.desk.runDue()
        #expect(try await stages(world) == [0])
    }

    @Test func aRestartDoesNotWarnAgain() async throws {
        let world = try await World.make()
        try await renew(world)
        world.clock.advance(by: .days(340))
        _ = try await world.desk.runDue()
        let again = try await World.make(database: world.database, at: world.clock.now)
        _ = try await again.desk.runDue()
        #expect(try await stages(again) == [30])
    }

    @Test func aRenewalStartsAnew() async throws {
        let world = try await World.make()
        try await renew(world)
        world.clock.advance(by: .days(364))
        _ = try await world.desk.runDue()
        try await renew(world)
        #expect(try await notices(world, as: world.sue) == [:])
        try await world.pass(.days(335))
        #expect(try await stages(world) == [1, 30])
    }

    @Test func noticesReachSupervisorsOfTheStoreOnly() async throws {
        let world = try await World.make()
        try await renew(world)
        try await renew(world, .clientSecret)
        world.clock.advance(by: .days(174))
        _ = try await world.desk.runDue()
        world.clock.advance(by: .days(165))
        _ = try await world.desk.runDue()
        let seen = try await notices(world, as: world.sue)
        #expect(seen[World.europe]?.map(\.stage) == [30, 0])
        #expect(seen[World.america]?.map(\.subject) == [.clientSecret])
        #expect(try await notices(world, as: world.ana) == [:])
    }

    @Test func aStoreOfNobodyIsNotWarnedOf() async throws {
        let world = try await World.make()
        try await world.database.write(as: .service("test"), at: world.clock.now) { transaction in
            _ = try transaction.record(
                .credentialRenewed(
                    CredentialRenewal(
                        subject: .authorisation("gone"), at: world.clock.now - .days(400))))
        }
        _ = try await world.desk.runDue()
        #expect(try await stages(world) == [])
    }

    @Test func aFileTellsWhenNobodyDid() async throws {
        var settings = World.settings
        settings.credentials = [
            CredentialRenewal(
                subject: Self.subject, at: World.start - .days(350), isEstimated: true)
        ]
        let database = try DeskDatabase.inMemory()
        for _ in 1...2 {
            let desk = try await Desk.open(
                database: database, settings: settings,
                digestKey: Array(repeating: 7, count: 32),
                clock: VirtualClock(start: World.start))
            _ = try await desk.runDue()
        }
        let known = try await database.read { try $0.credentials() }
        #expect(known.map(\.isEstimated) == [true])
        #expect(known.map(\.warned) == [30])
    }

    @Test func aRenewalInTheFutureOrOfAStrangeStoreIsRefused() async throws {
        let world = try await World.make()
        let future = RenewCredential(subject: Self.subject, at: world.clock.now + .days(1))
        #expect(
            await code { _ = try await world.desk.perform(future, as: world.ops) } == .badRequest)
        let strange = RenewCredential(subject: .authorisation("gone"), at: world.clock.now)
        #expect(
            await code { _ = try await world.desk.perform(strange, as: world.ops) }
                == .storeOutOfScope)
    }

    private func notices(
        _ world: World, as caller: Principal
    ) async throws -> [StoreID: [CredentialNotice]] {
        var found: [StoreID: [CredentialNotice]] = [:]
        for health in try await world.desk.perform(ShowSync(), as: caller).health {
            if let notices = health.notices { found[health.store, default: []] += notices }
        }
        return found
    }
}

import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

/// The machine's clock is set while the desk runs (helpdesk section 21).
@Suite struct ClockStepTests {
    private func steps(_ world: World) async throws -> [String] {
        try await world.desk.watch()
        return try await world.database.read { try $0.openAlarms() }
            .filter { $0.alarm.kind == .clockSkew }.map(\.alarm.subject)
    }

    @Test func aStepBackIsAnAlarmUntilTimeHasCaughtUp() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let due = try await world.debts(ticket).map(\.platformDue)
        world.clock.set(back: .seconds(4))
        #expect(try await steps(world) == [])
        world.clock.set(back: .minutes(10))
        #expect(try await steps(world) == ["stepped-back"])
        #expect(try await steps(world) == ["stepped-back"])
        #expect(try await world.debts(ticket).map(\.platformDue) == due)
        _ = try await world.desk.perform(ClaimTicket(ticket: ticket), as: world.ana)
        world.clock.advance(by: .minutes(11))
        #expect(try await steps(world) == [])
        let record = try await world.desk.perform(VerifyRecord(), as: world.sue)
        #expect(record.isSound)
        try await world.checkRecord()
    }
}

import Core
import HelpDesk
import SwiftExtensions
import Testing
import Wire

/// Work goes only to those who may answer it (helpdesk section 7.2).
@Suite struct WorkerRightsTests {
    private static let silent = RightSet([.read: .stores, .take: .stores, .report: .own])

    @Test func whoeverLosesTheRightGetsNothingMoreAndKeepsNothing() async throws {
        let world = try await World.make()
        try await world.group(members: [world.ana])
        let first = try await world.inquiry(1)
        _ = try await world.desk.runDue()
        #expect(try await world.owner(first) == world.ana.person)
        try await world.desk.setRights(Self.silent, of: .agent, as: world.ops)
        let claim = ClaimTicket(ticket: first)
        #expect(
            await code { _ = try await world.desk.perform(claim, as: world.ana) } == .notAllowed)
        let second = try await world.inquiry(2)
        _ = try await world.desk.runDue()
        #expect(try await world.owner(second) == nil)
        #expect(try await world.owner(first) == nil)
        let decision = try #require(try await world.decisions(second).last)
        #expect(
            decision.candidates.first { $0.person == world.ana.person }?.rejection == .noRight)
    }
}

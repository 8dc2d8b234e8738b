import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

/// Every use case with each of its commits failing in turn: nothing of the failed commit stands,
/// the same call passes when it is made again, and the record folds to the rows.
@Suite struct FailEveryCallTests {
    private static let most = 8

    @Test(arguments: RightsMatrixTests.rows.indices)
    func aFailedCommitLeavesNothing(_ index: Int) async throws {
        let row = RightsMatrixTests.rows[index]
        var number = 1
        while try await fails(row, at: number) {
            number += 1
            try #require(number <= Self.most, "\(row.name) never ends")
        }
    }

    /// Calls with the `number`-th commit refused; false when there are not so many, or when the
    /// fixture has nothing that this call could do.
    private func fails(_ row: RightsMatrixTests.Row, at number: Int) async throws -> Bool {
        let fault = CommitFault()
        let world = try await World.make(commitGate: fault.gate)
        guard let caller = caller(of: row, in: world) else { return false }
        world.orders.put(
            OrderSyncTests.order("305-7683573-2694036", at: world.clock.now - .days(1)))
        _ = try await world.desk.syncOnce()
        let ticket = try await world.question(from: RelayMails(order: nil))
        let item = try #require(try await world.send(on: ticket, as: world.ben).item).id
        let before = try await world.database.read { try $0.lastSequence() }
        fault.arm(number)
        do {
            try await row.call(world, ticket, item, caller)
        } catch is CommitFault.Refusal {
            if number == 1 {
                #expect(
                    try await world.database.read { try $0.lastSequence() } == before,
                    "\(row.name) left something behind")
            }
            try await row.call(world, ticket, item, caller)
        }
        try await world.checkRecord()
        return fault.hasFailed
    }

    /// Somebody to whom the matrix allows it.
    private func caller(of row: RightsMatrixTests.Row, in world: World) -> Principal? {
        [(row.supervisor, world.sue), (row.admin, world.ops), (row.agent, world.ana)]
            .first { $0.0 == .fine }?.1
    }
}

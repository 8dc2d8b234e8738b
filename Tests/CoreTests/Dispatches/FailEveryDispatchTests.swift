import Core
import HelpDesk
import Simulator
import Store
import SwiftExtensions
import Testing
import Wire

/// What goes to the platform for an order, with each commit of the call failing in turn: nothing of
/// the failed one stands, and the call passes when it is made again.
@Suite struct FailEveryDispatchTests {
    @Test(arguments: ["message", "shipment", "settle"])
    func aFailedCommitLeavesNothing(_ call: String) async throws {
        let fault = CommitFault()
        try await DispatchWorld.run(commitGate: fault.gate) { desk in
            var act: () async throws -> Void = { _ = try await desk.message() }
            if call == "shipment" { act = { _ = try await desk.shipment() } }
            if call == "settle" {
                desk.amazon.schedule(ScheduledFault(.status(500), on: "createUnexpectedProblem"))
                let id = try await desk.message()
                _ = try await desk.desk.runDue()
                act = {
                    _ = try await desk.desk.perform(
                        SettleDispatch(dispatch: id, decision: .sent, reason: "Looked."),
                        as: desk.world.ana)
                }
            }
            let before = try await desk.world.database.read { try $0.lastSequence() }
            fault.arm(1)
            await #expect(throws: CommitFault.Refusal.self) { try await act() }
            #expect(try await desk.world.database.read { try $0.lastSequence() } == before)
            try await act()
            #expect(try await desk.world.database.read { try $0.lastSequence() } > before)
            try await desk.world.checkRecord()
        }
    }
}

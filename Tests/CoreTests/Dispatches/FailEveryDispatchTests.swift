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
            let act = try await prepare(call, desk)
            let before = try await desk.world.database.read { try $0.lastSequence() }
            fault.arm(1)
            await #expect(throws: CommitFault.Refusal.self) { try await act() }
            #expect(try await desk.world.database.read { try $0.lastSequence() } == before)
            try await act()
            #expect(try await desk.world.database.read { try $0.lastSequence() } > before)
            try await desk.world.checkRecord()
        }
    }

    private func prepare(
        _ call: String, _ desk: DispatchWorld
    ) async throws -> @Sendable () async throws -> Void {
        switch call {
        case "shipment": return { _ = try await desk.shipment() }
        case "settle":
            desk.amazon.schedule(ScheduledFault(.status(500), on: "createUnexpectedProblem"))
            let id = try await desk.message()
            _ = try await desk.desk.runDue()
            return {
                _ = try await desk.desk.perform(
                    SettleDispatch(dispatch: id, decision: .sent, reason: "Looked."),
                    as: desk.world.ana)
            }
        default: return { _ = try await desk.message() }
        }
    }
}

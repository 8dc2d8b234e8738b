import Core
import HelpDesk
import Simulator
import Store
import SwiftExtensions
import Testing
import Wire

/// What was refused, or of which nobody knows the end, is a problem until somebody settles it.
@Suite struct DispatchProblemTests {
    private func problems(_ desk: DispatchWorld) async throws -> Int {
        let now = desk.clock.now
        let ana = desk.world.ana
        return try await desk.world.database.read {
            try $0.counts(scope: ana.scope, person: ana.person, now: now).problems
        }
    }

    @Test(arguments: [DispatchDecision.sent, .again])
    func anUnknownOneCountsUntilAPersonSpeaks(_ decision: DispatchDecision) async throws {
        try await DispatchWorld.run { desk in
            desk.amazon.schedule(ScheduledFault(.status(500), on: "createUnexpectedProblem"))
            let id = try await desk.message()
            #expect(try await problems(desk) == 0)
            _ = try await desk.desk.runDue()
            #expect(try await problems(desk) == 1)
            _ = try await desk.desk.perform(
                SettleDispatch(dispatch: id, decision: decision, reason: "Looked."),
                as: desk.world.ana)
            #expect(try await problems(desk) == 0)
            try await desk.world.checkRecord()
        }
    }

    @Test func aRefusedOneIsTriedAgainOrPutAway() async throws {
        try await DispatchWorld.run { desk in
            desk.amazon.schedule(
                ScheduledFault(.status(403), on: "createUnexpectedProblem", times: 2))
            let id = try await desk.message()
            _ = try await desk.desk.runDue()
            #expect(try await problems(desk) == 1)
            let again = SettleDispatch(dispatch: id, decision: .again, reason: "")
            _ = try await desk.desk.perform(again, as: desk.world.ana)
            #expect(try await problems(desk) == 0)
            _ = try await desk.desk.runDue()
            #expect(try await desk.dispatch(id).state == .refused)
            #expect(desk.calls("createUnexpectedProblem") == 2)
            let away = SettleDispatch(dispatch: id, decision: .withdrawn, reason: "")
            _ = try await desk.desk.perform(away, as: desk.world.ana)
            #expect(try await problems(desk) == 0)
            let listed = try await desk.desk.perform(ListDispatches(), as: desk.world.ana)
            #expect(listed.dispatches.isEmpty)
            try await desk.world.checkRecord()
        }
    }

    @Test func anEqualOneMadeSinceStandsInTheWay() async throws {
        try await DispatchWorld.run { desk in
            desk.amazon.schedule(ScheduledFault(.status(403), on: "createUnexpectedProblem"))
            let id = try await desk.message()
            _ = try await desk.desk.runDue()
            let second = try await desk.message()
            #expect(second != id)
            let again = SettleDispatch(dispatch: id, decision: .again, reason: "")
            #expect(
                await code { _ = try await desk.desk.perform(again, as: desk.world.ana) }
                    == .dispatchTooLate)
        }
    }

    @Test func aMessageWaitsAsLongAsAReplyAndCanBeTakenBack() async throws {
        try await DispatchWorld.run(undoSeconds: 15) { desk in
            let id = try await desk.message()
            _ = try await desk.desk.runDue()
            #expect(desk.amazon.messages.isEmpty)
            _ = try await desk.desk.perform(
                SettleDispatch(dispatch: id, decision: .withdrawn, reason: ""),
                as: desk.world.ana)
            try await desk.world.pass(.minutes(1))
            #expect(desk.amazon.messages.isEmpty)
            let other = try await desk.message("Wann passt Ihnen die Lieferung.")
            try await desk.world.pass(.seconds(16))
            #expect(try await desk.dispatch(other).state == .sent)
            try await desk.world.checkRecord()
        }
    }
}

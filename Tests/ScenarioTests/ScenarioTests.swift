import Core
import Foundation
import HelpDesk
import Simulator
import Store
import SwiftExtensions
import Testing

/// Days of simulated business with every tenth call going wrong: at the end desk and platform are
/// equal, record by record. `DESKHAND_SCENARIO=full` runs thirty days of six stores.
@Suite struct ScenarioTests {
    @Test func daysOfFaultsEndInEquality() async throws {
        let size = ScenarioSize.wanted
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("deskhand-scenario-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let world = try await ScenarioDesk.open(
            size, Array(ScenarioStore.all.prefix(size.stores)), folder: folder.path,
            at: Scenario.start)
        let outcome: Result<Void, any Error>
        do {
            outcome = .success(try await runAndProve(size, world))
        } catch {
            outcome = .failure(error)
        }
        try await world.close()
        try outcome.get()
    }

    private func runAndProve(_ size: ScenarioSize, _ world: ScenarioDesk) async throws {
        var scenario = Scenario(size, world: world)
        let clock = ContinuousClock()
        var failure: (any Error)?
        let time = await clock.measure {
            do { try await scenario.run() } catch { failure = error }
        }
        if let failure { throw failure }
        let calls = CallProof(
            log: Array(world.platform.log.prefix(scenario.faultyCalls)),
            duration: .days(Int64(size.days)),
            stores: size.stores)
        let replies = try await ReplyProof(world: world, answers: scenario.agents.answers).check()
        ScenarioReport(
            size: size, scenario: scenario, calls: calls, replies: replies, time: time
        ).print()

        expectNone(try await OrderProof(world: world).differences(), "orders")
        expectNone(
            try await MessageProof(world: world, script: scenario.mails).differences(), "messages")
        expectNone(
            try await NoticeProof(world: world, script: scenario.mails).differences(), "notices")
        expectNone(replies.problems, "replies")
        expectNone(scenario.agents.refused, "refused answers")
        #expect(world.platform.log.count { $0.status == 429 && $0.fault == nil } == 0)
        #expect(abs(calls.faultShare - size.faultShare) < 0.04)
        #expect(try world.database.checkIntegrity() == [])
        if size.name == "small" {
            #expect(try await world.database.rebuild().differences == [:])
        }
    }

    private func expectNone(
        _ problems: [String], _ what: String, _ location: SourceLocation = #_sourceLocation
    ) {
        let some = problems.prefix(12).joined(separator: "; ")
        #expect(
            problems.isEmpty, "\(problems.count) \(what): \(some)", sourceLocation: location)
    }
}

import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

/// Every use case with each of its commits failing in turn: nothing of the failed commit stands,
/// the same call passes when it is made again, and the record folds to the rows. The list is the
/// desk's own list of calls, so a new one is here from its first day.
@Suite struct FailEveryCallTests {
    private static let most = 8

    /// What only reads, or keeps what it says in memory.
    static let reading: Set = [
        "account.show", "alarm.list", "attachment.read", "audit.checkpoints", "audit.entries",
        "audit.events", "audit.rebuild", "audit.verify", "broadcast.list", "calendar.list",
        "calendar.show", "deadline.explain", "dispatch.list", "drift.list", "drift.show",
        "handover.list", "inventory.list", "job.list", "job.show", "lint.rules", "macro.list",
        "mention.list", "spelling.check", "translation.cancel", "word.list",
        "notice.list", "presence.beat", "presence.list",
        "order.list", "outbox.list", "people.list", "policy.list", "policy.show", "presence.set",
        "category.report", "draft.ask", "draft.cancel", "draft.fetch",
        "quality.list", "quarantine.list", "quarantine.show", "reply.lint", "report.feedback",
        "report.returns", "report.settlements", "rights.access", "rights.history", "rights.mine",
        "rights.requests", "rights.roles", "rights.seen", "routing.agents", "routing.explain",
        "routing.group.history", "routing.groups", "routing.preview", "routing.profile.history",
        "routing.rules", "routing.rules.history", "routing.simulate", "spot.list", "sync.log",
        "sync.overview", "sync.show", "tag.list", "template.figures", "template.library",
        "template.list", "template.preview", "template.show", "ticket.list", "wall.show",
    ]
    /// What asks a platform, has others ask it, reads a folder, or notes something beside the call.
    static let besides: Set = [
        "account.refresh", "breach.list", "dispatch.settle", "drift.rerun", "order.actions",
        "order.finances",
        "order.message", "order.ship", "order.show", "order.solicit", "sync.run", "ticket.show",
        "reply.suggest", "lint.reload", "category.train",
    ]

    @Test func whatIsNamedHereIsCalledSo() {
        let known = Set(DeskCalls.all.map(\.method))
        #expect(Self.reading.union(Self.besides).subtracting(known) == [])
        #expect(Set(CommittingCalls.scenes.keys).subtracting(known) == [])
    }

    @Test(arguments: DeskCalls.all.map(\.method))
    func aFailedCommitLeavesNothing(_ method: String) async throws {
        let scenes = try Self.scenes(of: method)
        var failed = 0
        for scene in scenes {
            var number = 1
            while try await fails(scene, method, at: number) {
                failed += 1
                number += 1
                try #require(number <= Self.most, "\(method) never ends")
            }
        }
        guard !Self.besides.contains(method) else { return }
        #expect((failed > 0) != Self.reading.contains(method), "\(method) wrote \(failed) times")
    }

    /// What was written for the call alone, or else what the rights matrix does with it.
    private static func scenes(of method: String) throws -> [CommittingCalls.Scene] {
        if let own = CommittingCalls.scenes[method] { return [own] }
        return RightsMatrixTests.rows.filter { $0.name == method }.compactMap { row in
            { world in
                guard let caller = caller(of: row, in: world) else { return {} }
                world.orders.put(
                    OrderSyncTests.order("305-7683573-2694036", at: world.clock.now - .days(1)))
                _ = try await world.desk.syncOnce()
                let ticket = try await world.question(from: RelayMails(order: nil))
                let item = try #require(try await world.send(on: ticket, as: world.ben).item).id
                return { try await row.call(world, ticket, item, caller) }
            }
        }
    }

    /// Calls with the `number`-th commit refused; false when there are not so many.
    private func fails(
        _ scene: CommittingCalls.Scene, _ method: String, at number: Int
    ) async throws -> Bool {
        let fault = CommitFault()
        let world = try await World.make(commitGate: fault.gate)
        let act = try await scene(world)
        let before = try await world.database.read { try $0.lastSequence() }
        fault.arm(number)
        do {
            try await act()
        } catch is CommitFault.Refusal {
            if number == 1 {
                #expect(
                    try await world.database.read { try $0.lastSequence() } == before,
                    "\(method) left something behind")
            }
            try await act()
        }
        if fault.hasFailed { try await world.checkRecord() }
        return fault.hasFailed
    }

    /// Somebody to whom the matrix allows it.
    private static func caller(of row: RightsMatrixTests.Row, in world: World) -> Principal? {
        [(row.supervisor, world.sue), (row.admin, world.ops), (row.agent, world.ana)]
            .first { $0.0 == .fine }?.1
    }
}

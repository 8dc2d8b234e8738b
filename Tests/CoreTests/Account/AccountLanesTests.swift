import ChannelAmazon
import HelpDesk
import Simulator
import Store
import SwiftExtensions
import Testing
import Wire

@testable import Core

/// What the engine says of reports, stock, books and the queue.
@Suite struct AccountLanesTests {
    private func lanes(_ desk: Desk, as caller: Principal) async throws -> [SyncLane] {
        try await desk.perform(ShowSyncOverview(), as: caller).lanes
    }

    private func lane(_ kind: LaneKind, _ world: AccountDesk) async throws -> SyncLane {
        let found = try await lanes(world.desk, as: world.sue)
        return try #require(found.first { $0.store == World.europe && $0.kind == kind })
    }

    @Test func reportsAndStockSayWhenTheyWereReadAndWhenNext() async throws {
        try await AccountDesk.run { world in
            let before = try await lane(.reports, world)
            #expect(before.state == .healthy)
            #expect(before.lastSuccess == nil)
            try await world.work(for: .hours(1))
            let reports = try await lane(.reports, world)
            #expect(reports.parts.map(\.topic) == LaneKind.reports.topics)
            #expect(reports.state == .healthy)
            let seen = try #require(reports.seenThrough)
            #expect(seen == reports.parts.compactMap(\.lastSuccess).min())
            #expect(reports.lastSuccess == reports.parts.compactMap(\.lastSuccess).max())
            #expect(reports.nextRun == reports.parts.map(\.nextRun).min())
            let stock = try await lane(.inventory, world)
            #expect(stock.parts.map(\.topic) == [.inventory, .listings])
            #expect(stock.trouble == nil)
            // The other store has no way to its account, and nobody set up a queue.
            let all = try await lanes(world.desk, as: world.sue)
            #expect(all.filter { $0.store == World.america && $0.state != .paused } == [])
            #expect(all.last?.kind == .notifications)
            #expect(all.last?.state == .paused)
        }
    }

    @Test func whatRolesKeepFromUsIsNamedAndStopsNothing() async throws {
        try await AccountDesk.run(roles: [.sellingPartnerInsights]) { world in
            try await world.work(for: .hours(1))
            let stock = try await lane(.inventory, world)
            #expect(stock.state == .paused)
            #expect(stock.trouble?.errorClass == .permissionMissing)
            #expect(stock.trouble?.arguments["role"] != nil)
            #expect(stock.nextRun == nil)
            let reports = try await lane(.reports, world)
            #expect(reports.state == .healthy, "health may be read")
            #expect(reports.trouble?.errorClass == .permissionMissing)
            #expect(reports.parts.contains { $0.phase == .notPermitted })
        }
    }

    @Test func anOutageSlowsTheLane() async throws {
        try await AccountDesk.run { world in
            try await world.work(for: .hours(1))
            world.platform.schedule(ScheduledFault(.status(503), times: 200))
            world.clock.advance(by: .hours(25))
            _ = try await world.desk.runDue()
            let reports = try await lane(.reports, world)
            #expect(reports.state == .slowed)
            #expect(reports.trouble?.errorClass == .platformOutage)
        }
    }

    @Test func booksOfAnOrderHaveALane() async throws {
        try await AccountDesk.run(roles: [.sellingPartnerInsights]) { world in
            try await world.place(count: 1)
            #expect(try await lane(.finances, world).trouble == nil)
            let order: OrderID = "305-1000000-1000000"
            let refused = await code {
                _ = try await world.desk.perform(ShowFinances(order: order), as: world.sue)
            }
            #expect(refused == .roleMissing)
            let books = try await lane(.finances, world)
            #expect(books.trouble?.errorClass == .permissionMissing)
            #expect(books.trouble?.arguments["role"] == AccountTopic.financesRole)
            #expect(books.lastSuccess == nil)
        }
        try await AccountDesk.run { world in
            try await world.place(count: 1)
            _ = try await world.desk.perform(
                ShowFinances(order: "305-1000000-1000000"), as: world.sue)
            let books = try await lane(.finances, world)
            #expect(books.lastSuccess == world.clock.now)
            #expect(books.state == .healthy)
        }
    }

    /// A queue that cannot be read is seen in its lane and in the log, until it answers again.
    @Test func troubleOfTheQueueIsShown() async throws {
        let queue = ScriptedQueue()
        let world = try await World.make(notifications: queue)
        let service = NotificationService(desk: world.desk, queue: queue)
        queue.fail(
            SyncFailure(
                errorClass: .network, operation: "ReceiveMessage", message: "no route",
                requestID: "r-1"))
        let next = try await service.turn()
        let lane = try #require(try await lanes(world.desk, as: world.sue).last)
        #expect(lane.kind == .notifications)
        #expect(lane.store == nil)
        #expect(lane.state == .slowed)
        #expect(lane.trouble?.requestID == "r-1")
        #expect(lane.nextRun == next)
        let log = try await world.desk.perform(
            ListSyncLog(operation: "ReceiveMessage"), as: world.ops)
        #expect(log.entries.map(\.errorClass) == [.network])
        #expect(try await service.turn() == nil)
        let after = try #require(try await lanes(world.desk, as: world.sue).last)
        #expect(after.state == .healthy)
        #expect(after.trouble == nil)
        #expect(after.lastSuccess == world.clock.now)
    }
}

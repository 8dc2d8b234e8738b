@testable import ChannelAmazon
@testable import Core
import HelpDesk
import Simulator
import Store
import SwiftExtensions
import Synchronization
import Testing
import Wire

/// A queue in memory.
final class ScriptedQueue: NotificationSource {
    private let waiting = Mutex<[QueuedNotification]>([])
    private let taken = Mutex<[String]>([])

    func put(_ notification: PlatformNotification?) {
        waiting.withLock {
            $0.append(
                QueuedNotification(notification: notification, receipt: "r\($0.count)"))
        }
    }

    private let failure = Mutex<SyncFailure?>(nil)

    /// The next asking fails.
    func fail(_ failure: SyncFailure) { self.failure.withLock { $0 = failure } }

    var deleted: Int { taken.withLock { $0.count } }

    func receive(waitSeconds: Int) async throws(SyncFailure) -> [QueuedNotification] {
        if let failure = failure.withLock({ $0.take() }) { throw failure }
        return waiting.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
    }

    func delete(_ message: QueuedNotification) async throws(SyncFailure) {
        taken.withLock { $0.append(message.receipt) }
    }
}

@Suite struct NotificationServiceTests {
    private func change(_ id: String?, _ order: OrderID) -> PlatformNotification {
        PlatformNotification(
            id: id, sellerID: AccountDesk.sellerID, subject: .order(order, status: .shipped))
    }

    @Test func changedOrderIsAskedForOnceForEachNotification() async throws {
        let world = try await World.make()
        let order: OrderID = "305-7683573-2694036"
        world.orders.put(OrderSyncTests.order(order, at: world.clock.now - .days(1)))
        let queue = ScriptedQueue()
        let service = NotificationService(desk: world.desk, queue: queue)
        queue.put(change("n-1", order))
        queue.put(change("n-1", order))
        #expect(try await service.runOnce(waitSeconds: 0) == 2)
        _ = try await world.desk.runDue()
        #expect(world.orders.lookups == [order])
        // The same again, delivered late: seen, taken away, and no reason to ask.
        queue.put(change("n-1", order))
        _ = try await service.runOnce(waitSeconds: 0)
        _ = try await world.desk.runDue()
        #expect(world.orders.lookups == [order])
        #expect(queue.deleted == 3)
        try await world.checkRecord()
    }

    @Test func ringForStrangersAndNoiseIsTakenAway() async throws {
        let world = try await World.make()
        let queue = ScriptedQueue()
        let service = NotificationService(desk: world.desk, queue: queue)
        queue.put(nil)
        queue.put(
            PlatformNotification(
                id: "n", sellerID: "ASTRANGER", subject: .order("1-2-3", status: nil)))
        queue.put(PlatformNotification(id: nil, sellerID: nil, subject: .other("NEW")))
        #expect(try await service.runOnce(waitSeconds: 0) == 3)
        #expect(queue.deleted == 3)
        _ = try await world.desk.runDue()
        #expect(world.orders.lookups.isEmpty)
    }

    @Test func finishedReportIsFetchedWithoutWaiting() async throws {
        try await AccountDesk.run { world in
            world.platform.setReportTimes(queue: .seconds(1), making: .seconds(1))
            _ = try await world.desk.runDue()
            let task = try await world.task(.health)
            let report = try #require(task.reportID)
            world.clock.advance(by: .seconds(5))
            let queue = ScriptedQueue()
            queue.put(
                PlatformNotification(
                    id: "n", sellerID: AccountDesk.sellerID,
                    subject: .report(id: report, type: AccountDesk.health)))
            let service = NotificationService(desk: world.desk, queue: queue)
            _ = try await service.runOnce(waitSeconds: 0)
            _ = try await world.desk.runDue()
            #expect(try await world.task(.health).phase == .idle)
            #expect(try await world.task(.returns).phase == .requested)
        }
    }
}

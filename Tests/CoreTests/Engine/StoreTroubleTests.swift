import ChannelAmazon
import Core
import HelpDesk
import Store
import SwiftExtensions
import Synchronization
import Testing
import Wire

/// What each class of failure does to a store, and that it does nothing to the others.
@Suite struct StoreTroubleTests {
    private static let order: OrderID = "305-7683573-2694036"

    private func failure(_ errorClass: SyncErrorClass) -> SyncFailure {
        SyncFailure(errorClass: errorClass, operation: "getOrder", message: "no")
    }

    /// Look-ups of a parked store wait, and none of them counts it as its own failure.
    @Test(arguments: [SyncErrorClass.authorisationExpired, .clientRejected, .accountSuspended])
    func jobsOfAParkedStoreWait(errorClass: SyncErrorClass) async throws {
        let world = try await World.make()
        world.orders.put(OrderSyncTests.order(Self.order, at: world.clock.now - .days(1)))
        world.orders.fail(failure(errorClass))
        _ = try await world.question()
        try await world.pass(.minutes(10))
        #expect(world.orders.lookups.count == 1, "nobody calls meanwhile")
        let waiting = try await world.desk.perform(
            ListJobs(states: [.ready], kind: "order-refresh"), as: world.sue)
        #expect(waiting.jobs.map(\.attempts) == [0])
        #expect(waiting.jobs.first?.trouble?.errorClass == errorClass)
        try await world.pass(.hours(2))
        #expect(world.orders.lookups.count == 2, "a probe found it repaired")
        let done = try await world.desk.perform(
            ListJobs(states: [.done], kind: "order-refresh"), as: world.sue)
        #expect(done.total == 1)
        try await world.checkRecord()
    }

    @Test func aPersonWhoRepairedItNeedNotWaitForTheProbe() async throws {
        let world = try await World.make()
        world.orders.fail(failure(.authorisationExpired))
        let failed = try await world.desk.syncOnce(store: World.europe)
        #expect(!failed.ok)
        let lanes = try await world.desk.perform(ShowSyncOverview(), as: world.sue).lanes
        let lane = try #require(lanes.first { $0.store == World.europe && $0.kind == .orders })
        #expect(lane.state == .parked)
        #expect(lane.nextRun == nil)
        #expect(lane.trouble?.errorClass == .authorisationExpired)
        #expect(try await world.desk.syncOnce(store: World.europe).ok)
        let after = try await world.desk.perform(ShowSyncOverview(), as: world.sue).lanes
        #expect(after.first { $0.kind == .orders && $0.store == World.europe }?.state == .healthy)
    }

    /// An order whose look-up always breaks is given up, even though it looks like an outage.
    @Test func anOutageOfOneOrderEnds() async throws {
        let world = try await World.make()
        let outage = failure(.platformOutage)
        world.orders.fail(outage, outage, outage, outage, outage, outage, outage, outage)
        _ = try await world.question()
        try await world.pass(.hours(12))
        let dead = try await world.desk.perform(ListJobs(states: [.dead]), as: world.sue).jobs
        #expect(dead.map(\.attempts) == [6])
        #expect(dead.first?.trouble?.errorClass == .platformOutage)
    }

    /// A platform that takes a call and never answers.
    private final class HangingOrders: OrderPlatform {
        let marketplaceIDs = ["ATVPDKIKX0DER"]
        let calls = Mutex(0)
        var callCounts: (requests: Int, throttled: Int) { (calls.withLock { $0 }, 0) }

        func searchOrders(_ search: OrderSearch) async throws(SyncFailure) -> PulledPage {
            throw await hang()
        }

        func order(_ id: OrderID) async throws(SyncFailure) -> PulledAnswer {
            throw await hang()
        }

        private func hang() async -> SyncFailure {
            calls.withLock { $0 += 1 }
            let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
            defer { continuation.finish() }
            for await _ in stream {}
            return SyncFailure(errorClass: .network, operation: "searchOrders", message: "late")
        }
    }

    @Test func aStoreThatHangsDelaysNoOther() async throws {
        let clock = VirtualClock(start: World.start)
        let (hanging, sound) = (HangingOrders(), ScriptedOrders())
        for number in 0..<9 {
            sound.put(
                OrderSyncTests.order(
                    OrderID("305-\(number)-1"), at: clock.now - .hours(Int64(number + 1))))
        }
        let desk = try await Desk.open(
            database: .inMemory(), settings: World.settings,
            ports: DeskPorts(orders: [World.america: hanging, World.europe: sound]),
            digestKey: Array(repeating: 7, count: 32), clock: clock, random: DeskRandom(seed: 3))
        let running = Task { try await desk.run() }
        // Ten looks, three minutes apart, while the other store's first call is still out.
        var looks = 0
        while looks < 10 {
            let before = sound.searches.count
            while sound.searches.count == before || clock.waiting.next == nil {
                if let next = clock.waiting.next, next > clock.now { clock.advance(to: next) }
                await Task.yield()
            }
            looks += 1
        }
        #expect(hanging.calls.withLock { $0 } == 1)
        var total = 0
        for _ in 0..<5000 where total < 9 {
            if let next = clock.waiting.next, next > clock.now { clock.advance(to: next) }
            total = try await desk.database.read { try $0.orderTotal(scope: .all) }
        }
        #expect(total == 9)
        running.cancel()
        _ = await running.result
    }

    /// Neither crashes between any two steps nor failures of the platform lose an order or apply one
    /// twice.
    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func nothingIsLostOrAppliedTwice(seed: UInt64) async throws {
        let random = DeskRandom(seed: seed)
        let (database, clock) = (try DeskDatabase.inMemory(), VirtualClock(start: World.start))
        let platform = ScriptedOrders()
        let breaks = Mutex(false)
        func open() async throws -> Desk {
            try await Desk.open(
                database: database, settings: World.settings,
                ports: DeskPorts(orders: [World.europe: platform]),
                digestKey: Array(repeating: 7, count: 32), clock: clock, random: random,
                commitGate: {
                    if breaks.withLock({ $0 }), random.fraction() < 0.15 { throw Crash() }
                })
        }
        var desk = try await open()
        for step in 0..<120 {
            let number = Int(random.next() % 60)
            if random.fraction() < 0.5 {
                platform.put(
                    OrderSyncTests.order(
                        OrderID("305-\(1000 + number)-1"),
                        at: clock.now - .seconds(Int64(random.next() % 20)),
                        status: step % 2 == 0 ? .unshipped : .shipped))
            }
            if random.fraction() < 0.2 {
                let classes: [SyncErrorClass] = [
                    .network, .platformOutage, .badRequest, .throttled,
                ]
                platform.fail(failure(classes[Int(random.next() % 4)]))
            }
            breaks.withLock { $0 = true }
            do {
                _ = try await desk.syncOnce(store: World.europe)
            } catch is Crash {
                breaks.withLock { $0 = false }
                desk = try await open()
            }
            breaks.withLock { $0 = false }
            clock.advance(by: .seconds(30 + Int64(random.next() % 1500)))
        }
        platform.fail()
        clock.advance(by: .hours(2))
        _ = try await desk.syncOnce(store: World.europe)
        let stored = try await database.read { transaction in
            try transaction.orders(scope: .all, store: nil, limit: 500).map(\.order)
        }
        let theirs = platform.all
        #expect(Set(stored) == Set(theirs), "seed \(seed)")
        let events = try await database.read { try $0.events(after: .zero, limit: 100_000) }
        var last: [OrderID: Order] = [:]
        for case .orderSaved(let order) in events.map(\.event) {
            #expect(last[order.id] != order, "applied twice, seed \(seed)")
            last[order.id] = order
        }
        #expect(try await database.rebuild().differences == [:])
    }

    private struct Crash: Error {}
}

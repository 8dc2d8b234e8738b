import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

@Suite struct OrderSyncTests {
    static func order(
        _ id: OrderID, at time: Timestamp, status: OrderStatus = .unshipped
    ) -> Order {
        Order(
            id: id, store: World.europe, channel: "amazon", marketplace: "DE", status: status,
            platformStatus: status.rawValue, createdAt: time, updatedAt: time,
            isFulfilledByPlatform: false,
            items: [
                OrderItem(itemID: "1", sku: "K1", asin: "B0M0F8SXVP", title: "Kabel", quantity: 1)
            ])
    }

    private func fill(_ world: World, _ count: Int) {
        for number in 0..<count {
            let digits = String(1_000_000 + number)
            world.orders.put(
                Self.order(
                    OrderID("305-\(digits)-\(digits)"),
                    at: world.clock.now - .hours(Int64(number + 1))))
        }
    }

    @Test func aPassPullsAllPagesAndTheCursorGoesWithThem() async throws {
        let world = try await World.make()
        fill(world, 7)
        let summary = try await world.desk.syncOnce(store: World.europe)
        #expect(summary.ok)
        #expect(summary.stores.first?.orders.created == 7)
        #expect(summary.stores.first?.cursor != nil)
        let list = try await world.desk.perform(ListOrders(), as: world.ana)
        #expect(list.total == 7)
        try await world.checkRecord()
    }

    @Test func aSecondPassChangesNothing() async throws {
        let world = try await World.make()
        fill(world, 3)
        _ = try await world.desk.syncOnce(store: World.europe)
        world.clock.advance(by: .minutes(10))
        let again = try await world.desk.syncOnce(store: World.europe)
        #expect(again.stores.first?.orders.created == 0)
        #expect(again.stores.first?.orders.updated == 0)
    }

    @Test func theNewestPlatformTimeWins() async throws {
        let world = try await World.make()
        let time = world.clock.now - .hours(2)
        world.orders.put(Self.order("305-1-1", at: time, status: .shipped))
        _ = try await world.desk.syncOnce(store: World.europe)
        world.clock.advance(by: .minutes(10))
        world.orders.put(Self.order("305-1-1", at: time - .minutes(1), status: .unshipped))
        _ = try await world.desk.perform(
            ShowOrder(order: "305-1-1", store: World.europe, refresh: true), as: world.ana)
        let view = try await world.desk.perform(
            ShowOrder(order: "305-1-1", store: nil, refresh: false), as: world.ana)
        #expect(view.order.status == .shipped)
    }

    @Test func aFailureIsReportedAndTheNextPassGoesOn() async throws {
        let world = try await World.make()
        fill(world, 5)
        let outage = SyncFailure(
            errorClass: .platformOutage, operation: "searchOrders", message: "503")
        world.orders.fail(outage)
        let failed = try await world.desk.syncOnce(store: World.europe)
        #expect(!failed.ok)
        #expect(failed.stores.first?.orders.errors.map(\.code) == ["platform-outage"])
        let health = try await world.desk.perform(ShowSync(), as: world.ana).health
        #expect(health.first { $0.kind == .orders }?.failure == outage)
        let again = try await world.desk.syncOnce(store: World.europe)
        #expect(again.stores.first?.orders.created == 5)
        #expect(again.ok)
    }

    @Test func aRecordThatCannotBeReadIsKeptOnceAndReported() async throws {
        let world = try await World.make()
        let raw = Array("{\"orderId\":42}".utf8)
        world.orders.put(
            UnreadOrder(recordID: "305-9-9", problem: "orderId: retyped", raw: raw))
        _ = try await world.desk.syncOnce(store: World.europe)
        world.clock.advance(by: .minutes(10))
        _ = try await world.desk.syncOnce(store: World.europe)
        let (jobs, bytes) = try await world.database.read { transaction in
            (
                try transaction.jobs(in: .dead, limit: 10),
                try transaction.rawBytes(digest: ContentDigest.of(raw))
            )
        }
        #expect(jobs.map(\.kind) == ["order-quarantine"])
        #expect(jobs.first?.lastError == "orderId: retyped")
        #expect(bytes == raw)
        try await world.checkRecord()
    }

    @Test func openingATicketAsksForItsOrderOnce() async throws {
        let world = try await World.make()
        world.orders.put(Self.order("305-7683573-2694036", at: world.clock.now - .days(2)))
        let ticket = try await world.question()
        _ = try await world.desk.runDue()
        #expect(world.orders.lookups == ["305-7683573-2694036"])
        let show = ShowTicket(ticket: ticket, refreshOrder: true)
        world.clock.advance(by: .minutes(2))
        for _ in 0..<3 { _ = try await world.desk.perform(show, as: world.ana) }
        _ = try await world.desk.runDue()
        #expect(world.orders.lookups.count == 2)
        #expect(try await world.desk.perform(show, as: world.ana).order?.order.status == .unshipped)
        try await world.checkRecord()
    }

    @Test func aLookUpThatFailsIsTriedAgain() async throws {
        let world = try await World.make()
        world.orders.put(Self.order("305-7683573-2694036", at: world.clock.now - .days(2)))
        world.orders.fail(
            SyncFailure(errorClass: .network, operation: "getOrder", message: "reset"))
        _ = try await world.question()
        try await world.pass(.minutes(5))
        #expect(world.orders.lookups.count == 2)
        let job = try await world.database.read { try $0.jobs(in: .done, limit: 5).first }
        #expect(job?.kind == "order-refresh")
        try await world.checkRecord()
    }

    /// Buyers mistype numbers: an answer, no failure that somebody must clear away.
    @Test func anOrderNobodyHasIsSaidOnItsTicket() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let order: OrderID = "305-7683573-2694036"
        try await world.pass(.hours(1))
        #expect(world.orders.lookups.count == 1)
        #expect(try await world.database.read { try $0.jobs(in: .dead, limit: 5) }.isEmpty)
        let done = try await world.database.read { try $0.jobs(in: .done, limit: 5) }
        #expect(done.first { $0.kind == "order-refresh" }?.lastError == "not-found")
        let show = ShowTicket(ticket: ticket, refreshOrder: false)
        #expect(try await world.desk.perform(show, as: world.ana).unknownOrders == [order])
        // A new order may be written about before the platform shows it.
        world.orders.put(Self.order(order, at: world.clock.now - .minutes(2)))
        _ = try await world.desk.syncOnce(store: World.europe)
        let detail = try await world.desk.perform(show, as: world.ana)
        #expect(detail.unknownOrders.isEmpty)
        #expect(detail.order?.order.id == order)
        try await world.checkRecord()
    }

    @Test func theSummaryHasTheAgreedKeys() async throws {
        let world = try await World.make()
        let line = try JSONText.line(try await world.desk.syncOnce(store: World.europe))
        for key in [
            "stores", "id", "orders", "pulled", "created", "updated", "pages", "requests",
            "throttled", "errors", "messages", "fetched", "duplicates", "notices", "quarantined",
            "unparsed", "cursor", "ok",
        ] {
            #expect(line.contains("\"\(key)\":"), "\(key)")
        }
    }
}

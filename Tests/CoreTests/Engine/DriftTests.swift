import ChannelAmazon
import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

/// Records in a shape that the desk cannot read: kept, told once, read again after a fix.
@Suite struct DriftTests {
    private static let readable = """
        {"orderId":"305-0000009-0000009","createdTime":"2026-03-05T08:00:00Z",
        "lastUpdatedTime":"2026-03-05T09:00:00Z",
        "salesChannel":{"channelName":"AMAZON","marketplaceId":"A1PA6795UKMFR9"},
        "fulfillment":{"fulfillmentStatus":"UNSHIPPED","fulfilledBy":"MERCHANT"},
        "giftCard":"yes",
        "orderItems":[{"orderItemId":"1","quantityOrdered":2,"product":{"asin":"B0TEST0001"}}]}
        """

    private static func unread(
        _ raw: String, id: String, path: String = "order.orderItems[0].quantityOrdered"
    ) -> UnreadOrder {
        UnreadOrder(
            recordID: id, problem: "\(path): retyped", raw: Array(raw.utf8), path: path,
            expected: "whole number, required", found: "string",
            shape: "order.orderItems[].quantityOrdered: whole number / string")
    }

    @Test func everyRecordIsKeptAndOneAlarmIsRaised() async throws {
        let world = try await World.make()
        for number in 1...3 {
            world.orders.put(
                Self.unread(
                    #"{"orderId":"305-\#(number)-1","orderItems":[]}"#, id: "305-\(number)-1"))
        }
        for _ in 0..<3 {
            #expect(try await world.desk.syncOnce(store: World.europe).ok)
            world.clock.advance(by: .minutes(10))
        }
        let list = try await world.desk.perform(ListDrift(), as: world.ana)
        #expect(list.total == 3)
        #expect(list.records.map(\.found) == ["string", "string", "string"])
        #expect(Set(list.records.map(\.recordID)) == ["305-1-1", "305-2-1", "305-3-1"])
        let (alarms, cursor) = try await world.database.read {
            (try $0.openAlarms(), try $0.cursor("orders:nova-eu"))
        }
        #expect(alarms.map(\.alarm.kind) == [.drift])
        #expect(alarms.first?.alarm.arguments["path"] == "order.orderItems[0].quantityOrdered")
        #expect(cursor != nil, "the rest of the page counts")
        let overview = try await world.desk.perform(ShowSyncOverview(), as: world.sue)
        #expect(overview.counts.drift == 3)
        #expect(overview.counts.dead == 0)
        try await world.checkRecord()
    }

    @Test func aRecordThatCanBeReadNowBecomesAnOrder() async throws {
        let world = try await World.make()
        world.orders.put(Self.unread(Self.readable, id: "305-0000009-0000009"))
        world.orders.put(
            Self.unread(#"{"orderId":"305-2-1","orderItems":7}"#, id: "305-2-1"))
        _ = try await world.desk.syncOnce(store: World.europe)
        let result = try await world.desk.perform(RerunDrift(), as: world.sue)
        #expect(result.tried == 2)
        #expect(result.settled == 1)
        let order = try await world.desk.perform(
            ShowOrder(order: "305-0000009-0000009", store: nil, refresh: false), as: world.ana)
        #expect(order.order.items.first?.quantity == 2)
        let left = try await world.desk.perform(ListDrift(), as: world.ana)
        #expect(left.records.map(\.recordID) == ["305-2-1"])
        #expect(left.records.first?.attempts == 2)
        #expect(left.unknownFields.map(\.path) == ["order.giftCard"])
        let all = try await world.desk.perform(ListDrift(includesSettled: true), as: world.ana)
        #expect(all.total == 2)
        try await world.checkRecord()
    }

    /// Bytes may have been damaged on their way: the platform still has the order.
    @Test func aRecordThatStaysUnreadableIsAskedForAnew() async throws {
        let world = try await World.make()
        world.orders.put(Self.unread(#"{"orderId":"305-2-1","orderItems":7}"#, id: "305-2-1"))
        _ = try await world.desk.syncOnce(store: World.europe)
        world.orders.put(OrderSyncTests.order("305-2-1", at: world.clock.now - .days(30)))
        let result = try await world.desk.perform(RerunDrift(), as: world.sue)
        #expect(result.settled == 0)
        _ = try await world.desk.runDue()
        #expect(world.orders.lookups == ["305-2-1"])
        #expect(try await world.desk.perform(ListDrift(), as: world.sue).total == 0)
        #expect(try await world.database.read { try $0.openAlarms() }.isEmpty)
        try await world.checkRecord()
    }

    @Test func theAlarmEndsWithTheLastRecordOfItsShape() async throws {
        let world = try await World.make()
        world.orders.put(Self.unread(#"{"orderId":"305-1-1"}"#, id: "305-1-1"))
        _ = try await world.desk.syncOnce(store: World.europe)
        let job = try #require(
            try await world.desk.perform(ListDrift(), as: world.sue).records.first)
        _ = try await world.desk.perform(
            DropJob(job: JobID(job.id.rawValue), reason: "A test order."), as: world.sue)
        #expect(try await world.database.read { try $0.openAlarms() }.isEmpty)
        #expect(try await world.desk.perform(ListDrift(), as: world.sue).total == 0)
        try await world.checkRecord()
    }

    @Test func aReadableCopyOfTheOrderSettlesIt() async throws {
        let world = try await World.make()
        world.orders.put(Self.unread(#"{"orderId":"305-1-1"}"#, id: "305-1-1"))
        _ = try await world.desk.syncOnce(store: World.europe)
        world.clock.advance(by: .minutes(10))
        world.orders.put(OrderSyncTests.order("305-1-1", at: world.clock.now - .minutes(1)))
        _ = try await world.desk.syncOnce(store: World.europe)
        let records = try await world.desk.perform(
            ListDrift(includesSettled: true), as: world.sue
        ).records
        #expect(records.count == 1)
        #expect(records.first?.settledAt != nil)
        try await world.checkRecord()
    }

    @Test func newBytesOfAnOrderTakeThePlaceOfOldOnes() async throws {
        let world = try await World.make()
        world.orders.put(Self.unread(#"{"orderId":"305-1-1","v":1}"#, id: "305-1-1"))
        _ = try await world.desk.syncOnce(store: World.europe)
        world.orders.put(Self.unread(#"{"orderId":"305-1-1","v":2}"#, id: "305-1-1"))
        world.clock.advance(by: .minutes(10))
        _ = try await world.desk.syncOnce(store: World.europe)
        let open = try await world.desk.perform(ListDrift(), as: world.sue)
        #expect(open.total == 1)
        #expect(try await world.database.read { try $0.openAlarms() }.count == 1)
    }

    @Test func aSupervisorSeesTheBytesBesideWhatTheParserMakesOfThem() async throws {
        let world = try await World.make()
        let raw = """
            {"orderId":"305-1-1","createdTime":"2026-03-05T08:00:00Z","loyalty":{"tier":"gold"},
            "salesChannel":{"channelName":"AMAZON"},"buyer":{"buyerName":"\u{202E}Eve"},
            "orderItems":[{"orderItemId":"1","quantityOrdered":"two","product":{}}]}
            """
        world.orders.put(Self.unread(raw, id: "305-1-1"))
        _ = try await world.desk.syncOnce(store: World.europe)
        let id = try #require(
            try await world.desk.perform(ListDrift(), as: world.ana).records.first?.id)
        let detail = try await world.desk.perform(ShowDrift(drift: id), as: world.sue)
        func verdict(_ path: String) -> DriftField.Verdict? {
            detail.fields.first { $0.path == path }?.verdict
        }
        #expect(verdict("order.orderId") == .fits)
        #expect(verdict("order.loyalty") == .unknown)
        #expect(verdict("order.orderItems[0].quantityOrdered") == .retyped)
        #expect(verdict("order.lastUpdatedTime") == .missing)
        #expect(detail.fields.last?.verdict == .missing)
        #expect(detail.raw.contains("\"loyalty\""))
        #expect(!detail.raw.contains("\u{202E}"))
        #expect(!detail.fields.contains { $0.found.contains("\u{202E}") })
    }
}

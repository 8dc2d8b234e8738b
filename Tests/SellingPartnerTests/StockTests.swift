import ChannelAmazon
import HelpDesk
import Simulator
import SwiftExtensions
import Testing

@Suite struct StockTests {
    private static let germany = "A1PA6795UKMFR9"

    private func level(_ number: Int, _ keeper: StockLevel.Keeper) -> StockLevel {
        StockLevel(
            marketplaceID: Self.germany, sku: "SKU-\(1000 + number)", keeper: keeper,
            asin: "B0TEST0001", title: "Lampe", available: number,
            inbound: keeper == .platform ? 3 : 0, reserved: keeper == .platform ? 2 : 0,
            unfulfillable: keeper == .platform ? 1 : 0,
            updatedAt: Timestamp(seconds: 1_799_000_000))
    }

    @Test func warehousePagesFollowEachOtherBeforeTheirTokenEnds() async throws {
        try await PretendDesk.run { desk in
            let levels = (0..<120).map { level($0, .platform) }
            desk.platform.setStock(levels, of: PretendDesk.sellerID)
            let answer = try await desk.client.warehouseStock(
                marketplaceID: Self.germany, for: desk.account)
            #expect(answer == StockAnswer(levels: levels))
            let calls = desk.platform.log.filter { $0.operation == "getInventorySummaries" }
            #expect(calls.map(\.status) == [200, 200, 200])
        }
    }

    @Test func ownStockIsThatOfListingsTheSellerShips() async throws {
        try await PretendDesk.run { desk in
            let levels = (0..<45).map { level($0, .seller) }
            desk.platform.setStock(levels + [level(7, .platform)], of: PretendDesk.sellerID)
            let answer = try await desk.client.ownStock(
                sellerID: PretendDesk.sellerID, marketplaceID: Self.germany, for: desk.account)
            #expect(answer == StockAnswer(levels: levels))
            let one = try await desk.client.ownStock(
                sellerID: PretendDesk.sellerID, sku: "SKU-1003", marketplaceID: Self.germany,
                for: desk.account)
            #expect(one == level(3, .seller))
        }
    }

    /// A number that is none is not taken for zero, and one that no warehouse has kills nobody.
    @Test(arguments: ["9223372036854775807", "-1", "\"7\"", "1.5"])
    func aRecordWithANumberThatIsNoneIsKeptAside(number: String) async throws {
        let body = """
            {"payload":{"inventorySummaries":[
            {"sellerSku":"A","totalQuantity":4,"inventoryDetails":{"fulfillableQuantity":3,
            "inboundWorkingQuantity":\(number),"inboundShippedQuantity":1}},
            {"sellerSku":"B","totalQuantity":2}]}}
            """
        let desk = try ScriptedDesk([.success(.token), .success(.json(body))])
        let answer = try await desk.client.warehouseStock(
            marketplaceID: Self.germany, for: desk.account)
        #expect(answer.levels.map(\.sku) == ["B"])
        #expect(answer.unread.map(\.sku) == ["A"])
        #expect(
            answer.unread.first?.problem
                == "inventorySummary.inventoryDetails.inboundWorkingQuantity: retyped")
        let raw = String(decoding: answer.unread.first?.raw ?? [], as: UTF8.self)
        #expect(raw.hasPrefix("{\"sel"))
    }

    @Test func accountTellsItsKindAndMarketplaces() async throws {
        try await PretendDesk.run { desk in
            let account = try await desk.client.sellerAccount(for: desk.account)
            #expect(account.businessType == "PRIVATE_LIMITED")
            #expect(account.sellingPlan == "PROFESSIONAL")
            #expect(account.marketplaces.map(\.countryCode) == ["DE", "FR", "JP"])
        }
    }
}

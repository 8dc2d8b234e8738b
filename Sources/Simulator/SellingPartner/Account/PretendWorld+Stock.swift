import HelpDesk
import SwiftExtensions

extension PretendWorld {
    private static let pageSize = 50
    /// The token of a page of stock lives this long (amazon.md section 4).
    private static let pageLife = Duration.seconds(30)

    private func levels(
        of seller: PretendSeller, _ keeper: StockLevel.Keeper, in marketplaceID: String
    ) -> [StockLevel] {
        let known = accounts.stock[seller.sellerID] ?? madeStock(of: seller)
        return known.filter { $0.keeper == keeper && $0.marketplaceID == marketplaceID }
            .sorted { $0.sku < $1.sku }
    }

    /// What the seller's orders are made of lies in stock.
    private func madeStock(of seller: PretendSeller) -> [StockLevel] {
        var levels: [String: StockLevel] = [:]
        for order in sortedOrders(of: seller) {
            guard let code = order.marketplace, let place = PretendMarketplace.named(code) else {
                continue
            }
            for item in order.items {
                guard let sku = item.sku else { continue }
                let keeper: StockLevel.Keeper = order.isFulfilledByPlatform ? .platform : .seller
                let number = sku.utf8.reduce(7) { ($0 * 31 + Int($1)) % 997 }
                levels["\(place.id) \(keeper) \(sku)"] = StockLevel(
                    marketplaceID: place.id, sku: sku, keeper: keeper, asin: item.asin,
                    title: item.title, available: number % 60,
                    inbound: keeper == .platform ? number % 20 : 0,
                    reserved: keeper == .platform ? number % 5 : 0,
                    unfulfillable: keeper == .platform ? number % 3 : 0,
                    updatedAt: order.updatedAt)
            }
        }
        return Array(levels.values)
    }

    /// getInventorySummaries of FBA inventory v1.
    mutating func stock(
        _ request: PretendRequest, of seller: PretendSeller, at now: Timestamp
    ) -> PretendResponse {
        let places = request.list("marketplaceIds")
        guard request.parameter("granularityType") == "Marketplace", places.count == 1,
            let place = request.parameter("granularityId"), place == places[0]
        else { return .invalid("granularityType, granularityId, marketplaceIds") }
        var offset = 0
        if let token = request.parameter("nextToken") {
            guard let mark = accounts.pages[token], mark.sellerID == seller.sellerID,
                mark.what == "stock \(place)", now < mark.endsAt
            else { return .invalid("nextToken") }
            offset = mark.offset
        }
        let all = levels(of: seller, .platform, in: place)
        let shown = all.dropFirst(offset).prefix(Self.pageSize)
        let next = mark(
            seller, offset + shown.count, of: all.count, "stock \(place)", now + Self.pageLife)
        let granularity = PretendJSON.object([
            ("granularityType", .string("Marketplace")), ("granularityId", .string(place)),
        ])
        return PretendResponse(
            .members([
                (
                    "payload",
                    .object([
                        ("granularity", granularity),
                        ("inventorySummaries", .array(shown.map(Self.summary))),
                    ])
                ),
                ("pagination", next.map { .object([("nextToken", .string($0))]) }),
            ]))
    }

    private mutating func mark(
        _ seller: PretendSeller, _ offset: Int, of count: Int, _ what: String, _ end: Timestamp
    ) -> String? {
        guard offset < count else { return nil }
        let token = random.hex(40)
        accounts.pages[token] = PretendAccounts.PageMark(
            sellerID: seller.sellerID, offset: offset, endsAt: end, what: what)
        return token
    }

    private static func summary(_ level: StockLevel) -> PretendJSON {
        .members([
            ("asin", level.asin.map { .string($0) }), ("sellerSku", .string(level.sku)),
            ("condition", .string("NewItem")), ("productName", level.title.map { .string($0) }),
            ("lastUpdatedTime", level.updatedAt.map { .string($0.iso8601) }),
            ("totalQuantity", .number(level.available + level.inbound + level.reserved)),
            (
                "inventoryDetails",
                .object([
                    ("fulfillableQuantity", .number(level.available)),
                    ("inboundWorkingQuantity", .number(0)),
                    ("inboundShippedQuantity", .number(level.inbound)),
                    ("inboundReceivingQuantity", .number(0)),
                    (
                        "reservedQuantity",
                        .object([("totalReservedQuantity", .number(level.reserved))])
                    ),
                    (
                        "researchingQuantity",
                        .object([("totalResearchingQuantity", .number(level.researching))])
                    ),
                    (
                        "unfulfillableQuantity",
                        .object([("totalUnfulfillableQuantity", .number(level.unfulfillable))])
                    ),
                ])
            ),
        ])
    }

    /// searchListingsItems of Listings 2021-08-01.
    mutating func listings(
        _ sellerID: String, _ request: PretendRequest, of seller: PretendSeller, at now: Timestamp
    ) -> PretendResponse {
        let places = request.list("marketplaceIds")
        guard sellerID == seller.sellerID, places.count == 1 else {
            return .invalid("sellerId, marketplaceIds")
        }
        let size = request.parameter("pageSize").flatMap { Int($0) } ?? 10
        guard (1...20).contains(size) else { return .invalid("pageSize") }
        var offset = 0
        if let token = request.parameter("pageToken") {
            guard let mark = accounts.pages[token], mark.sellerID == sellerID,
                mark.what == "listings \(places[0])"
            else { return .invalid("pageToken") }
            offset = mark.offset
        }
        let all = levels(of: seller, .seller, in: places[0])
        let shown = all.dropFirst(offset).prefix(size)
        let next = mark(
            seller, offset + shown.count, of: all.count, "listings \(places[0])", now + .days(1))
        return PretendResponse(
            .members([
                ("numberOfResults", .number(all.count)),
                ("pagination", next.map { .object([("nextToken", .string($0))]) }),
                ("items", .array(shown.map(Self.listing))),
            ]))
    }

    /// getListingsItem of Listings 2021-08-01.
    func listing(
        _ sellerID: String, _ sku: String, _ request: PretendRequest, of seller: PretendSeller
    ) -> PretendResponse {
        guard sellerID == seller.sellerID, let place = request.list("marketplaceIds").first else {
            return .invalid("sellerId, marketplaceIds")
        }
        guard let level = levels(of: seller, .seller, in: place).first(where: { $0.sku == sku })
        else { return .refusal(404, "NOT_FOUND", "SKU '\(sku)' not found.") }
        return PretendResponse(Self.listing(level))
    }

    private static func listing(_ level: StockLevel) -> PretendJSON {
        let updated = level.updatedAt?.iso8601 ?? "2026-01-01T00:00:00Z"
        return .object([
            ("sku", .string(level.sku)),
            (
                "summaries",
                .array([
                    .members([
                        ("marketplaceId", .string(level.marketplaceID)),
                        ("asin", level.asin.map { .string($0) }),
                        ("productType", .string("PRODUCT")),
                        ("status", .array([.string("BUYABLE"), .string("DISCOVERABLE")])),
                        ("itemName", level.title.map { .string($0) }),
                        ("createdDate", .string("2026-01-01T00:00:00Z")),
                        ("lastUpdatedDate", .string(updated)),
                    ])
                ])
            ),
            (
                "fulfillmentAvailability",
                .array([
                    .object([
                        ("fulfillmentChannelCode", .string("DEFAULT")),
                        ("quantity", .number(level.available)),
                    ])
                ])
            ),
        ])
    }
}

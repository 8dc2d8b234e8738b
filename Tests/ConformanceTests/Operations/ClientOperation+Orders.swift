import ChannelAmazon
import HelpDesk
import Jobs
import SwiftExtensions

extension ClientOperation {
    static let orders = [
        ClientOperation(
            id: "searchOrders", path: "/orders/2026-01-01",
            sample: { random in
                let search = OrderSearch.sample(&random)
                return { try await $0.reading(of: search) }
            },
            asked: { parameters in
                guard let search = OrderSearch(parameters) else { return nil }
                return { try await $0.reading(of: search) }
            },
            unused: unusedInOrders(at: "orders[]"), countsUnknown: true),
        ClientOperation(
            id: "getOrder", path: "/orders/2026-01-01",
            sample: { random in
                let (id, blocks) = (random.orderID(), random.some(of: OrderBlock.allCases))
                return { try await $0.reading(of: id, blocks) }
            },
            asked: { parameters in
                guard let id = parameters["orderId"]?.text, !id.hasPrefix("TEST_CASE") else {
                    return nil
                }
                let blocks = (parameters["includedData"]?.texts ?? []).compactMap(OrderBlock.init)
                return { try await $0.reading(of: OrderID(id), blocks) }
            },
            unused: unusedInOrders(at: "order"), countsUnknown: true),
    ]

    /// Required inside blocks that no pane shows; the blocks themselves are optional.
    private static func unusedInOrders(at order: String) -> [String: String] {
        [
            "\(order).salesChannel.channelName": "the desk serves one channel; must be there",
            "\(order).orderAliases": "a seller's own number, not shown",
            "\(order).proceeds.breakdowns": "the total is shown, not its parts",
            "\(order).orderItems[].proceeds": "the unit price is shown",
            "\(order).orderItems[].expense": "points are the platform's matter",
            "\(order).payment": "not asked for",
            "\(order).orderItems[].measurement": "sold by piece",
            "\(order).orderItems[].fulfillment.picking": "of no use in a conversation",
            "\(order).packages[].packageItems": "a package is shown as a whole",
            "\(order).fulfillmentOrders": "of no use in a conversation",
        ]
    }
}

extension ConformanceDesk {
    fileprivate func reading(of search: OrderSearch) async throws -> Reading {
        let page = try await client.searchOrders(search, for: account)
        return Reading(
            (page.orders, page.nextToken, page.coveredUpTo), setAside: page.quarantined.count,
            unknown: page.unknownFields)
    }

    fileprivate func reading(of id: OrderID, _ blocks: [OrderBlock]) async throws -> Reading {
        switch try await client.getOrder(id, for: account, blocks: blocks) {
        case .found(let order, let unknown): Reading(order, unknown: unknown)
        case .quarantined: Reading("", setAside: 1)
        }
    }
}

extension OrderSearch {
    fileprivate static func sample(_ random: inout SeededRandom) -> OrderSearch {
        let after = random.pastInstant()
        let end = after + .minutes(Int64.random(in: 0...9, using: &random))
        return OrderSearch(
            field: random.one(of: [.created, .lastUpdated]), after: after,
            before: random.chance() ? min(end, ConformanceDesk.now - .minutes(2)) : nil,
            marketplaceIDs: random.chance()
                ? (0..<Int.random(in: 1...50, using: &random)).map { _ in random.marketplaceID() }
                : [],
            pageSize: Int.random(in: 1...100, using: &random),
            pageToken: random.chance(0.3) ? random.text(1...60) : nil,
            blocks: random.some(of: OrderBlock.allCases))
    }

    /// Nil when a time is none.
    fileprivate init?(_ parameters: [String: Json]) {
        let (created, updated) = (
            parameters.instant("createdAfter"), parameters.instant("lastUpdatedAfter")
        )
        guard let after = created ?? updated else { return nil }
        self.init(
            field: created == nil ? .lastUpdated : .created, after: after,
            before: parameters.instant(created == nil ? "lastUpdatedBefore" : "createdBefore"),
            marketplaceIDs: parameters["marketplaceIds"]?.texts ?? [],
            pageSize: parameters["maxResultsPerPage"]?.whole ?? 100,
            pageToken: parameters["paginationToken"]?.text,
            blocks: (parameters["includedData"]?.texts ?? []).compactMap(OrderBlock.init))
    }
}

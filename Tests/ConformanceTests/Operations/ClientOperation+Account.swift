import ChannelAmazon
import HelpDesk
import Jobs

extension ClientOperation {
    /// What the account has and earns.
    static let account = [
        ClientOperation(
            id: "getAccount", path: "/sellers/v1",
            sample: { _ in { try await $0.sellerAccount() } },
            asked: { _ in { try await $0.sellerAccount() } },
            unused: [
                "payload.business": "the desk needs no names and addresses of the business",
                "payload.primaryContact": "the desk needs no names and addresses of the business",
                "payload.marketplaceParticipationList[].marketplace.defaultCurrencyCode":
                    "the desk's own table has it",
                "payload.marketplaceParticipationList[].marketplace.defaultLanguageCode":
                    "the desk's own table has it",
                "payload.marketplaceParticipationList[].marketplace.domainName":
                    "the desk's own table has it",
            ],
            optional: [
                "payload.marketplaceParticipationList[].storeName":
                    "a name to show; the store is known without it"
            ]),
        ClientOperation(
            id: "listTransactions", path: "/finances/2024-06-19",
            sample: { random in
                let order = random.orderID()
                return { try await $0.finances(order) }
            },
            // The case asks by date, the desk by order.
            asked: { _ in nil },
            unused: [
                "payload.transactions[].contexts": "not shown",
                "payload.transactions[].items": "the transaction's own parts are shown",
            ]),
        ClientOperation(
            id: "getInventorySummaries", path: "/fba/inventory/v1",
            sample: { random in
                let marketplace = random.marketplaceID()
                return { try await $0.warehouseStock(marketplace) }
            },
            asked: { _ in nil },
            unused: [
                "payload.granularity": "what was asked",
                "payload.inventorySummaries[].inventoryDetails.researchingQuantity":
                    "its total is shown",
            ]),
        ClientOperation(
            id: "searchListingsItems", path: "/listings/2021-08-01",
            sample: { random in
                let (seller, marketplace) = (random.text(3...20), random.marketplaceID())
                return { try await $0.ownStock(seller, marketplace) }
            },
            // The case looks for single numbers, the desk for all.
            asked: { _ in nil },
            unused: unusedInListing(at: "items[]").merging(
                ["numberOfResults": "pages end by their token"]
            ) { first, _ in first }),
        ClientOperation(
            id: "getListingsItem", path: "/listings/2021-08-01",
            sample: { random in
                let (seller, marketplace) = (random.text(3...20), random.marketplaceID())
                let sku = random.text(1...30)
                return { try await $0.ownStock(seller, sku: sku, marketplace) }
            },
            asked: { _ in nil },
            unused: unusedInListing(at: "")),
    ]

    /// Only the number, the name and the seller's own quantity are read.
    private static func unusedInListing(at item: String) -> [String: String] {
        let reason = "not asked for"
        let dot = item.isEmpty ? "" : "\(item)."
        return Dictionary(
            uniqueKeysWithValues: [
                "summaries", "issues", "offers", "procurement", "relationships", "productTypes",
                "fulfillmentAvailability", "attributes",
            ].map { ("\(dot)\($0)", reason) })
    }
}

extension ConformanceDesk {
    fileprivate func sellerAccount() async throws -> Reading {
        Reading(try await client.sellerAccount(for: account))
    }

    fileprivate func finances(_ order: OrderID) async throws -> Reading {
        Reading(try await client.finances(of: order, for: account).transactions)
    }

    fileprivate func warehouseStock(_ marketplace: String) async throws -> Reading {
        let stock = try await client.warehouseStock(marketplaceID: marketplace, for: account)
        return Reading(stock.levels, setAside: stock.unread.count)
    }

    fileprivate func ownStock(_ seller: String, _ marketplace: String) async throws -> Reading {
        let stock = try await client.ownStock(
            sellerID: seller, marketplaceID: marketplace, for: account)
        return Reading(stock.levels, setAside: stock.unread.count)
    }

    fileprivate func ownStock(
        _ seller: String, sku: String, _ marketplace: String
    ) async throws -> Reading {
        Reading(
            try await client.ownStock(
                sellerID: seller, sku: sku, marketplaceID: marketplace, for: account) as Any)
    }
}

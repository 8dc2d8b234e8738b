package import HelpDesk
import SwiftExtensions

/// Quantities of one marketplace, and how many records could not be read.
package struct StockAnswer: Hashable, Sendable {
    package var levels: [StockLevel]
    package var unreadable: Int

    package init(levels: [StockLevel], unreadable: Int = 0) {
        self.levels = levels
        self.unreadable = unreadable
    }
}

extension SellingPartnerClient {
    /// A marketplace with more pages than this is cut off, with an error that says so.
    private static let mostStockPages = 2000

    /// What lies in the platform's warehouses. The pages follow each other at once, since a page's
    /// token lives for 30 seconds only.
    package func warehouseStock(
        marketplaceID: String, for account: SellingPartnerAccount
    ) async throws(SyncFailure) -> StockAnswer {
        var result = StockAnswer(levels: [])
        var token: String?
        for _ in 0..<Self.mostStockPages {
            let request = StockRequests.summaries(marketplaceID: marketplaceID, pageToken: token)
            let answer = try await read(request, for: account)
            guard let entries = answer.document["payload"]?["inventorySummaries"]?.elements else {
                throw drift("payload.inventorySummaries", request, answer)
            }
            for entry in entries {
                do {
                    result.levels.append(
                        try StockReader.summary(entry, marketplaceID: marketplaceID))
                } catch {
                    result.unreadable += 1
                }
            }
            token = answer.document["pagination"]?["nextToken"]?.text
            if token?.isEmpty ?? true { return result }
        }
        throw SyncFailure(
            errorClass: .schemaDrift, operation: "getInventorySummaries", message: "no last page")
    }

    /// What the seller keeps of its own listings.
    package func ownStock(
        sellerID: String, marketplaceID: String, for account: SellingPartnerAccount
    ) async throws(SyncFailure) -> StockAnswer {
        var result = StockAnswer(levels: [])
        var token: String?
        for _ in 0..<Self.mostStockPages {
            let request = StockRequests.listings(
                sellerID: sellerID, marketplaceID: marketplaceID, pageToken: token)
            let answer = try await read(request, for: account)
            guard let entries = answer.document["items"]?.elements else {
                throw drift("items", request, answer)
            }
            for entry in entries {
                do {
                    if let level = try StockReader.listing(entry, marketplaceID: marketplaceID) {
                        result.levels.append(level)
                    }
                } catch {
                    result.unreadable += 1
                }
            }
            token = answer.document["pagination"]?["nextToken"]?.text
            if token?.isEmpty ?? true { return result }
        }
        throw SyncFailure(
            errorClass: .schemaDrift, operation: "searchListingsItems", message: "no last page")
    }

    /// One listing's own stock; nil when only the platform keeps it.
    package func ownStock(
        sellerID: String, sku: String, marketplaceID: String, for account: SellingPartnerAccount
    ) async throws(SyncFailure) -> StockLevel? {
        let request = StockRequests.listing(
            sellerID: sellerID, sku: sku, marketplaceID: marketplaceID)
        let answer = try await read(request, for: account)
        do {
            return try StockReader.listing(answer.document, marketplaceID: marketplaceID)
        } catch {
            throw drift("\(error)", request, answer)
        }
    }
}

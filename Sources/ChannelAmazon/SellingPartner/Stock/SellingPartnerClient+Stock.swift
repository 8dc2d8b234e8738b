package import HelpDesk
import SwiftExtensions

/// Quantities of one marketplace, and the records that could not be read.
package struct StockAnswer: Hashable, Sendable {
    /// A record that is not in the documented shape, kept as it came.
    package struct Unread: Hashable, Sendable {
        /// Nil when not even that can be read.
        package var sku: String?
        /// The field and what is wrong with it, such as `inventorySummary.totalQuantity: retyped`.
        package var problem: String
        package var raw: [UInt8]

        package init(sku: String?, problem: String, raw: [UInt8]) {
            self.sku = sku
            self.problem = problem
            self.raw = raw
        }
    }

    package var levels: [StockLevel]
    package var unread: [Unread]

    package init(levels: [StockLevel], unread: [Unread] = []) {
        self.levels = levels
        self.unread = unread
    }

    fileprivate mutating func setAside(
        _ entry: JSONValue, named key: String, _ problem: FieldProblem, in answer: PlatformAnswer
    ) {
        let sku = entry[key]?.text.map { PlatformText.cleaned($0, limit: 100) }
        unread.append(Unread(sku: sku, problem: "\(problem)", raw: answer.raw(entry)))
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
                    result.setAside(entry, named: "sellerSku", error, in: answer)
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
                    result.setAside(entry, named: "sku", error, in: answer)
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

import HelpDesk
package import SwiftExtensions

/// A block of an order that must be asked for to be in the answer.
package enum OrderBlock: String, Codable, Sendable, CaseIterable {
    case buyer = "BUYER"
    case recipient = "RECIPIENT"
    case proceeds = "PROCEEDS"
    case expense = "EXPENSE"
    case promotion = "PROMOTION"
    case cancellation = "CANCELLATION"
    case fulfillment = "FULFILLMENT"
    case packages = "PACKAGES"
    case tax = "TAX"
    case payment = "PAYMENT"
    case fulfillmentOrders = "FULFILLMENT_ORDERS"

    /// What the desk asks for: everything; the platform leaves out what the app's roles do not allow.
    package static let shown = OrderBlock.allCases
}

/// What searchOrders is asked (Orders 2026-01-01).
package struct OrderSearch: Hashable, Sendable {
    /// Which time of the orders counts.
    package enum Field: String, Codable, Sendable {
        case created, lastUpdated
    }

    package var field: Field
    /// Orders at or after this instant.
    package var after: Timestamp
    /// Orders before this instant; nil leaves the end to the platform, which takes two minutes ago.
    package var before: Timestamp?
    /// The platform's marketplace ids, at most 50; empty means all of the account's.
    package var marketplaceIDs: [String]
    /// Orders on a page, 1 to 100.
    package var pageSize: Int
    /// `nextToken` of the page before; all the rest must then be as it was.
    package var pageToken: String?
    package var blocks: [OrderBlock]
    /// Searches that must stay possible after this one; not part of what the platform is asked.
    package var reserve: Int

    package init(
        field: Field, after: Timestamp, before: Timestamp? = nil, marketplaceIDs: [String] = [],
        pageSize: Int = 100, pageToken: String? = nil, blocks: [OrderBlock] = OrderBlock.shown,
        reserve: Int = 0
    ) {
        self.field = field
        self.after = after
        self.before = before
        self.marketplaceIDs = marketplaceIDs
        self.pageSize = pageSize
        self.pageToken = pageToken
        self.blocks = blocks
        self.reserve = reserve
    }

    /// The operation's name in the models.
    package static let operation = "searchOrders"

    /// The request; refused here when the platform would refuse it, so that no call is wasted.
    func request(at now: Timestamp) throws(SyncFailure) -> SellingPartnerRequest {
        if let problem = problem(at: now) {
            throw SyncFailure(errorClass: .bug, operation: Self.operation, message: problem)
        }
        var query: [(name: String, value: String)] = [
            ("\(field.rawValue)After", FormText.escaped(after.iso8601))
        ]
        if let before {
            query.append(("\(field.rawValue)Before", FormText.escaped(before.iso8601)))
        }
        if !marketplaceIDs.isEmpty {
            query.append(("marketplaceIds", FormText.list(marketplaceIDs)))
        }
        query.append(("maxResultsPerPage", String(pageSize)))
        if let pageToken { query.append(("paginationToken", FormText.escaped(pageToken))) }
        if !blocks.isEmpty { query.append(("includedData", FormText.list(blocks.map(\.rawValue)))) }
        return SellingPartnerRequest(
            operation: Self.operation, path: "/orders/2026-01-01/orders", query: query,
            reserve: reserve)
    }

    /// The rule that the search breaks, if any.
    private func problem(at now: Timestamp) -> String? {
        if let before, before < after { return "the window ends before it begins" }
        if let before, now - before < .minutes(2) { return "the window ends less than 2 min ago" }
        if now - after < .minutes(2) { return "the window begins less than 2 min ago" }
        if marketplaceIDs.count > 50 { return "more than 50 marketplaces" }
        if !(1...100).contains(pageSize) { return "page size out of 1...100" }
        return nil
    }
}

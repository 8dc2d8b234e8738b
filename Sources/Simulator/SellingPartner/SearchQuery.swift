import HelpDesk
import SwiftExtensions

/// What a search asks for, checked against the parameters of the model.
struct SearchQuery {
    struct Problem: Error {
        var details: String
    }

    static let statuses: Set<String> = [
        "PENDING_AVAILABILITY", "PENDING", "UNSHIPPED", "PARTIALLY_SHIPPED", "SHIPPED",
        "CANCELLED", "UNFULFILLABLE",
    ]
    static let blocks: Set<String> = [
        "BUYER", "RECIPIENT", "PROCEEDS", "EXPENSE", "PROMOTION", "CANCELLATION", "FULFILLMENT",
        "PACKAGES", "TAX", "PAYMENT", "FULFILLMENT_ORDERS",
    ]
    private static let names: Set<String> = [
        "createdAfter", "createdBefore", "lastUpdatedAfter", "lastUpdatedBefore",
        "fulfillmentStatuses", "marketplaceIds", "fulfilledBy", "maxResultsPerPage",
        "paginationToken", "includedData",
    ]
    private static let settling = Duration.minutes(2)

    var isByCreation = false
    var after = Timestamp(milliseconds: 0)
    var before = Timestamp(milliseconds: 0)
    var statuses: Set<String> = []
    var marketplaceIDs: Set<String> = []
    var fulfilledBy: Set<String> = []
    var pageSize = 100
    var included: Set<String> = []
    /// Everything that must not change from page to page.
    var fingerprint = ""

    /// Reads a request; the problem names the parameter.
    static func read(
        _ request: PretendRequest, at now: Timestamp
    ) -> Result<SearchQuery, Problem> {
        do {
            return .success(try SearchQuery(request, at: now))
        } catch {
            return .failure(error)
        }
    }

    private init(_ request: PretendRequest, at now: Timestamp) throws(Problem) {
        let known = request.query.map(\.name)
        guard Set(known).isSubset(of: Self.names), Set(known).count == known.count else {
            throw Problem(details: "unknown or repeated parameter")
        }
        try readWindow(request, at: now)
        statuses = try Self.choice("fulfillmentStatuses", of: Self.statuses, request)
        fulfilledBy = try Self.choice("fulfilledBy", of: ["MERCHANT", "AMAZON"], request)
        included = try Self.choice("includedData", of: Self.blocks, request)
        marketplaceIDs = Set(request.list("marketplaceIds"))
        guard marketplaceIDs.count <= 50 else { throw Problem(details: "marketplaceIds") }
        if let text = request.parameter("maxResultsPerPage") {
            guard let size = Int(text), (1...100).contains(size) else {
                throw Problem(details: "maxResultsPerPage")
            }
            pageSize = size
        }
        let free: Set<String> = ["paginationToken", "maxResultsPerPage", "includedData"]
        fingerprint = request.query.filter { !free.contains($0.name) }
            .map { "\($0.name)=\($0.value)" }.sorted().joined(separator: "&")
    }

    private mutating func readWindow(
        _ request: PretendRequest, at now: Timestamp
    ) throws(Problem) {
        let created = try Self.time("createdAfter", request)
        let updated = try Self.time("lastUpdatedAfter", request)
        guard (created == nil) != (updated == nil) else {
            throw Problem(details: "exactly one of createdAfter and lastUpdatedAfter")
        }
        isByCreation = created != nil
        after = created ?? updated ?? now
        let createdBefore = try Self.time("createdBefore", request)
        let updatedBefore = try Self.time("lastUpdatedBefore", request)
        guard (isByCreation ? updatedBefore : createdBefore) == nil else {
            throw Problem(details: "a Before without its After")
        }
        let end = createdBefore ?? updatedBefore
        if let end, end < after { throw Problem(details: "Before is earlier than After") }
        if let end, now - end < Self.settling {
            throw Problem(details: "Before must be at least two minutes before now")
        }
        before = end ?? now - Self.settling
    }

    /// The time that the search is about.
    func time(_ order: Order) -> Timestamp { isByCreation ? order.createdAt : order.updatedAt }

    /// Whether the order belongs to the answer; the start is inclusive.
    func matches(_ order: Order) -> Bool {
        guard time(order) >= after, time(order) < before else { return false }
        if !statuses.isEmpty, !statuses.contains(order.platformStatus) { return false }
        let shipper = order.isFulfilledByPlatform ? "AMAZON" : "MERCHANT"
        if !fulfilledBy.isEmpty, !fulfilledBy.contains(shipper) { return false }
        guard !marketplaceIDs.isEmpty else { return true }
        let id = order.marketplace.flatMap(PretendMarketplace.named)?.id
        return id.map(marketplaceIDs.contains) ?? false
    }

    private static func time(
        _ name: String, _ request: PretendRequest
    ) throws(Problem) -> Timestamp? {
        guard let text = request.parameter(name) else { return nil }
        guard let time = Timestamp(iso8601: text) else { throw Problem(details: name) }
        return time
    }

    private static func choice(
        _ name: String, of allowed: Set<String>, _ request: PretendRequest
    ) throws(Problem) -> Set<String> {
        let values = Set(request.list(name))
        guard values.isSubset(of: allowed) else { throw Problem(details: name) }
        return values
    }
}

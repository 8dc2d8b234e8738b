import HelpDesk
import SwiftExtensions

extension PretendWorld {
    private static let pageTokenLife = Duration.hours(24)

    /// searchOrders of Orders 2026-01-01.
    mutating func search(
        _ request: PretendRequest, of seller: PretendSeller, at now: Timestamp
    ) -> PretendResponse {
        let query: SearchQuery
        switch SearchQuery.read(request, at: now) {
        case .failure(let problem): return .invalid(problem.details)
        case .success(let read): query = read
        }
        var listing: Listing
        if let token = request.parameter("paginationToken") {
            guard let known = listings[token], known.fingerprint == query.fingerprint,
                now - known.madeAt < Self.pageTokenLife
            else { return .invalid("paginationToken") }
            listing = known
        } else {
            listing = newListing(query, of: seller, at: now)
        }
        let shown = listing.orderIDs.dropFirst(listing.offset).prefix(query.pageSize)
        listing.offset += shown.count
        var nextToken: String?
        if listing.offset < listing.orderIDs.count {
            listing.madeAt = now
            let token = random.hex(40)
            listings[token] = listing
            nextToken = token
        }
        return page(shown, nextToken, listing, query, of: seller)
    }

    /// getOrder of Orders 2026-01-01.
    func order(
        _ id: OrderID, _ request: PretendRequest, of seller: PretendSeller
    ) -> PretendResponse {
        let asked = request.list("includedData")
        guard asked.allSatisfy(SearchQuery.blocks.contains) else { return .invalid("includedData") }
        guard let order = orders[seller.sellerID]?[id] else {
            return .refusal(404, "NotFound", "The requested resource is not found.")
        }
        let document = OrderDocument(order, blocks: Set(asked), seller: seller).json
        return PretendResponse(.object([("order", document)]))
    }

    private func newListing(
        _ query: SearchQuery, of seller: PretendSeller, at now: Timestamp
    ) -> Listing {
        let matching = (orders[seller.sellerID] ?? [:]).values.map(\.order).filter(query.matches)
            .sorted { (query.time($0), $0.id) < (query.time($1), $1.id) }
        return Listing(
            orderIDs: matching.map(\.id), offset: 0, fingerprint: query.fingerprint,
            vouchedUpTo: query.before, madeAt: now)
    }

    private func page(
        _ shown: ArraySlice<OrderID>, _ nextToken: String?, _ listing: Listing,
        _ query: SearchQuery, of seller: PretendSeller
    ) -> PretendResponse {
        let known = orders[seller.sellerID] ?? [:]
        let records = shown.compactMap { known[$0] }.map {
            OrderDocument($0, blocks: query.included, seller: seller).json
        }
        let vouched = query.isByCreation ? "createdBefore" : "lastUpdatedBefore"
        return PretendResponse(
            .members([
                ("orders", .array(records)),
                ("pagination", nextToken.map { .object([("nextToken", .string($0))]) }),
                (vouched, .string(listing.vouchedUpTo.iso8601)),
            ]))
    }
}

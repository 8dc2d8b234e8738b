/// The reading calls for quantities: FBA inventory v1 and Listings 2021-08-01.
enum StockRequests {
    static func summaries(marketplaceID: String, pageToken: String?) -> SellingPartnerRequest {
        var query: [(name: String, value: String)] = [
            ("details", "true"), ("granularityType", "Marketplace"),
            ("granularityId", FormText.escaped(marketplaceID)),
            ("marketplaceIds", FormText.escaped(marketplaceID)),
        ]
        if let pageToken { query.append(("nextToken", FormText.escaped(pageToken))) }
        return SellingPartnerRequest(
            operation: "getInventorySummaries", path: "/fba/inventory/v1/summaries", query: query)
    }

    static func listings(
        sellerID: String, marketplaceID: String, pageToken: String?
    ) -> SellingPartnerRequest {
        var query: [(name: String, value: String)] = [
            ("marketplaceIds", FormText.escaped(marketplaceID)),
            ("includedData", "summaries,fulfillmentAvailability"), ("pageSize", "20"),
        ]
        if let pageToken { query.append(("pageToken", FormText.escaped(pageToken))) }
        return SellingPartnerRequest(
            operation: "searchListingsItems",
            path: "/listings/2021-08-01/items/\(FormText.escaped(sellerID))", query: query)
    }

    static func listing(
        sellerID: String, sku: String, marketplaceID: String
    ) -> SellingPartnerRequest {
        SellingPartnerRequest(
            operation: "getListingsItem",
            path: "/listings/2021-08-01/items/\(FormText.escaped(sellerID))/"
                + FormText.escaped(sku),
            query: [
                ("marketplaceIds", FormText.escaped(marketplaceID)),
                ("includedData", "summaries,fulfillmentAvailability"),
            ])
    }
}

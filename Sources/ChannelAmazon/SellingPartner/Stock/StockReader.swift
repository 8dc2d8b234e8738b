import HelpDesk

/// Reads quantities. What is not counted is zero; a record without its number is left out and told.
enum StockReader {
    static func summary(
        _ value: JSONValue, marketplaceID: String
    ) throws(FieldProblem) -> StockLevel {
        let entry = try FieldReader(value, path: "inventorySummary")
        var notes = DriftNotes()
        let details = entry.object("inventoryDetails", &notes)
        func quantity(_ name: String) -> Int { details?.whole(name, &notes) ?? 0 }
        let inbound =
            quantity("inboundWorkingQuantity") + quantity("inboundShippedQuantity")
            + quantity("inboundReceivingQuantity")
        let total = entry.whole("totalQuantity", &notes) ?? 0
        return StockLevel(
            marketplaceID: marketplaceID, sku: try entry.requiredText("sellerSku", limit: 100),
            keeper: .platform, asin: entry.text("asin", &notes, limit: 20),
            title: entry.text("productName", &notes, limit: 300),
            available: details == nil ? total : quantity("fulfillableQuantity"), inbound: inbound,
            reserved: part("reservedQuantity", "totalReservedQuantity", details, &notes),
            researching: part("researchingQuantity", "totalResearchingQuantity", details, &notes),
            unfulfillable: part(
                "unfulfillableQuantity", "totalUnfulfillableQuantity", details, &notes),
            updatedAt: entry.time("lastUpdatedTime", &notes))
    }

    private static func part(
        _ object: String, _ name: String, _ details: FieldReader?, _ notes: inout DriftNotes
    ) -> Int {
        details?.object(object, &notes)?.whole(name, &notes) ?? 0
    }

    /// The seller's own stock of a listing; nil for one that only the platform keeps.
    static func listing(
        _ value: JSONValue, marketplaceID: String
    ) throws(FieldProblem) -> StockLevel? {
        let entry = try FieldReader(value, path: "item")
        var notes = DriftNotes()
        let own = entry.list("fulfillmentAvailability", &notes).first {
            $0["fulfillmentChannelCode"]?.text == "DEFAULT"
        }
        let sku = try entry.requiredText("sku", limit: 100)
        guard let own else { return nil }
        let summary = entry.list("summaries", &notes).first {
            $0["marketplaceId"]?.text == marketplaceID
        }
        let title = summary?["itemName"]?.text.map { PlatformText.cleaned($0, limit: 300) }
        return StockLevel(
            marketplaceID: marketplaceID, sku: sku, keeper: .seller,
            asin: summary?["asin"]?.text.map { PlatformText.cleaned($0, limit: 20) }, title: title,
            available: own["quantity"]?.whole ?? 0,
            updatedAt: summary?["lastUpdatedDate"]?.text.flatMap(PlatformTime.timestamp))
    }
}

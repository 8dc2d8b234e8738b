import HelpDesk

/// Reads quantities. What is not counted is zero; a record with a number that is none is left out
/// and kept.
enum StockReader {
    static func summary(
        _ value: JSONValue, marketplaceID: String
    ) throws(FieldProblem) -> StockLevel {
        let entry = try FieldReader(value, path: "inventorySummary")
        var notes = DriftNotes()
        let total = try entry.quantityOrNone("totalQuantity")
        var level = StockLevel(
            marketplaceID: marketplaceID, sku: try entry.requiredText("sellerSku", limit: 100),
            keeper: .platform, asin: entry.text("asin", &notes, limit: 20),
            title: entry.text("productName", &notes, limit: 300), available: total,
            updatedAt: entry.time("lastUpdatedTime", &notes))
        guard value["inventoryDetails"] != nil else { return level }
        let details = try entry.requiredObject("inventoryDetails")
        level.available = try details.quantityOrNone("fulfillableQuantity")
        for name in [
            "inboundWorkingQuantity", "inboundShippedQuantity", "inboundReceivingQuantity",
        ] {
            level.inbound += try details.quantityOrNone(name)
        }
        level.reserved = try part("reservedQuantity", "totalReservedQuantity", details)
        level.researching = try part("researchingQuantity", "totalResearchingQuantity", details)
        level.unfulfillable = try part(
            "unfulfillableQuantity", "totalUnfulfillableQuantity", details)
        return level
    }

    private static func part(
        _ object: String, _ name: String, _ details: FieldReader
    ) throws(FieldProblem) -> Int {
        guard details.value[object] != nil else { return 0 }
        return try details.requiredObject(object).quantityOrNone(name)
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
            available: try FieldReader(own, path: "item.fulfillmentAvailability")
                .quantityOrNone("quantity"),
            updatedAt: summary?["lastUpdatedDate"]?.text.flatMap(PlatformTime.timestamp))
    }
}

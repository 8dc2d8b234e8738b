extension RecordShape {
    private static let money = leaves("amount", "currencyCode")
    private static let range = leaves("earliestDateTime", "latestDateTime")
    private static let breakdowns = list(
        .object(["type": .leaf, "status": .leaf, "subtotal": money, "detailedBreakdowns": .leaf]))

    /// An order of Orders 2026-01-01. Parts that the desk does not use are leaves.
    static let order = object([
        "orderId": .leaf, "createdTime": .leaf, "lastUpdatedTime": .leaf, "programs": .leaf,
        "orderAliases": list(leaves("aliasId", "aliasType")),
        "associatedOrders": list(leaves("orderId", "associationType")),
        "salesChannel": leaves("channelName", "marketplaceId", "marketplaceName"),
        "buyer": leaves(
            "buyerName", "buyerEmail", "buyerCompanyName", "buyerPurchaseOrderNumber"),
        "recipient": object(["deliveryAddress": address, "deliveryPreference": .leaf]),
        "proceeds": object(["grandTotal": money, "breakdowns": breakdowns]),
        "payment": .leaf, "tax": .leaf, "fulfillmentOrders": .leaf,
        "fulfillment": object([
            "fulfillmentStatus": .leaf, "fulfilledBy": .leaf, "fulfillmentServiceLevel": .leaf,
            "shipByWindow": range, "deliverByWindow": range, "labelPrintingWindow": range,
        ]),
        "orderItems": list(orderItem), "packages": list(orderPackage),
    ])

    private static let address = leaves(
        "name", "companyName", "addressLine1", "addressLine2", "addressLine3", "city",
        "districtOrCounty", "stateOrRegion", "municipality", "postalCode", "countryCode", "phone",
        "extendedFields", "addressType")

    private static let orderItem = object([
        "orderItemId": .leaf, "quantityOrdered": .leaf, "measurement": .leaf, "programs": .leaf,
        "associatedOrderItems": list(leaves("orderId", "orderItemId", "associationType")),
        "product": object([
            "asin": .leaf, "title": .leaf, "sellerSku": .leaf, "condition": .leaf,
            "price": object(["unitPrice": money, "priceDesignation": .leaf]),
            "serialNumbers": .leaf, "customization": .leaf,
        ]),
        "proceeds": object(["proceedsTotal": money, "breakdowns": breakdowns]),
        "expense": .leaf, "promotion": .leaf, "tax": .leaf,
        "cancellation": object([
            "cancellationRequest": leaves("requester", "cancelReason"),
            "cancellationExecution": leaves("cancelledBy", "cancelReason"),
        ]),
        "fulfillment": object([
            "quantityFulfilled": .leaf, "quantityUnfulfilled": .leaf, "picking": .leaf,
            "packing": .leaf, "shipping": .leaf,
        ]),
    ])

    private static let orderPackage = object([
        "packageReferenceId": .leaf, "createdTime": .leaf, "carrier": .leaf, "shipTime": .leaf,
        "packageStatus": leaves("status", "detailedStatus"), "shippingService": .leaf,
        "trackingNumber": .leaf, "shipFromAddress": .leaf,
        "packageItems": list(leaves("orderItemId", "quantity", "transparencyCodes")),
    ])
}

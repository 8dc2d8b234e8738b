package import SwiftExtensions

/// An item that a buyer sends back, from the returns report.
package struct ReturnedItem: Hashable, Sendable, Codable {
    package var order: OrderID
    /// The platform's number of the return.
    package var rma: String
    package var requestedAt: Timestamp?
    package var status: String
    package var sku: String?
    package var asin: String?
    package var title: String?
    package var quantity: Int
    /// The platform's code, such as `CR-DEFECTIVE`.
    package var reason: String?
    package var resolution: String?
    package var carrier: String?
    package var trackingNumber: String?
    package var isClaimed: Bool
    package var refunded: Money?

    package init(
        order: OrderID, rma: String, requestedAt: Timestamp? = nil, status: String,
        sku: String? = nil, asin: String? = nil, title: String? = nil, quantity: Int,
        reason: String? = nil, resolution: String? = nil, carrier: String? = nil,
        trackingNumber: String? = nil, isClaimed: Bool = false, refunded: Money? = nil
    ) {
        self.order = order
        self.rma = rma
        self.requestedAt = requestedAt
        self.status = status
        self.sku = sku
        self.asin = asin
        self.title = title
        self.quantity = quantity
        self.reason = reason
        self.resolution = resolution
        self.carrier = carrier
        self.trackingNumber = trackingNumber
        self.isClaimed = isClaimed
        self.refunded = refunded
    }
}

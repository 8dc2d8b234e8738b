package import SwiftExtensions

/// An amount as the platform wrote it: never a binary fraction.
package struct Money: Hashable, Sendable, Codable {
    package var amount: String
    package var currency: String

    package init(amount: String, currency: String) {
        self.amount = amount
        self.currency = currency
    }
}

/// The desk's own order states, the same for every channel.
package enum OrderStatus: String, Codable, Sendable, CaseIterable {
    case pending, unshipped
    case partiallyShipped = "partially-shipped"
    case shipped, cancelled, unfulfillable, unknown
}

package struct OrderItem: Hashable, Sendable, Codable {
    package var itemID: String
    package var sku: String?
    package var asin: String?
    package var title: String
    package var quantity: Int
    package var quantityShipped: Int
    package var unitPrice: Money?
    /// The buyer asks to cancel this item.
    package var isCancelRequested: Bool

    package init(
        itemID: String, sku: String?, asin: String?, title: String, quantity: Int,
        quantityShipped: Int = 0, unitPrice: Money? = nil, isCancelRequested: Bool = false
    ) {
        self.itemID = itemID
        self.sku = sku
        self.asin = asin
        self.title = title
        self.quantity = quantity
        self.quantityShipped = quantityShipped
        self.unitPrice = unitPrice
        self.isCancelRequested = isCancelRequested
    }
}

package struct OrderPackage: Hashable, Sendable, Codable {
    package var reference: String
    package var carrier: String?
    package var trackingNumber: String?
    package var status: String?
    package var detailedStatus: String?
    package var shippedAt: Timestamp?

    package init(
        reference: String, carrier: String?, trackingNumber: String?, status: String?,
        detailedStatus: String? = nil, shippedAt: Timestamp? = nil
    ) {
        self.reference = reference
        self.carrier = carrier
        self.trackingNumber = trackingNumber
        self.status = status
        self.detailedStatus = detailedStatus
        self.shippedAt = shippedAt
    }
}

/// What the platform says of an order, without the buyer's person.
package struct Order: Hashable, Sendable, Codable {
    package var id: OrderID
    package var store: StoreID
    package var channel: String
    package var marketplace: MarketplaceCode?
    package var status: OrderStatus
    /// The platform's own word for the status.
    package var platformStatus: String
    package var createdAt: Timestamp
    /// The platform's time of change; the newer one wins.
    package var updatedAt: Timestamp
    /// Whether the platform ships it (FBA) or the seller does.
    package var isFulfilledByPlatform: Bool
    package var programs: [String]
    package var total: Money?
    package var shipBy: Timestamp?
    package var deliverFrom: Timestamp?
    package var deliverBy: Timestamp?
    package var items: [OrderItem]
    package var packages: [OrderPackage]
    /// What the app's roles keep from us; nil or empty when nothing is.
    package var withheld: [WithheldPart]?
    /// What else the platform tells of it; nil when nothing.
    package var facts: OrderFacts?

    package init(
        id: OrderID, store: StoreID, channel: String, marketplace: MarketplaceCode?,
        status: OrderStatus, platformStatus: String, createdAt: Timestamp,
        updatedAt: Timestamp, isFulfilledByPlatform: Bool, programs: [String] = [],
        total: Money? = nil, shipBy: Timestamp? = nil, deliverFrom: Timestamp? = nil,
        deliverBy: Timestamp? = nil, items: [OrderItem] = [], packages: [OrderPackage] = [],
        withheld: [WithheldPart]? = nil, facts: OrderFacts? = nil
    ) {
        self.id = id
        self.store = store
        self.channel = channel
        self.marketplace = marketplace
        self.status = status
        self.platformStatus = platformStatus
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.isFulfilledByPlatform = isFulfilledByPlatform
        self.programs = programs
        self.total = total
        self.shipBy = shipBy
        self.deliverFrom = deliverFrom
        self.deliverBy = deliverBy
        self.items = items
        self.packages = packages
        self.withheld = withheld
        self.facts = facts
    }
}

/// The buyer's person on an order: present only when the app's roles allow it, erased in time.
package struct OrderContact: Hashable, Sendable, Codable {
    package var buyerName: String?
    package var buyerEmail: String?
    package var city: String?
    package var postalCode: String?
    package var countryCode: String?

    package init(
        buyerName: String? = nil, buyerEmail: String? = nil, city: String? = nil,
        postalCode: String? = nil, countryCode: String? = nil
    ) {
        self.buyerName = buyerName
        self.buyerEmail = buyerEmail
        self.city = city
        self.postalCode = postalCode
        self.countryCode = countryCode
    }

    private enum CodingKeys: String, CodingKey {
        case buyerName, buyerEmail, city, postalCode, countryCode
    }

    /// Leaves only as whole as the reader may see it.
    package func encode(to encoder: any Encoder) throws {
        let seen = encoder.readerRights.map(self.seen(with:)) ?? self
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(seen.buyerName, forKey: .buyerName)
        try container.encodeIfPresent(seen.buyerEmail, forKey: .buyerEmail)
        try container.encodeIfPresent(seen.city, forKey: .city)
        try container.encodeIfPresent(seen.postalCode, forKey: .postalCode)
        try container.encodeIfPresent(seen.countryCode, forKey: .countryCode)
    }
}

package import HelpDesk
import SwiftExtensions

/// An order as `--json` and `deskhand export orders` print it; keys are a stable interface.
package struct OrderDocument: Codable, Sendable, Hashable {
    package struct Item: Codable, Sendable, Hashable {
        package var itemID: String
        package var sku: String?
        package var asin: String?
        package var title: String
        package var quantity: Int
        package var price: String?
        package var currency: String?

        enum CodingKeys: String, CodingKey {
            case sku, asin, title, quantity, price, currency
            case itemID = "item_id"
        }
    }

    /// A part that the app's roles keep from us.
    package struct Withheld: Codable, Sendable, Hashable {
        package var part: String
        package var role: String
    }

    package var store: String
    package var channel: String
    package var marketplace: String?
    package var orderID: String
    package var status: String
    package var platformStatus: String
    package var created: String
    package var lastUpdated: String
    package var currency: String?
    package var total: String?
    package var items: [Item]
    /// Left out of exports, whose keys are promised, and when nothing is kept back.
    package var withheld: [Withheld]?

    enum CodingKeys: String, CodingKey {
        case store, channel, marketplace, status, created, currency, total, items, withheld
        case orderID = "order_id"
        case platformStatus = "platform_status"
        case lastUpdated = "last_updated"
    }

    package init(_ order: Order, tellsWithheld: Bool = false) {
        store = order.store.rawValue
        channel = order.channel
        marketplace = order.marketplace?.rawValue
        orderID = order.id.rawValue
        status = order.status.rawValue
        platformStatus = order.platformStatus
        created = order.createdAt.iso8601
        lastUpdated = order.updatedAt.iso8601
        currency = order.total?.currency
        total = order.total?.amount
        withheld = (tellsWithheld ? order.withheld : nil)?.map {
            Withheld(part: $0.part.rawValue, role: $0.role)
        }
        items = order.items.map { item in
            Item(
                itemID: item.itemID, sku: item.sku, asin: item.asin, title: item.title,
                quantity: item.quantity, price: item.unitPrice?.amount,
                currency: item.unitPrice?.currency)
        }
    }
}

// Every promised key is printed; what is not there is null. What roles keep back is an addition.
extension OrderDocument {
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(store, forKey: .store)
        try container.encode(channel, forKey: .channel)
        try container.encode(marketplace, forKey: .marketplace)
        try container.encode(orderID, forKey: .orderID)
        try container.encode(status, forKey: .status)
        try container.encode(platformStatus, forKey: .platformStatus)
        try container.encode(created, forKey: .created)
        try container.encode(lastUpdated, forKey: .lastUpdated)
        try container.encode(currency, forKey: .currency)
        try container.encode(total, forKey: .total)
        try container.encode(items, forKey: .items)
        try container.encodeIfPresent(withheld, forKey: .withheld)
    }
}

extension OrderDocument.Item {
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(itemID, forKey: .itemID)
        try container.encode(sku, forKey: .sku)
        try container.encode(asin, forKey: .asin)
        try container.encode(title, forKey: .title)
        try container.encode(quantity, forKey: .quantity)
        try container.encode(price, forKey: .price)
        try container.encode(currency, forKey: .currency)
    }
}

import HelpDesk

/// What else the platform tells of an order, as `order show --json` prints it.
struct OrderFactsDocument: Encodable, Sendable {
    struct Amount: Encodable, Sendable {
        var name: String
        var amount: String
        var currency: String

        init(_ amount: OrderFacts.Amount) {
            name = amount.name
            self.amount = amount.money.amount
            currency = amount.money.currency
        }
    }

    struct Association: Encodable, Sendable {
        var order: String
        var kind: String

        enum CodingKeys: String, CodingKey {
            case kind
            case order = "order_id"
        }
    }

    struct Item: Encodable, Sendable {
        var item: OrderFacts.Item

        enum CodingKeys: String, CodingKey {
            case condition, promotions, amounts, points
            case itemID = "item_id"
            case serialNumbers = "serial_numbers"
            case isCustomised = "customised"
            case giftWrap = "gift_wrap"
            case cancelReason = "cancel_reason"
            case taxCollector = "tax_collector"
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(item.itemID, forKey: .itemID)
            try container.encode(item.condition, forKey: .condition)
            try container.encode(item.serialNumbers, forKey: .serialNumbers)
            try container.encode(item.isCustomised, forKey: .isCustomised)
            try container.encode(item.giftWrap, forKey: .giftWrap)
            try container.encode(item.promotions, forKey: .promotions)
            try container.encode(item.amounts.map(Amount.init), forKey: .amounts)
            try container.encode(item.points, forKey: .points)
            try container.encode(item.cancelReason, forKey: .cancelReason)
            try container.encode(item.taxCollector, forKey: .taxCollector)
        }
    }

    private let facts: OrderFacts

    init(_ facts: OrderFacts) { self.facts = facts }

    enum CodingKeys: String, CodingKey {
        case associated, amounts, payments, items
        case serviceLevel = "service_level"
        case sellerNumber = "seller_order_id"
        case invoiceWish = "invoice_wish"
        case invoiceStatus = "invoice_status"
        case fulfillmentOrders = "fulfillment_orders"
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(facts.serviceLevel, forKey: .serviceLevel)
        try container.encode(facts.sellerNumber, forKey: .sellerNumber)
        try container.encode(
            facts.associated.map { Association(order: $0.order.rawValue, kind: $0.kind) },
            forKey: .associated)
        try container.encode(facts.amounts.map(Amount.init), forKey: .amounts)
        try container.encode(facts.payments.map(Amount.init), forKey: .payments)
        try container.encode(facts.invoiceWish, forKey: .invoiceWish)
        try container.encode(facts.invoiceStatus, forKey: .invoiceStatus)
        try container.encode(facts.fulfillmentOrders, forKey: .fulfillmentOrders)
        try container.encode(facts.items.map(Item.init), forKey: .items)
    }
}

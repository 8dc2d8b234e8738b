/// What the platform tells of an order beside what all parts of the desk work with: payment, taxes,
/// promotions, what it replaces. It is shown, nothing is decided by it, and none of it names a person.
package struct OrderFacts: Hashable, Sendable, Codable {
    /// A named part of the money, in the platform's word.
    package struct Amount: Hashable, Sendable, Codable {
        package var name: String
        package var money: Money

        package init(name: String, money: Money) {
            self.name = name
            self.money = money
        }
    }

    /// Another order that this one stands for.
    package struct Association: Hashable, Sendable, Codable {
        package var order: OrderID
        /// The platform's word, such as `REPLACEMENT_ORIGINAL_ID`.
        package var kind: String

        package init(order: OrderID, kind: String) {
            self.order = order
            self.kind = kind
        }
    }

    package struct Item: Hashable, Sendable, Codable {
        package var itemID: String
        package var condition: String?
        package var serialNumbers: [String] = []
        package var isCustomised = false
        /// The platform's word for the wrapping; empty for a gift without one, nil for no gift.
        package var giftWrap: String?
        package var promotions: [String] = []
        package var amounts: [Amount] = []
        /// Points that the buyer got for it, where the marketplace grants some.
        package var points: Int?
        /// Why the buyer or the platform cancels it.
        package var cancelReason: String?
        /// Who pays its tax over, in the platform's words.
        package var taxCollector: String?

        package init(itemID: String) { self.itemID = itemID }

        package var isEmpty: Bool { self == Item(itemID: itemID) }
    }

    package var serviceLevel: String?
    /// The seller's own number of the order.
    package var sellerNumber: String?
    package var associated: [Association] = []
    package var amounts: [Amount] = []
    package var payments: [Amount] = []
    package var invoiceWish: String?
    package var invoiceStatus: String?
    /// The platform's own shipments of it.
    package var fulfillmentOrders: [String] = []
    /// Of items of which there is something to tell.
    package var items: [Item] = []

    package init() {}
}

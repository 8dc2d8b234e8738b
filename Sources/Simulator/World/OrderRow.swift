import Foundation
import HelpDesk
import SwiftExtensions

/// A line of `orders.jsonl`: an order in the shape of Orders 2026-01-01 and whose it is.
struct OrderRow: Decodable {
    var store: String
    var marketplace: String
    var order: Document

    struct Document: Decodable {
        var orderId: String
        var createdTime: String
        var lastUpdatedTime: String
        var programs: [String]?
        var associatedOrders: [Association]?
        var buyer: Buyer?
        var recipient: Recipient?
        var proceeds: Proceeds?
        var fulfillment: Fulfillment
        var orderItems: [Item]
        var packages: [Package]?
    }

    struct Buyer: Decodable {
        var buyerName: String?
        var buyerEmail: String?
    }

    struct Recipient: Decodable {
        struct Address: Decodable {
            var city: String?
            var postalCode: String?
            var countryCode: String?
        }

        var deliveryAddress: Address?
    }

    struct Amount: Decodable {
        var amount: String
        var currencyCode: String

        var money: Money { Money(amount: amount, currency: currencyCode) }
    }

    struct Proceeds: Decodable {
        struct Part: Decodable {
            var type: String
            var subtotal: Amount
        }

        var grandTotal: Amount?
        var breakdowns: [Part]?
    }

    struct Association: Decodable {
        var orderId: String
        var associationType: String
    }

    struct Window: Decodable {
        var earliestDateTime: String?
        var latestDateTime: String?
    }

    struct Fulfillment: Decodable {
        var fulfillmentStatus: String
        var fulfilledBy: String
        var fulfillmentServiceLevel: String?
        var shipByWindow: Window?
        var deliverByWindow: Window?
    }

    struct Item: Decodable {
        struct Product: Decodable {
            struct Price: Decodable { var unitPrice: Amount? }
            struct Condition: Decodable { var conditionType: String }

            var asin: String?
            var title: String
            var sellerSku: String?
            var price: Price?
            var condition: Condition?
        }

        struct Quantities: Decodable { var quantityFulfilled: Int }

        struct Cancellation: Decodable {
            struct Request: Decodable { var requester: String }

            var cancellationRequest: Request?
        }

        var orderItemId: String
        var quantityOrdered: Int
        var product: Product
        var fulfillment: Quantities?
        var cancellation: Cancellation?
    }

    struct Package: Decodable {
        struct Status: Decodable {
            var status: String
            var detailedStatus: String?
        }

        var packageReferenceId: String
        var carrier: String?
        var trackingNumber: String?
        var shipTime: String?
        var packageStatus: Status?
    }
}

extension OrderRow {
    /// A time that cannot be read.
    struct BadTime: Error, CustomStringConvertible {
        var text: String
        var description: String { "\(text) is no time" }
    }

    func simulated() throws -> SimulatedOrder {
        let address = order.recipient?.deliveryAddress
        let contact = OrderContact(
            buyerName: order.buyer?.buyerName, buyerEmail: order.buyer?.buyerEmail,
            city: address?.city, postalCode: address?.postalCode, countryCode: address?.countryCode)
        return SimulatedOrder(order: try deskOrder(), contact: contact)
    }

    private func deskOrder() throws -> Order {
        let fulfillment = order.fulfillment
        let status = fulfillment.fulfillmentStatus
        return Order(
            id: OrderID(order.orderId), store: StoreID(store), channel: "amazon",
            marketplace: MarketplaceCode(marketplace), status: Self.statuses[status] ?? .unknown,
            platformStatus: status, createdAt: try instant(order.createdTime),
            updatedAt: try instant(order.lastUpdatedTime),
            isFulfilledByPlatform: fulfillment.fulfilledBy == "AMAZON",
            programs: order.programs ?? [], total: order.proceeds?.grandTotal?.money,
            shipBy: try fulfillment.shipByWindow?.latestDateTime.map(instant),
            deliverFrom: try fulfillment.deliverByWindow?.earliestDateTime.map(instant),
            deliverBy: try fulfillment.deliverByWindow?.latestDateTime.map(instant),
            items: order.orderItems.map(\.deskItem),
            packages: try (order.packages ?? []).map(deskPackage), facts: facts)
    }

    private var facts: OrderFacts? {
        var facts = OrderFacts()
        facts.serviceLevel = order.fulfillment.fulfillmentServiceLevel
        facts.associated = (order.associatedOrders ?? []).map {
            OrderFacts.Association(order: OrderID($0.orderId), kind: $0.associationType)
        }
        facts.amounts = (order.proceeds?.breakdowns ?? []).map {
            OrderFacts.Amount(name: $0.type, money: $0.subtotal.money)
        }
        facts.items = order.orderItems.compactMap { item in
            var found = OrderFacts.Item(itemID: item.orderItemId)
            found.condition = item.product.condition?.conditionType
            return found.isEmpty ? nil : found
        }
        return facts == OrderFacts() ? nil : facts
    }

    private func deskPackage(_ package: Package) throws -> OrderPackage {
        OrderPackage(
            reference: package.packageReferenceId, carrier: package.carrier,
            trackingNumber: package.trackingNumber, status: package.packageStatus?.status,
            detailedStatus: package.packageStatus?.detailedStatus,
            shippedAt: try package.shipTime.map(instant))
    }

    private func instant(_ text: String) throws -> Timestamp {
        guard let instant = Timestamp(iso8601: text) else { throw BadTime(text: text) }
        return instant
    }

    private static let statuses: [String: OrderStatus] = [
        "PENDING": .pending, "PENDING_AVAILABILITY": .pending, "UNSHIPPED": .unshipped,
        "PARTIALLY_SHIPPED": .partiallyShipped, "SHIPPED": .shipped, "CANCELLED": .cancelled,
        "UNFULFILLABLE": .unfulfillable,
    ]
}

extension OrderRow.Item {
    fileprivate var deskItem: OrderItem {
        OrderItem(
            itemID: orderItemId, sku: product.sellerSku, asin: product.asin, title: product.title,
            quantity: quantityOrdered, quantityShipped: fulfillment?.quantityFulfilled ?? 0,
            unitPrice: product.price?.unitPrice?.money,
            isCancelRequested: cancellation?.cancellationRequest != nil)
    }
}

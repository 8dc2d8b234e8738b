import HelpDesk
import SwiftExtensions

/// Turns one record of Orders 2026-01-01 into the desk's own order.
struct OrderReader {
    let store: StoreID
    var marketplaces = MarketplaceTable.standard
    var statuses = OrderStatusTable.standard
    var drift = DriftNotes()

    init(store: StoreID) {
        self.store = store
    }

    /// The order; throws what is missing or of another type among the required fields.
    mutating func order(
        _ value: JSONValue, asked blocks: [OrderBlock]
    ) throws(FieldProblem) -> FetchedOrder {
        let record = try FieldReader(value, path: "order")
        RecordShape.order.count(value, path: "order", into: &drift.counts)
        var order = try core(record)
        let withheld = withheld(record, order, asked: blocks)
        if !withheld.isEmpty { order.withheld = withheld }
        order.facts = facts(record)
        return FetchedOrder(order: order, contact: contact(record))
    }

    private mutating func core(_ record: FieldReader) throws(FieldProblem) -> Order {
        let channel = try record.requiredObject("salesChannel")
        _ = try channel.requiredText("channelName")
        let marketplace = channel.text("marketplaceId", &drift).flatMap(
            marketplaces.marketplace(id:))
        let fulfillment = record.object("fulfillment", &drift)
        let word = try fulfillment?.requiredText("fulfillmentStatus", limit: 60)
        var items: [OrderItem] = []
        for (index, item) in try record.requiredList("orderItems").enumerated() {
            items.append(try self.item(item, path: "order.orderItems[\(index)]"))
        }
        return Order(
            id: OrderID(try record.requiredText("orderId", limit: 64)), store: store,
            channel: "amazon", marketplace: marketplace?.code,
            status: statuses.status(word ?? ""), platformStatus: word ?? "",
            createdAt: try record.requiredTime("createdTime"),
            updatedAt: try record.requiredTime("lastUpdatedTime"),
            isFulfilledByPlatform: fulfillment?.text("fulfilledBy", &drift) == "AMAZON",
            programs: record.list("programs", &drift).compactMap(\.text).map {
                PlatformText.cleaned($0, limit: 60)
            },
            total: record.object("proceeds", &drift).flatMap { money("grandTotal", of: $0) },
            shipBy: time("latestDateTime", of: "shipByWindow", in: fulfillment),
            deliverFrom: time("earliestDateTime", of: "deliverByWindow", in: fulfillment),
            deliverBy: time("latestDateTime", of: "deliverByWindow", in: fulfillment),
            items: items, packages: packages(record))
    }

    private mutating func item(
        _ value: JSONValue, path: String
    ) throws(FieldProblem) -> OrderItem {
        let item = try FieldReader(value, path: path)
        let product = try item.requiredObject("product")
        let price = product.object("price", &drift)
        let cancellation = item.object("cancellation", &drift)
        let isRequested = cancellation?.object("cancellationRequest", &drift) != nil
        let isExecuted = cancellation?.object("cancellationExecution", &drift) != nil
        return OrderItem(
            itemID: try item.requiredText("orderItemId", limit: 64),
            sku: product.text("sellerSku", &drift, limit: 200),
            asin: product.text("asin", &drift, limit: 40),
            title: product.text("title", &drift, limit: 500) ?? "",
            quantity: try item.requiredQuantity("quantityOrdered"),
            quantityShipped: item.object("fulfillment", &drift)?
                .quantity("quantityFulfilled", &drift) ?? 0,
            unitPrice: price.flatMap { money("unitPrice", of: $0) },
            isCancelRequested: isRequested && !isExecuted)
    }

    private mutating func packages(_ record: FieldReader) -> [OrderPackage] {
        record.list("packages", &drift).compactMap { value in
            guard let package = try? FieldReader(value, path: "order.packages"),
                let reference = try? package.requiredText("packageReferenceId", limit: 100)
            else {
                drift.note("order.packages (unreadable)")
                return nil
            }
            let status = package.object("packageStatus", &drift)
            let word = status?.text("status", &drift, limit: 60)
            if status != nil, word == nil {
                drift.note("order.packages.packageStatus (unreadable)")
            }
            return OrderPackage(
                reference: reference, carrier: package.text("carrier", &drift, limit: 100),
                trackingNumber: package.text("trackingNumber", &drift, limit: 100),
                status: word,
                detailedStatus: status?.text("detailedStatus", &drift, limit: 60),
                shippedAt: package.time("shipTime", &drift))
        }
    }
}

extension OrderReader {
    private mutating func time(
        _ end: String, of window: String, in fulfillment: FieldReader?
    ) -> Timestamp? {
        fulfillment?.object(window, &drift)?.time(end, &drift)
    }

    mutating func money(_ name: String, of parent: FieldReader) -> Money? {
        guard let fields = parent.object(name, &drift) else { return nil }
        guard let amount = fields.text("amount", &drift, limit: 40),
            let currency = fields.text("currencyCode", &drift, limit: 8)
        else {
            drift.note("\(fields.path) (unreadable)")
            return nil
        }
        let decimals = marketplaces.decimals(ofCurrency: currency)
        guard let written = MoneyText.normalised(amount, decimals: decimals) else {
            drift.note("\(parent.path).\(name).amount (unreadable)")
            return nil
        }
        return Money(amount: written, currency: currency)
    }

    private mutating func contact(_ record: FieldReader) -> OrderContact? {
        let buyer = record.object("buyer", &drift)
        let address = record.object("recipient", &drift)?.object("deliveryAddress", &drift)
        let contact = OrderContact(
            buyerName: buyer?.text("buyerName", &drift, limit: 200),
            buyerEmail: buyer?.text("buyerEmail", &drift, limit: 320),
            city: address?.text("city", &drift, limit: 200),
            postalCode: address?.text("postalCode", &drift, limit: 40),
            countryCode: address?.text("countryCode", &drift, limit: 8))
        return contact == OrderContact() ? nil : contact
    }

    /// The platform gives the address of a buyer only for orders that the seller ships, while or
    /// after they are shipped (amazon.md 3.2); its absence elsewhere says nothing of roles.
    private func withheld(
        _ record: FieldReader, _ order: Order, asked: [OrderBlock]
    ) -> [WithheldPart] {
        var withheld: [WithheldPart] = []
        let buyer = record.value["buyer"]
        if asked.contains(.buyer), buyer == nil { withheld.append(WithheldPart(.buyer)) }
        let isDue = [.unshipped, .partiallyShipped, .shipped].contains(order.status)
        if asked.contains(.buyer), !order.isFulfilledByPlatform, isDue,
            buyer?["buyerEmail"] == nil
        {
            withheld.append(WithheldPart(.buyerEmail))
        }
        if asked.contains(.recipient), record.value["recipient"] == nil {
            withheld.append(WithheldPart(.recipient))
        }
        return withheld
    }
}

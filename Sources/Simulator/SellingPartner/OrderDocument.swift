import HelpDesk
import SwiftExtensions

/// An order in the shape of Orders 2026-01-01, with the blocks that were asked for and are allowed.
struct OrderDocument {
    private let order: Order
    private let contact: OrderContact
    private let blocks: Set<String>
    private let mayNamePerson: Bool

    init(_ simulated: SimulatedOrder, blocks: Set<String>, seller: PretendSeller) {
        order = simulated.order
        contact = simulated.contact
        self.blocks = blocks
        mayNamePerson = seller.roles.contains(.directToConsumer)
    }

    var json: PretendJSON {
        .members([
            ("orderId", .string(order.id.rawValue)),
            ("createdTime", .string(order.createdAt.iso8601)),
            ("lastUpdatedTime", .string(order.updatedAt.iso8601)),
            ("programs", order.programs.isEmpty ? nil : .array(order.programs.map { .string($0) })),
            ("orderAliases", facts.aliases),
            ("associatedOrders", facts.associated),
            ("salesChannel", salesChannel),
            ("buyer", block("BUYER", buyer)),
            ("recipient", mayNamePerson ? block("RECIPIENT", recipient) : nil),
            ("proceeds", block("PROCEEDS", proceeds)),
            ("fulfillment", block("FULFILLMENT", fulfillment)),
            ("orderItems", .array(order.items.map(item))),
            ("packages", block("PACKAGES", packages)),
            ("payment", block("PAYMENT", facts.payment)),
            ("tax", block("TAX", facts.tax)),
            ("fulfillmentOrders", block("FULFILLMENT_ORDERS", facts.fulfillmentOrders)),
        ])
    }

    private var facts: OrderFactsJSON { OrderFactsJSON(order.facts ?? OrderFacts()) }

    private func block(_ name: String, _ json: PretendJSON?) -> PretendJSON? {
        blocks.contains(name) ? json : nil
    }

    private var salesChannel: PretendJSON {
        let marketplace = order.marketplace.flatMap(PretendMarketplace.named)
        return .members([
            ("channelName", .string("AMAZON")),
            ("marketplaceId", marketplace.map { .string($0.id) }),
            ("marketplaceName", marketplace.map { .string($0.name) }),
        ])
    }

    /// The relay address is given only for orders that the seller ships or has shipped.
    private var buyer: PretendJSON {
        let isDue = [.unshipped, .partiallyShipped, .shipped].contains(order.status)
        let mayMail = mayNamePerson && !order.isFulfilledByPlatform && isDue
        return .members([
            ("buyerName", contact.buyerName.map { .string($0) }),
            ("buyerEmail", mayMail ? contact.buyerEmail.map { .string($0) } : nil),
        ])
    }

    private var recipient: PretendJSON {
        .object([
            (
                "deliveryAddress",
                .members([
                    ("name", contact.buyerName.map { .string($0) }),
                    ("city", contact.city.map { .string($0) }),
                    ("postalCode", contact.postalCode.map { .string($0) }),
                    ("countryCode", contact.countryCode.map { .string($0) }),
                    ("addressType", .string("RESIDENTIAL")),
                ])
            )
        ])
    }

    private var proceeds: PretendJSON? {
        order.total.map {
            .members([("grandTotal", money($0)), ("breakdowns", facts.breakdowns)])
        }
    }

    private var fulfillment: PretendJSON {
        .members([
            ("fulfillmentStatus", .string(order.platformStatus)),
            ("fulfilledBy", .string(order.isFulfilledByPlatform ? "AMAZON" : "MERCHANT")),
            ("fulfillmentServiceLevel", order.facts?.serviceLevel.map { .string($0) }),
            ("shipByWindow", window(nil, order.shipBy)),
            ("deliverByWindow", window(order.deliverFrom, order.deliverBy)),
        ])
    }

    private func window(_ start: Timestamp?, _ end: Timestamp?) -> PretendJSON? {
        guard start != nil || end != nil else { return nil }
        return .members([
            ("earliestDateTime", start.map { .string($0.iso8601) }),
            ("latestDateTime", end.map { .string($0.iso8601) }),
        ])
    }

    private func item(_ item: OrderItem) -> PretendJSON {
        let told = facts.item(item.itemID)
        return .members([
            ("orderItemId", .string(item.itemID)),
            ("quantityOrdered", .number(item.quantity)),
            (
                "product",
                .members([
                    ("asin", item.asin.map { .string($0) }),
                    ("title", .string(item.title)),
                    ("sellerSku", item.sku.map { .string($0) }),
                    ("price", item.unitPrice.map { .object([("unitPrice", money($0))]) }),
                    ("condition", told.condition),
                    ("serialNumbers", told.serialNumbers),
                    ("customization", told.customization),
                ])
            ),
            ("proceeds", block("PROCEEDS", told.proceeds)),
            ("expense", block("EXPENSE", told.expense)),
            ("promotion", block("PROMOTION", told.promotion)),
            ("tax", block("TAX", told.tax)),
            ("cancellation", block("CANCELLATION", cancellation(item))),
            ("fulfillment", block("FULFILLMENT", quantities(item))),
        ])
    }

    private func cancellation(_ item: OrderItem) -> PretendJSON? {
        guard item.isCancelRequested else { return nil }
        return .object([
            (
                "cancellationRequest",
                .members([
                    ("requester", .string("BUYER")),
                    ("cancelReason", facts.item(item.itemID).cancelReason),
                ])
            )
        ])
    }

    private func quantities(_ item: OrderItem) -> PretendJSON {
        .members([
            ("quantityFulfilled", .number(item.quantityShipped)),
            ("quantityUnfulfilled", .number(max(0, item.quantity - item.quantityShipped))),
            ("packing", facts.item(item.itemID).packing),
        ])
    }

    private var packages: PretendJSON? {
        guard !order.isFulfilledByPlatform, !order.packages.isEmpty else { return nil }
        return .array(
            order.packages.map { package in
                .members([
                    ("packageReferenceId", .string(package.reference)),
                    ("packageStatus", status(package)),
                    ("carrier", package.carrier.map { .string($0) }),
                    ("shipTime", package.shippedAt.map { .string($0.iso8601) }),
                    ("trackingNumber", package.trackingNumber.map { .string($0) }),
                ])
            })
    }

    private func status(_ package: OrderPackage) -> PretendJSON? {
        package.status.map { status in
            .members([
                ("status", .string(status)),
                ("detailedStatus", package.detailedStatus.map { .string($0) }),
            ])
        }
    }

    private func money(_ money: Money) -> PretendJSON {
        .object([("amount", .string(money.amount)), ("currencyCode", .string(money.currency))])
    }
}

import HelpDesk

/// The rarer blocks of an order in the shape of Orders 2026-01-01; nil for what an order has not.
struct OrderFactsJSON {
    private let facts: OrderFacts

    init(_ facts: OrderFacts) { self.facts = facts }

    var aliases: PretendJSON? {
        facts.sellerNumber.map {
            .array([
                .object([("aliasId", .string($0)), ("aliasType", .string("SELLER_ORDER_ID"))])
            ])
        }
    }

    var associated: PretendJSON? {
        Self.list(facts.associated) { entry in
            .object([
                ("orderId", .string(entry.order.rawValue)),
                ("associationType", .string(entry.kind)),
            ])
        }
    }

    var breakdowns: PretendJSON? { Self.amounts(facts.amounts) }

    var payment: PretendJSON? {
        Self.list(facts.payments) { entry in
            .object([
                ("paymentMethod", .string(entry.name)), ("paymentAmount", Self.money(entry.money)),
            ])
        }.map { .object([("paymentExecutions", $0)]) }
    }

    var tax: PretendJSON? {
        guard facts.invoiceWish != nil || facts.invoiceStatus != nil else { return nil }
        return .object([
            (
                "taxInvoicing",
                .members([
                    ("buyerInvoicePreference", facts.invoiceWish.map { .string($0) }),
                    ("invoiceStatus", facts.invoiceStatus.map { .string($0) }),
                ])
            )
        ])
    }

    var fulfillmentOrders: PretendJSON? {
        Self.list(facts.fulfillmentOrders) { .object([("fulfillmentOrderId", .string($0))]) }
    }

    func item(_ id: String) -> Item {
        Item(facts.items.first { $0.itemID == id } ?? OrderFacts.Item(itemID: id))
    }

    struct Item {
        private let facts: OrderFacts.Item

        init(_ facts: OrderFacts.Item) { self.facts = facts }

        var condition: PretendJSON? {
            facts.condition.map { .object([("conditionType", .string($0))]) }
        }

        var serialNumbers: PretendJSON? {
            OrderFactsJSON.list(facts.serialNumbers) { .string($0) }
        }

        var customization: PretendJSON? {
            guard facts.isCustomised else { return nil }
            return .object([("customizedUrl", .string("https://platform.example/custom.zip"))])
        }

        var proceeds: PretendJSON? {
            OrderFactsJSON.amounts(facts.amounts).map { .object([("breakdowns", $0)]) }
        }

        var expense: PretendJSON? {
            facts.points.map { points in
                .object([
                    (
                        "pointsCost",
                        .object([("pointsGranted", .object([("pointsNumber", .number(points))]))])
                    )
                ])
            }
        }

        var promotion: PretendJSON? {
            OrderFactsJSON.list(facts.promotions) { .object([("promotionId", .string($0))]) }
                .map { .object([("breakdowns", $0)]) }
        }

        var tax: PretendJSON? {
            facts.taxCollector.map { collector in
                .object([("taxCollections", .array([.object([("model", .string(collector))])]))])
            }
        }

        var cancelReason: PretendJSON? { facts.cancelReason.map { .string($0) } }

        var packing: PretendJSON? {
            facts.giftWrap.map { wrap in
                .object([
                    (
                        "giftOption",
                        .members([("giftWrapLevel", wrap.isEmpty ? nil : .string(wrap))])
                    )
                ])
            }
        }
    }

    fileprivate static func list<Element>(
        _ elements: [Element], _ json: (Element) -> PretendJSON
    ) -> PretendJSON? {
        elements.isEmpty ? nil : .array(elements.map(json))
    }

    fileprivate static func amounts(_ amounts: [OrderFacts.Amount]) -> PretendJSON? {
        list(amounts) { entry in
            .object([("type", .string(entry.name)), ("subtotal", money(entry.money))])
        }
    }

    private static func money(_ money: Money) -> PretendJSON {
        .object([
            ("amount", .string(money.amount)), ("currencyCode", .string(money.currency)),
        ])
    }
}

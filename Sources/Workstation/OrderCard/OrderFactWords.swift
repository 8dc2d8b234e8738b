package import HelpDesk
package import Localization

/// What the platform tells of an order beside the usual, as lines for people.
package enum OrderFactWords {
    /// Of the order as a whole.
    package static func lines(_ facts: OrderFacts?, _ words: Words) -> [String] {
        guard let facts else { return [] }
        var lines: [String] = []
        let how = [
            facts.serviceLevel.map { words(service($0)) },
            facts.sellerNumber.map { words(ownNumber($0)) },
        ].compactMap(\.self)
        if !how.isEmpty { lines.append(how.joined(separator: " · ")) }
        lines += facts.associated.map { words(association($0)) }
        if !facts.amounts.isEmpty { lines.append(amounts(facts.amounts, words)) }
        if !facts.payments.isEmpty {
            let paid = facts.payments.map { "\($0.name) \(money($0.money, words))" }
            lines.append(words(payment(paid.joined(separator: " · "))))
        }
        let invoice = [facts.invoiceWish, facts.invoiceStatus].compactMap(\.self)
        if !invoice.isEmpty { lines.append(words(Self.invoice(invoice.joined(separator: " · ")))) }
        if !facts.fulfillmentOrders.isEmpty {
            lines.append(words(shipments(facts.fulfillmentOrders.joined(separator: " "))))
        }
        return lines
    }

    /// Of one item; none when there is nothing to tell.
    package static func lines(
        of item: OrderItem, _ facts: OrderFacts?, _ words: Words
    ) -> [String] {
        guard let found = facts?.items.first(where: { $0.itemID == item.itemID }) else { return [] }
        var parts: [String] = []
        if let condition = found.condition { parts.append(condition) }
        if let wrap = found.giftWrap {
            parts.append(wrap.isEmpty ? words(gift) : "\(words(gift)) (\(wrap))")
        }
        if found.isCustomised { parts.append(words(customised)) }
        if !found.serialNumbers.isEmpty {
            parts.append(words(serials(found.serialNumbers.joined(separator: " "))))
        }
        if !found.promotions.isEmpty {
            parts.append(words(promotions(found.promotions.joined(separator: " "))))
        }
        if let points = found.points { parts.append(words(self.points(points))) }
        if let reason = found.cancelReason { parts.append(words(cancelReason(reason))) }
        if let collector = found.taxCollector { parts.append(words(taxCollector(collector))) }
        var lines = parts.isEmpty ? [] : [parts.joined(separator: " · ")]
        if !found.amounts.isEmpty { lines.append(amounts(found.amounts, words)) }
        return lines
    }

    private static func amounts(_ amounts: [OrderFacts.Amount], _ words: Words) -> String {
        amounts.map { "\(words(part($0.name))) \(money($0.money, words))" }
            .joined(separator: " · ")
    }

    private static func money(_ money: Money, _ words: Words) -> String {
        MoneyText.format(
            amount: money.amount, currency: money.currency, language: words.language)
    }

    /// The platform's parts of a sum (Orders 2026-01-01, breakdown types).
    private static func part(_ name: String) -> Phrase {
        switch name {
        case "ITEM": Phrase("order-part.item", "items")
        case "SHIPPING": Phrase("order-part.shipping", "shipping")
        case "GIFT_WRAP": Phrase("order-part.gift-wrap", "wrapping")
        case "COD_FEE": Phrase("order-part.cod", "cash on delivery")
        case "TAX": Phrase("order-part.tax", "tax")
        case "DISCOUNT": Phrase("order-part.discount", "discount")
        case "DELIVERY_TIP": Phrase("order-part.tip", "tip")
        case "OTHER": Phrase("order-part.other", "other")
        default: Phrase("order-part.unknown", "{name}", ["name": name])
        }
    }

    private static func association(_ association: OrderFacts.Association) -> Phrase {
        let order = ["order": association.order.rawValue]
        return switch association.kind {
        case "REPLACEMENT_ORIGINAL_ID":
            Phrase("order-fact.replaces", "replacement for {order}", order)
        case "EXCHANGE_ORIGINAL_ID":
            Phrase("order-fact.exchanges", "exchange for {order}", order)
        default: Phrase("order-fact.belongs", "belongs to {order}", order)
        }
    }

    private static let gift = Phrase("order-fact.gift", "gift")
    private static let customised = Phrase("order-fact.customised", "made to measure")

    private static func service(_ level: String) -> Phrase {
        Phrase("order-fact.service", "service {level}", ["level": level])
    }
    private static func ownNumber(_ number: String) -> Phrase {
        Phrase("order-fact.own-number", "our no. {number}", ["number": number])
    }
    private static func payment(_ payments: String) -> Phrase {
        Phrase("order-fact.paid", "paid by {payments}", ["payments": payments])
    }
    private static func invoice(_ words: String) -> Phrase {
        Phrase("order-fact.invoice", "invoice: {words}", ["words": words])
    }
    private static func shipments(_ numbers: String) -> Phrase {
        Phrase("order-fact.shipments", "Amazon's shipments: {numbers}", ["numbers": numbers])
    }
    private static func serials(_ numbers: String) -> Phrase {
        Phrase("order-fact.serials", "serial no. {numbers}", ["numbers": numbers])
    }
    private static func promotions(_ codes: String) -> Phrase {
        Phrase("order-fact.promotions", "promotion {codes}", ["codes": codes])
    }
    private static func points(_ count: Int) -> Phrase {
        Phrase("order-fact.points", "{count} points", ["count": "\(count)"])
    }
    private static func cancelReason(_ reason: String) -> Phrase {
        Phrase("order-fact.cancel-reason", "cancelled: {reason}", ["reason": reason])
    }
    private static func taxCollector(_ who: String) -> Phrase {
        Phrase("order-fact.tax", "tax paid over: {who}", ["who": who])
    }
}

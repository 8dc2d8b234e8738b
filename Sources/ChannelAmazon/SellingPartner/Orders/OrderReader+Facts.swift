import HelpDesk
import SwiftExtensions

// The blocks of which the desk only tells people. Whatever of them is odd is noted and left out: no
// order is kept from anybody for it.
extension OrderReader {
    /// The longest list that is kept; more of one thing is a mistake of somebody's.
    private static let longest = 50

    /// Nil when the platform tells nothing of the kind.
    mutating func facts(_ record: FieldReader) -> OrderFacts? {
        var facts = OrderFacts()
        facts.serviceLevel = record.object("fulfillment", &drift)?
            .text("fulfillmentServiceLevel", &drift, limit: 60)
        facts.sellerNumber = sellerNumber(record)
        facts.associated = objects("associatedOrders", of: record).compactMap { entry in
            guard let order = entry.text("orderId", &drift, limit: 64),
                let kind = entry.text("associationType", &drift, limit: 60)
            else { return nil }
            return OrderFacts.Association(order: OrderID(order), kind: kind)
        }
        if let proceeds = record.object("proceeds", &drift) {
            facts.amounts = amounts(of: proceeds)
        }
        facts.payments = payments(record)
        let invoicing = record.object("tax", &drift)?.object("taxInvoicing", &drift)
        facts.invoiceWish = invoicing?.text("buyerInvoicePreference", &drift, limit: 60)
        facts.invoiceStatus = invoicing?.text("invoiceStatus", &drift, limit: 60)
        facts.fulfillmentOrders = objects("fulfillmentOrders", of: record).compactMap {
            $0.text("fulfillmentOrderId", &drift, limit: 64)
        }
        facts.items = objects("orderItems", of: record).compactMap { itemFacts($0) }
        return facts == OrderFacts() ? nil : facts
    }

    private mutating func sellerNumber(_ record: FieldReader) -> String? {
        for entry in objects("orderAliases", of: record)
        where entry.text("aliasType", &drift, limit: 60) == "SELLER_ORDER_ID" {
            return entry.text("aliasId", &drift, limit: 100)
        }
        return nil
    }

    private mutating func payments(_ record: FieldReader) -> [OrderFacts.Amount] {
        guard let payment = record.object("payment", &drift) else { return [] }
        return objects("paymentExecutions", of: payment).compactMap { entry in
            guard let money = money("paymentAmount", of: entry) else { return nil }
            let words = [
                entry.text("paymentMethod", &drift, limit: 60),
                entry.text("cardBrand", &drift, limit: 60),
            ]
            return OrderFacts.Amount(
                name: words.compactMap(\.self).joined(separator: " "), money: money)
        }
    }

    private static func isCode(_ text: String) -> Bool {
        text.utf8.allSatisfy { (65...90).contains($0) || (48...57).contains($0) || $0 == 95 }
    }

    private mutating func itemFacts(_ item: FieldReader) -> OrderFacts.Item? {
        guard let id = item.text("orderItemId", &drift, limit: 64) else { return nil }
        var facts = OrderFacts.Item(itemID: id)
        if let product = item.object("product", &drift) { describe(product, in: &facts) }
        if let proceeds = item.object("proceeds", &drift) { facts.amounts = amounts(of: proceeds) }
        facts.points = item.object("expense", &drift)?.object("pointsCost", &drift)?
            .object("pointsGranted", &drift)?.whole("pointsNumber", &drift)
        if let promotion = item.object("promotion", &drift) {
            facts.promotions = objects("breakdowns", of: promotion).compactMap {
                $0.text("promotionId", &drift, limit: 120)
            }
        }
        let cancellation = item.object("cancellation", &drift)
        let reason =
            cancellation?.object("cancellationExecution", &drift)?
            .text("cancelReason", &drift, limit: 200)
            ?? cancellation?.object("cancellationRequest", &drift)?
            .text("cancelReason", &drift, limit: 200)
        // A code is kept; what a buyer wrote is personal and would stand in the record for ever.
        facts.cancelReason = reason.flatMap { Self.isCode($0) ? $0 : nil }
        // The words on the card are the buyer's and stay with the platform.
        let gift = item.object("fulfillment", &drift)?.object("packing", &drift)?
            .object("giftOption", &drift)
        facts.giftWrap = gift.map { $0.text("giftWrapLevel", &drift, limit: 60) ?? "" }
        if let tax = item.object("tax", &drift) {
            facts.taxCollector = objects("taxCollections", of: tax).first.flatMap { entry in
                let words = [
                    entry.text("model", &drift, limit: 60),
                    entry.text("responsibleParty", &drift, limit: 60),
                ].compactMap(\.self)
                return words.isEmpty ? nil : words.joined(separator: " ")
            }
        }
        return facts.isEmpty ? nil : facts
    }

    private mutating func describe(_ product: FieldReader, in facts: inout OrderFacts.Item) {
        if let condition = product.object("condition", &drift) {
            let words = [
                condition.text("conditionType", &drift, limit: 40),
                condition.text("conditionSubtype", &drift, limit: 40),
            ].compactMap(\.self)
            facts.condition = words.isEmpty ? nil : words.joined(separator: " ")
        }
        facts.serialNumbers = product.list("serialNumbers", &drift).prefix(Self.longest)
            .compactMap(\.text).map { PlatformText.cleaned($0, limit: 100) }
        facts.isCustomised = product.object("customization", &drift) != nil
    }

    private mutating func amounts(of proceeds: FieldReader) -> [OrderFacts.Amount] {
        objects("breakdowns", of: proceeds).compactMap { entry in
            guard let name = entry.text("type", &drift, limit: 60),
                let money = money("subtotal", of: entry)
            else { return nil }
            return OrderFacts.Amount(name: name, money: money)
        }
    }

    /// The objects of a list; what is none is noted.
    private mutating func objects(_ name: String, of parent: FieldReader) -> [FieldReader] {
        parent.list(name, &drift).prefix(Self.longest).compactMap { value in
            guard let entry = try? FieldReader(value, path: "\(parent.path).\(name)") else {
                drift.note("\(parent.path).\(name) (unreadable)")
                return nil
            }
            return entry
        }
    }
}

package import SwiftExtensions

/// The money that moved for one order, as the platform's books had it when they were read. They
/// follow the facts by up to 48 hours (amazon.md section 4).
package struct OrderFinances: Hashable, Sendable, Codable {
    package var order: OrderID
    package var store: StoreID
    package var transactions: [MoneyTransaction]

    package init(order: OrderID, store: StoreID, transactions: [MoneyTransaction]) {
        self.order = order
        self.store = store
        self.transactions = transactions
    }

    /// How far the platform's books may lag behind, in hours.
    package static let lagHours = 48

    /// What went back to the buyer, as positive amounts by currency: the principal, shipping and tax
    /// of refunds, without the fees that the platform returns or keeps.
    package var refunds: [Money] {
        var sums: [String: ExactAmount] = [:]
        for transaction in transactions where transaction.isRefund {
            for part in transaction.parts where !part.isFee {
                guard let amount = ExactAmount(part.amount.amount),
                    let sum = (sums[part.amount.currency] ?? .zero).adding(amount)
                else { continue }
                sums[part.amount.currency] = sum
            }
        }
        return sums.sorted { $0.key < $1.key }.map { currency, sum in
            let text = sum.description
            return Money(
                amount: sum.isNegative ? String(text.dropFirst()) : text, currency: currency)
        }
    }
}

/// One entry of the platform's books.
package struct MoneyTransaction: Hashable, Sendable, Codable {
    package var transactionID: String
    /// The platform's words: `Shipment`, `Refund` and so on.
    package var type: String
    /// `DEFERRED`, `RELEASED` or `DEFERRED_RELEASED`.
    package var status: String?
    package var postedAt: Timestamp?
    package var total: Money?
    package var parts: [MoneyPart]

    package init(
        transactionID: String, type: String, status: String? = nil, postedAt: Timestamp? = nil,
        total: Money? = nil, parts: [MoneyPart] = []
    ) {
        self.transactionID = transactionID
        self.type = type
        self.status = status
        self.postedAt = postedAt
        self.total = total
        self.parts = parts
    }

    package var isRefund: Bool { type.lowercased().hasSuffix("refund") }
}

/// One amount of an entry, by the platform's names from the outermost inwards.
package struct MoneyPart: Hashable, Sendable, Codable {
    /// Such as `Expenses/AmazonFees/Commission`.
    package var path: String
    package var amount: Money

    package init(path: String, amount: Money) {
        self.path = path
        self.amount = amount
    }

    /// Whether the platform, not the buyer, is on the other side of the amount.
    package var isFee: Bool {
        let words = path.lowercased()
        return words.contains("fee") || words.contains("commission") || words.hasPrefix("expenses")
    }
}

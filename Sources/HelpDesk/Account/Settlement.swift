package import SwiftExtensions

/// What a settlement says in its first line.
package struct Settlement: Hashable, Sendable, Codable {
    package var settlementID: String
    package var start: Timestamp?
    package var end: Timestamp?
    package var depositedAt: Timestamp?
    /// The amount paid out, as the platform states it.
    package var total: Money
    package var lines: [SettlementLine]

    package init(
        settlementID: String, start: Timestamp? = nil, end: Timestamp? = nil,
        depositedAt: Timestamp? = nil, total: Money, lines: [SettlementLine]
    ) {
        self.settlementID = settlementID
        self.start = start
        self.end = end
        self.depositedAt = depositedAt
        self.total = total
        self.lines = lines
    }

    /// The lines' exact sum; nil when one cannot be counted exactly.
    package var sum: ExactAmount? {
        var sum = ExactAmount.zero
        for line in lines {
            guard let amount = ExactAmount(line.amount), let next = sum.adding(amount) else {
                return nil
            }
            sum = next
        }
        return sum
    }

    /// Whether the lines add up to what was paid out. A broken balance is shown, never smoothed.
    package var isBalanced: Bool {
        guard let sum, let total = ExactAmount(total.amount) else { return false }
        return sum == total
    }
}

/// One amount of a settlement.
package struct SettlementLine: Hashable, Sendable, Codable {
    /// Where it stood in the report, counted from one.
    package var line: Int
    /// The platform's words, such as `Order`, `ItemPrice`, `Principal`.
    package var transactionType: String
    package var amountType: String?
    package var amountDescription: String?
    /// Signed decimal number.
    package var amount: String
    package var order: OrderID?
    package var sku: String?
    package var quantity: Int?
    package var marketplaceName: String?
    package var postedAt: Timestamp?

    package init(
        line: Int, transactionType: String, amountType: String? = nil,
        amountDescription: String? = nil, amount: String, order: OrderID? = nil,
        sku: String? = nil, quantity: Int? = nil, marketplaceName: String? = nil,
        postedAt: Timestamp? = nil
    ) {
        self.line = line
        self.transactionType = transactionType
        self.amountType = amountType
        self.amountDescription = amountDescription
        self.amount = amount
        self.order = order
        self.sku = sku
        self.quantity = quantity
        self.marketplaceName = marketplaceName
        self.postedAt = postedAt
    }
}

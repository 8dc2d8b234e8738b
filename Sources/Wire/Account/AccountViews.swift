package import HelpDesk
package import SwiftExtensions

/// One store's account at a glance.
package struct AccountView: Codable, Sendable, Hashable {
    package var store: StoreID
    /// Nil before the platform was asked.
    package var participations: StoreParticipations?
    /// The state of each topic that had a turn.
    package var tasks: [AccountTask]
    /// Nil before the first report.
    package var health: HealthView?
    /// The newest; nil when there is none or the reader may not see money.
    package var settlement: SettlementView?
    package var returns: Int
    /// Ratings of the last 90 days, from one star to five.
    package var feedback: [Int]
    package var products: Int
    package var productsWithoutStock: Int

    package init(
        store: StoreID, participations: StoreParticipations?, tasks: [AccountTask],
        health: HealthView? = nil, settlement: SettlementView? = nil, returns: Int = 0,
        feedback: [Int] = [0, 0, 0, 0, 0], products: Int = 0, productsWithoutStock: Int = 0
    ) {
        self.store = store
        self.participations = participations
        self.tasks = tasks
        self.health = health
        self.settlement = settlement
        self.returns = returns
        self.feedback = feedback
        self.products = products
        self.productsWithoutStock = productsWithoutStock
    }

    /// The state of a topic; nil before its first turn.
    package func task(_ topic: AccountTopic) -> AccountTask? {
        tasks.first { $0.topic == topic }
    }

    /// The worst of all entries; fine when nothing is known.
    package var level: HealthLevel {
        let entries = health?.lines.map(\.verdict.level) ?? []
        let isSuspended = participations?.marketplaces.contains { $0.hasSuspendedListings } ?? false
        return max(entries.max() ?? .fine, isSuspended ? .warning : .fine)
    }
}

/// A health report with what its entries mean and how they moved.
package struct HealthView: Codable, Sendable, Hashable {
    package var createdAt: Timestamp
    package var badLines: Int
    package var problem: String?
    package var lines: [HealthLine]

    package init(
        createdAt: Timestamp, badLines: Int, problem: String? = nil, lines: [HealthLine]
    ) {
        self.createdAt = createdAt
        self.badLines = badLines
        self.problem = problem
        self.lines = lines
    }
}

package struct HealthLine: Codable, Sendable, Hashable {
    package var entry: HealthEntry
    package var verdict: HealthVerdict
    /// Values of the last reports, the oldest first, this one's last.
    package var trend: [Double]

    package init(entry: HealthEntry, verdict: HealthVerdict, trend: [Double]) {
        self.entry = entry
        self.verdict = verdict
        self.trend = trend
    }
}

package struct SettlementView: Codable, Sendable, Hashable {
    package var store: StoreID
    package var settlementID: String
    package var start: Timestamp?
    package var end: Timestamp?
    package var depositedAt: Timestamp?
    package var total: Money
    /// The lines' exact sum; nil when it could not be counted.
    package var sum: String?
    package var isBalanced: Bool
    package var lineCount: Int
    package var lines: [SettlementLine]

    package init(
        store: StoreID, settlementID: String, start: Timestamp? = nil, end: Timestamp? = nil,
        depositedAt: Timestamp? = nil, total: Money, sum: String?, isBalanced: Bool,
        lineCount: Int, lines: [SettlementLine] = []
    ) {
        self.store = store
        self.settlementID = settlementID
        self.start = start
        self.end = end
        self.depositedAt = depositedAt
        self.total = total
        self.sum = sum
        self.isBalanced = isBalanced
        self.lineCount = lineCount
        self.lines = lines
    }
}

package struct ReturnView: Codable, Sendable, Hashable {
    package var store: StoreID
    package var item: ReturnedItem
    /// Whether the desk holds the order that it belongs to.
    package var isOrderKnown: Bool

    package init(store: StoreID, item: ReturnedItem, isOrderKnown: Bool) {
        self.store = store
        self.item = item
        self.isOrderKnown = isOrderKnown
    }
}

package struct FeedbackView: Codable, Sendable, Hashable {
    package var store: StoreID
    package var feedback: SellerFeedback
    package var isOrderKnown: Bool

    package init(store: StoreID, feedback: SellerFeedback, isOrderKnown: Bool) {
        self.store = store
        self.feedback = feedback
        self.isOrderKnown = isOrderKnown
    }
}

package struct StockView: Codable, Sendable, Hashable {
    package var store: StoreID
    package var level: StockLevel
    package var seenAt: Timestamp

    package init(store: StoreID, level: StockLevel, seenAt: Timestamp) {
        self.store = store
        self.level = level
        self.seenAt = seenAt
    }
}

/// The books of one order as they were at `fetchedAt`; the platform's lag comes on top.
package struct FinancesView: Codable, Sendable, Hashable {
    package var finances: OrderFinances
    package var fetchedAt: Timestamp
    /// What went back to the buyer, as positive amounts by currency.
    package var refunds: [Money]
    /// How many hours the platform's books may lag behind the facts.
    package var lagHours: Int

    package init(finances: OrderFinances, fetchedAt: Timestamp) {
        self.finances = finances
        self.fetchedAt = fetchedAt
        refunds = finances.refunds
        lagHours = OrderFinances.lagHours
    }
}

package import HelpDesk
package import SwiftExtensions

/// How the accounts of the stores in scope are doing.
package struct ShowAccount: RemoteCall {
    package static let method = "account.show"
    package var store: StoreID?
    package init(store: StoreID? = nil) { self.store = store }

    package struct Reply: Codable, Sendable, Hashable {
        package var accounts: [AccountView]
        package init(accounts: [AccountView]) { self.accounts = accounts }
    }
}

/// Has topics of a store looked at now, in the background. A supervisor's act.
package struct RefreshAccount: RemoteCall {
    package static let method = "account.refresh"
    package typealias Reply = Done
    package var store: StoreID?
    /// Nil means all.
    package var topic: AccountTopic?
    package init(store: StoreID? = nil, topic: AccountTopic? = nil) {
        self.store = store
        self.topic = topic
    }
}

/// Settlements whose end lies in a span, the newest first. A supervisor's act.
package struct ListSettlements: RemoteCall {
    package static let method = "report.settlements"
    package var store: StoreID?
    /// Only the one with the platform's number.
    package var settlement: String?
    package var from: Timestamp?
    package var to: Timestamp?
    /// Whether the lines come along.
    package var withLines: Bool
    package init(
        store: StoreID? = nil, settlement: String? = nil, from: Timestamp? = nil,
        to: Timestamp? = nil, withLines: Bool = false
    ) {
        self.store = store
        self.settlement = settlement
        self.from = from
        self.to = to
        self.withLines = withLines
    }

    package struct Reply: Codable, Sendable, Hashable {
        package var settlements: [SettlementView]
        package var states: [AccountTask]
        package init(settlements: [SettlementView], states: [AccountTask]) {
            self.settlements = settlements
            self.states = states
        }
    }
}

/// Returns that buyers asked for in a span, the newest first.
package struct ListReturns: RemoteCall {
    package static let method = "report.returns"
    package var store: StoreID?
    package var order: OrderID?
    package var from: Timestamp?
    package var to: Timestamp?
    package init(
        store: StoreID? = nil, order: OrderID? = nil, from: Timestamp? = nil, to: Timestamp? = nil
    ) {
        self.store = store
        self.order = order
        self.from = from
        self.to = to
    }

    package struct Reply: Codable, Sendable, Hashable {
        package var returns: [ReturnView]
        package var states: [AccountTask]
        package init(returns: [ReturnView], states: [AccountTask]) {
            self.returns = returns
            self.states = states
        }
    }
}

/// Ratings that buyers gave in a span, the newest first.
package struct ListFeedback: RemoteCall {
    package static let method = "report.feedback"
    package var store: StoreID?
    package var from: Timestamp?
    package var to: Timestamp?
    package init(store: StoreID? = nil, from: Timestamp? = nil, to: Timestamp? = nil) {
        self.store = store
        self.from = from
        self.to = to
    }

    package struct Reply: Codable, Sendable, Hashable {
        package var feedback: [FeedbackView]
        package var states: [AccountTask]
        package init(feedback: [FeedbackView], states: [AccountTask]) {
            self.feedback = feedback
            self.states = states
        }
    }
}

/// Stock of the stores in scope, what is short first.
package struct ListStock: RemoteCall {
    package static let method = "inventory.list"
    package var store: StoreID?
    package var offset: Int
    package var limit: Int
    package init(store: StoreID? = nil, offset: Int = 0, limit: Int = 500) {
        self.store = store
        self.offset = offset
        self.limit = limit
    }

    package struct Reply: Codable, Sendable, Hashable {
        package var stock: [StockView]
        package var states: [AccountTask]
        package init(stock: [StockView], states: [AccountTask]) {
            self.stock = stock
            self.states = states
        }
    }
}

/// The money that moved for one order: from the last reading, or, asked to refresh or without one,
/// from the platform, which takes some seconds.
package struct ShowFinances: RemoteCall {
    package static let method = "order.finances"
    package typealias Reply = FinancesView
    package var order: OrderID
    package var store: StoreID?
    package var refresh: Bool
    package init(order: OrderID, store: StoreID? = nil, refresh: Bool = false) {
        self.order = order
        self.store = store
        self.refresh = refresh
    }
}

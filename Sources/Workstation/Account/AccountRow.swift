package import HelpDesk
import SwiftExtensions
package import Wire

/// The lists of an account that can be opened, in the order of their strip.
package enum AccountList: String, Hashable, Sendable, CaseIterable {
    case settlements, returns, ratings, stock

    /// The topics that say whether the list is complete.
    var topics: [AccountTopic] {
        switch self {
        case .settlements: [.settlement]
        case .returns: [.returns]
        case .ratings: [.feedback]
        case .stock: [.inventory, .listings]
        }
    }
}

/// A list of one store, as a line of the account pane stands for it.
package struct AccountTarget: Hashable, Sendable {
    package var store: StoreID
    package var list: AccountList
}

/// One row of an account's list.
package enum AccountRow: Hashable, Sendable {
    case returned(ReturnView)
    case rated(FeedbackView)
    case settled(SettlementView)
    /// A line with the head of its settlement.
    case line(SettlementView, SettlementLine)
    case stocked(StockView)

    var store: StoreID {
        switch self {
        case .returned(let view): view.store
        case .rated(let view): view.store
        case .settled(let view), .line(let view, _): view.store
        case .stocked(let view): view.store
        }
    }

    /// The order that the row is about.
    var order: OrderID? {
        switch self {
        case .returned(let view): view.item.order
        case .rated(let view): view.feedback.order
        case .line(_, let line): line.order
        case .settled, .stocked: nil
        }
    }
}

/// What the core answers to the calls of the lists.
package enum AccountAnswer: Hashable, Sendable {
    case rows([AccountRow], states: [AccountTask])
    case order(OrderView)
}

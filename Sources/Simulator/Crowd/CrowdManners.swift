package import HelpDesk
import SwiftExtensions

/// A store as the crowd sees it: where mail for it goes and what it has sold.
package struct CrowdShop: Sendable {
    package var store: StoreID
    /// Where the store receives mail.
    package var address: String
    package var orders: [SimulatedOrder]

    package init(store: StoreID, address: String, orders: [SimulatedOrder]) {
        self.store = store
        self.address = address
        self.orders = orders
    }
}

/// How lively the pretend buyers are.
package struct CrowdManners: Sendable, Hashable {
    /// Mean time between new inquiries of all shops, averaged over a day. Zero: nobody writes.
    package var inquiryEvery: Duration
    /// Mean time that a buyer takes to react to an answer; everything else keeps its proportion.
    package var reactionAfter: Duration
    /// Share of answers that a buyer reacts to.
    package var reactionShare: Double
    /// Share of buyers who write again when nobody answers.
    package var reminderShare: Double
    /// Share of replies that come back undeliverable.
    package var bounceShare: Double
    /// Share of replies that the platform confirms with a copy.
    package var confirmationShare: Double

    package init(
        inquiryEvery: Duration, reactionAfter: Duration, reactionShare: Double = 0.6,
        reminderShare: Double = 0.35, bounceShare: Double = 0.02, confirmationShare: Double = 0
    ) {
        self.inquiryEvery = inquiryEvery
        self.reactionAfter = reactionAfter
        self.reactionShare = reactionShare
        self.reminderShare = reminderShare
        self.bounceShare = bounceShare
        self.confirmationShare = confirmationShare
    }

    /// Weight of each hour of the day in UTC: buyers of all regions together are busiest in the
    /// evening of Europe and the day of America.
    static let hourWeights: [Double] = [
        1.0, 1.0, 0.9, 0.8, 0.6, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.1, 1.2, 1.1, 1.1, 1.1, 1.2, 1.3,
        1.4, 1.4, 1.3, 1.1, 0.8, 0.5,
    ]
}

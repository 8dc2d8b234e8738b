package import HelpDesk
package import SwiftExtensions

/// What an order allows now; the platform is asked unless it was within the last minute.
/// Errors: `orderNotFound`, `dispatchNoPlatform`, `platformRefused`.
package struct ListOrderActions: RemoteCall {
    package static let method = "order.actions"
    package typealias Reply = OrderOffers
    package var order: OrderID
    package var store: StoreID?
    package init(order: OrderID, store: StoreID? = nil) {
        self.order = order
        self.store = store
    }
}

/// Queues a typed message. The outcome is a reply, not an error, where the author must act.
/// The same message again, while an earlier one is on its way or was sent, is that earlier one.
package struct SendOrderMessage: RemoteCall {
    package static let method = "order.message"
    package var order: OrderID
    package var store: StoreID?
    package var ticket: TicketID?
    /// The platform's name, as `order.actions` lists it.
    package var action: String
    package var text: String?
    package var files: [DispatchUpload]
    package var coverage: CoveragePeriod?
    /// Rules whose warnings the author has confirmed one by one.
    package var confirmedRules: [String]

    package init(
        order: OrderID, store: StoreID? = nil, ticket: TicketID? = nil, action: String,
        text: String? = nil, files: [DispatchUpload] = [], coverage: CoveragePeriod? = nil,
        confirmedRules: [String] = []
    ) {
        self.order = order
        self.store = store
        self.ticket = ticket
        self.action = action
        self.text = text
        self.files = files
        self.coverage = coverage
        self.confirmedRules = confirmedRules
    }

    package enum Reply: Codable, Sendable, Hashable {
        case queued(DispatchView)
        case blocked([Finding])
        case unconfirmed([Finding])
    }
}

/// Queues the platform's own request for a review; the platform allows one per order.
package struct RequestReview: RemoteCall {
    package static let method = "order.solicit"
    package typealias Reply = DispatchView
    package var order: OrderID
    package var store: StoreID?
    package var ticket: TicketID?
    package init(order: OrderID, store: StoreID? = nil, ticket: TicketID? = nil) {
        self.order = order
        self.store = store
        self.ticket = ticket
    }
}

/// Queues the confirmation that a package has left. Without items everything that has not left yet
/// is in it; without a date it left now.
package struct ConfirmShipment: RemoteCall {
    package static let method = "order.ship"
    package typealias Reply = DispatchView
    package var order: OrderID
    package var store: StoreID?
    package var ticket: TicketID?
    package var carrierCode: String
    package var carrierName: String?
    package var shippingMethod: String?
    package var trackingNumber: String
    package var shippedAt: Timestamp?
    package var items: [ShippedItem]
    package var isCollectedOnDelivery: Bool

    package init(
        order: OrderID, store: StoreID? = nil, ticket: TicketID? = nil, carrierCode: String,
        carrierName: String? = nil, shippingMethod: String? = nil, trackingNumber: String,
        shippedAt: Timestamp? = nil, items: [ShippedItem] = [], isCollectedOnDelivery: Bool = false
    ) {
        self.order = order
        self.store = store
        self.ticket = ticket
        self.carrierCode = carrierCode
        self.carrierName = carrierName
        self.shippingMethod = shippingMethod
        self.trackingNumber = trackingNumber
        self.shippedAt = shippedAt
        self.items = items
        self.isCollectedOnDelivery = isCollectedOnDelivery
    }
}

/// A person's word on a dispatch: an `unknown` one stands on the platform (`sent`) or does not and
/// goes out again (`again`); a queued one is taken back (`withdrawn`). A refused one is tried once
/// more (`again`) or put away (`withdrawn`).
package struct SettleDispatch: RemoteCall {
    package static let method = "dispatch.settle"
    package typealias Reply = DispatchView

    package var dispatch: DispatchID
    package var decision: DispatchDecision
    package var reason: String
    package init(dispatch: DispatchID, decision: DispatchDecision, reason: String) {
        self.dispatch = dispatch
        self.decision = decision
        self.reason = reason
    }
}

/// Dispatches within scope, newest first.
package struct ListDispatches: RemoteCall {
    package static let method = "dispatch.list"
    /// Empty means queued, sending, refused and unknown.
    package var states: [DispatchState]
    package init(states: [DispatchState] = []) { self.states = states }

    package struct Reply: Codable, Sendable, Hashable {
        package var dispatches: [DispatchView]
        package init(dispatches: [DispatchView]) { self.dispatches = dispatches }
    }
}

package import HelpDesk

/// What a seller's authorisation lets the app see and do.
package enum PretendRole: String, Hashable, Sendable, CaseIterable {
    case buyerCommunication
    /// Gives buyers' addresses and relay mail on orders that the seller ships.
    case directToConsumer
    /// Lets the app ask buyers for reviews.
    case buyerSolicitation
    /// Lets the app confirm shipments.
    case shipmentConfirmation
    /// Account health and feedback reports.
    case sellingPartnerInsights
    /// Settlements and the books of orders.
    case financeAndAccounting
    /// Returns reports.
    case inventoryAndOrderTracking
    /// Quantities in the platform's warehouses.
    case amazonFulfillment
    /// Listings and their quantities.
    case productListing
}

/// A seller account in one region of the pretend platform.
package struct PretendSeller: Hashable, Sendable {
    package var sellerID: String
    package var storeName: String
    package var refreshToken: String
    package var marketplaces: [PretendMarketplace]
    package var roles: Set<PretendRole>
    package var hasSuspendedListings = false

    package init(
        sellerID: String, storeName: String, refreshToken: String,
        marketplaces: [PretendMarketplace], roles: Set<PretendRole> = Set(PretendRole.allCases)
    ) {
        self.sellerID = sellerID
        self.storeName = storeName
        self.refreshToken = refreshToken
        self.marketplaces = marketplaces
        self.roles = roles
    }
}

/// An order as the pretend platform holds it.
package struct SimulatedOrder: Hashable, Sendable {
    package var order: Order
    package var contact: OrderContact
    /// Names of the typed messages that the order allows; nil leaves it to the order's state.
    package var messagingActions: [String]?
    /// Typed messages that are on the list but shut, each with the reason that the platform shows.
    package var disabledActions: [String: String]
    /// What the platform knows of the buyer's language.
    package var buyerLocale: String?

    package init(
        order: Order, contact: OrderContact, messagingActions: [String]? = nil,
        disabledActions: [String: String] = [:], buyerLocale: String? = nil
    ) {
        self.order = order
        self.contact = contact
        self.messagingActions = messagingActions
        self.disabledActions = disabledActions
        self.buyerLocale = buyerLocale
    }

    /// What the order allows now.
    var allowedActions: [String] {
        if let messagingActions { return messagingActions }
        guard !order.isFulfilledByPlatform else { return [] }
        switch order.status {
        case .unshipped, .partiallyShipped: return ["confirmOrderDetails", "unexpectedProblem"]
        case .shipped: return ["confirmDeliveryDetails", "sendInvoice", "unexpectedProblem"]
        case .pending, .cancelled, .unfulfillable, .unknown: return []
        }
    }
}

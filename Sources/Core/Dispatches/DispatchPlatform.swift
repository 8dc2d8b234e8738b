package import ChannelAmazon
package import HelpDesk

/// What a platform offers for one order, apart from shipping.
package struct PlatformOffers: Sendable, Hashable {
    /// Typed messages; nil with `messagesFailure` when they could not be asked for.
    package var messages: [MessagingAction]?
    package var messagesFailure: SyncFailure?
    package var review: ReviewOffer?
    package var reviewFailure: SyncFailure?
    package var unknownNames: [String]
    package var locale: String?

    package init(
        messages: [MessagingAction]? = nil, messagesFailure: SyncFailure? = nil,
        review: ReviewOffer? = nil, reviewFailure: SyncFailure? = nil,
        unknownNames: [String] = [], locale: String? = nil
    ) {
        self.messages = messages
        self.messagesFailure = messagesFailure
        self.review = review
        self.reviewFailure = reviewFailure
        self.unknownNames = unknownNames
        self.locale = locale
    }
}

/// Where a store's typed messages, review requests and shipments go.
package protocol DispatchPlatform: Sendable {
    /// Platform's id of a marketplace.
    func marketplaceID(of code: MarketplaceCode) -> String?
    func messagingActions(
        of order: OrderID, _ marketplaceID: String
    ) async throws(SyncFailure) -> MessagingActions
    func buyerLocale(of order: OrderID, _ marketplaceID: String) async throws(SyncFailure)
        -> String?
    func reviewOffer(of order: OrderID, _ marketplaceID: String) async throws(SyncFailure)
        -> ReviewOffer
    /// Brings one file there; harmless until a message names it.
    func upload(
        _ file: UploadFile, for action: String, about order: OrderID, _ marketplaceID: String
    ) async throws(SyncFailure) -> String
    /// Each of these leaves at most once per call.
    func send(
        _ message: TypedMessage, about order: OrderID, _ marketplaceID: String
    ) async -> SendOutcome
    func requestReview(of order: OrderID, _ marketplaceID: String) async -> SendOutcome
    func confirm(
        _ shipment: ShipmentConfirmation, of order: OrderID, _ marketplaceID: String
    ) async -> SendOutcome
}

/// One store's dispatches over the Selling Partner API.
package struct AmazonDispatchPlatform: DispatchPlatform {
    private let client: SellingPartnerClient
    private let account: SellingPartnerAccount

    package init(client: SellingPartnerClient, account: SellingPartnerAccount) {
        self.client = client
        self.account = account
    }

    package func marketplaceID(of code: MarketplaceCode) -> String? {
        MarketplaceTable.standard.marketplace(code: code)?.id
    }

    package func messagingActions(
        of order: OrderID, _ marketplaceID: String
    ) async throws(SyncFailure) -> MessagingActions {
        try await client.messagingActions(of: order, marketplaceID: marketplaceID, for: account)
    }

    package func buyerLocale(
        of order: OrderID, _ marketplaceID: String
    ) async throws(SyncFailure) -> String? {
        try await client.buyerLocale(of: order, marketplaceID: marketplaceID, for: account)
    }

    package func reviewOffer(
        of order: OrderID, _ marketplaceID: String
    ) async throws(SyncFailure) -> ReviewOffer {
        try await client.reviewOffer(of: order, marketplaceID: marketplaceID, for: account)
    }

    package func upload(
        _ file: UploadFile, for action: String, about order: OrderID, _ marketplaceID: String
    ) async throws(SyncFailure) -> String {
        try await client.upload(
            file, for: action, about: order, marketplaceID: marketplaceID, account: account)
    }

    package func send(
        _ message: TypedMessage, about order: OrderID, _ marketplaceID: String
    ) async -> SendOutcome {
        await client.send(message, about: order, marketplaceID: marketplaceID, for: account)
    }

    package func requestReview(of order: OrderID, _ marketplaceID: String) async -> SendOutcome {
        await client.requestReview(of: order, marketplaceID: marketplaceID, for: account)
    }

    package func confirm(
        _ shipment: ShipmentConfirmation, of order: OrderID, _ marketplaceID: String
    ) async -> SendOutcome {
        await client.confirm(shipment, of: order, marketplaceID: marketplaceID, for: account)
    }
}

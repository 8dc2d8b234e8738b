package import HelpDesk

/// One seller account in one region: where its calls go and what opens the door.
package struct SellingPartnerAccount: Sendable {
    package var store: StoreID
    /// The regional endpoint, without a path.
    package var endpoint: PlatformEndpoint
    package var refreshToken: Secret

    package init(store: StoreID, endpoint: PlatformEndpoint, refreshToken: Secret) {
        self.store = store
        self.endpoint = endpoint
        self.refreshToken = refreshToken
    }
}

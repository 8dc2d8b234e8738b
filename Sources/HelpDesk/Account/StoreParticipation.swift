/// A marketplace that a store's account sells in, or did.
package struct StoreParticipation: Hashable, Sendable, Codable {
    package var marketplaceID: String
    package var name: String
    package var countryCode: String
    package var storeName: String?
    package var isParticipating: Bool
    package var hasSuspendedListings: Bool

    package init(
        marketplaceID: String, name: String, countryCode: String, storeName: String? = nil,
        isParticipating: Bool, hasSuspendedListings: Bool
    ) {
        self.marketplaceID = marketplaceID
        self.name = name
        self.countryCode = countryCode
        self.storeName = storeName
        self.isParticipating = isParticipating
        self.hasSuspendedListings = hasSuspendedListings
    }
}

/// All marketplaces of a store's account, and what the account is.
package struct StoreParticipations: Hashable, Sendable, Codable {
    package var store: StoreID
    package var marketplaces: [StoreParticipation]
    /// The platform's words, such as `PRIVATE_LIMITED` and `PROFESSIONAL`; nil when not told.
    package var businessType: String?
    package var sellingPlan: String?

    package init(
        store: StoreID, marketplaces: [StoreParticipation], businessType: String? = nil,
        sellingPlan: String? = nil
    ) {
        self.store = store
        self.marketplaces = marketplaces
        self.businessType = businessType
        self.sellingPlan = sellingPlan
    }
}

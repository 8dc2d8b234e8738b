package import HelpDesk

/// One seller account in one region: where its calls go and what opens the door.
package struct SellingPartnerAccount: Sendable {
    package var store: StoreID
    /// The regional endpoint, without a path.
    package var endpoint: PlatformEndpoint
    package var refreshToken: Secret
    /// `na`, `eu` or `fe`; empty in tests that know one region only.
    package var region: String
    /// The store in whose name the rates of this seller account are counted; another one than
    /// `store` where several stores share an account.
    package var budgetOwner: StoreID

    package init(
        store: StoreID, endpoint: PlatformEndpoint, refreshToken: Secret, region: String = "",
        budgetOwner: StoreID? = nil
    ) {
        self.store = store
        self.endpoint = endpoint
        self.refreshToken = refreshToken
        self.region = region
        self.budgetOwner = budgetOwner ?? store
    }

    /// Whose rate a call of this account spends.
    package func budget(_ operation: String) -> BudgetKey {
        BudgetKey(store: budgetOwner, region: region, operation: operation)
    }
}

package import ChannelAmazon
package import HelpDesk

/// What a store's account tells beside messages and orders.
package protocol AccountPlatform: Sendable {
    /// Platform's ids of the store's marketplaces.
    var marketplaceIDs: [String] { get }
    /// Country of the first of them, which settles how reports write dates.
    var countryCode: String { get }
    func participations() async throws(SyncFailure) -> StoreParticipations
    func createReport(_ order: ReportOrder) async throws(SyncFailure) -> String
    func report(_ id: String) async throws(SyncFailure) -> PlatformReport
    func reports(_ search: ReportSearch) async throws(SyncFailure) -> PlatformReportPage
    func document(_ id: String) async throws(SyncFailure) -> ReportDocument
    func finances(of order: OrderID) async throws(SyncFailure) -> OrderFinances
    func warehouseStock(marketplaceID: String) async throws(SyncFailure) -> StockAnswer
    func ownStock(marketplaceID: String) async throws(SyncFailure) -> StockAnswer
}

/// One store's account at the Selling Partner API.
package struct AmazonAccountPlatform: AccountPlatform {
    private let client: SellingPartnerClient
    private let account: SellingPartnerAccount
    private let sellerID: String
    package let marketplaceIDs: [String]
    package let countryCode: String

    package init(
        client: SellingPartnerClient, account: SellingPartnerAccount, sellerID: String,
        marketplaceIDs: [String], countryCode: String
    ) {
        self.client = client
        self.account = account
        self.sellerID = sellerID
        self.marketplaceIDs = marketplaceIDs
        self.countryCode = countryCode
    }

    /// The account's kind and marketplaces. getAccount holds both; where an app may not call it the
    /// list of marketplaces has to do.
    package func participations() async throws(SyncFailure) -> StoreParticipations {
        do {
            let found = try await client.sellerAccount(for: account)
            return StoreParticipations(
                store: account.store, marketplaces: found.marketplaces.map(StoreParticipation.init),
                businessType: found.businessType, sellingPlan: found.sellingPlan)
        } catch let failure
            where failure.errorClass == .permissionMissing || failure.errorClass == .schemaDrift
        {
            let found = try await client.marketplaceParticipations(for: account)
            return StoreParticipations(
                store: account.store, marketplaces: found.map(StoreParticipation.init))
        }
    }

    package func createReport(_ order: ReportOrder) async throws(SyncFailure) -> String {
        try await client.createReport(order, for: account)
    }

    package func report(_ id: String) async throws(SyncFailure) -> PlatformReport {
        try await client.report(id, for: account)
    }

    package func reports(_ search: ReportSearch) async throws(SyncFailure) -> PlatformReportPage {
        try await client.reports(search, for: account)
    }

    package func document(_ id: String) async throws(SyncFailure) -> ReportDocument {
        try await client.reportDocument(id, for: account)
    }

    package func finances(of order: OrderID) async throws(SyncFailure) -> OrderFinances {
        try await client.finances(of: order, for: account)
    }

    package func warehouseStock(marketplaceID: String) async throws(SyncFailure) -> StockAnswer {
        try await client.warehouseStock(marketplaceID: marketplaceID, for: account)
    }

    package func ownStock(marketplaceID: String) async throws(SyncFailure) -> StockAnswer {
        try await client.ownStock(
            sellerID: sellerID, marketplaceID: marketplaceID, for: account)
    }
}

extension StoreParticipation {
    fileprivate init(_ found: MarketplaceParticipation) {
        self.init(
            marketplaceID: found.marketplaceID, name: found.name, countryCode: found.countryCode,
            storeName: found.storeName, isParticipating: found.isParticipating,
            hasSuspendedListings: found.hasSuspendedListings)
    }
}

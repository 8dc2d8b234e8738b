package import SwiftExtensions

/// How many pieces of a product there are, as the platform counts them. Read only.
package struct StockLevel: Hashable, Sendable, Codable {
    package enum Keeper: String, Codable, Sendable, CaseIterable {
        /// The platform's warehouses.
        case platform
        /// The seller's own.
        case seller
    }

    package var marketplaceID: String
    package var sku: String
    package var keeper: Keeper
    package var asin: String?
    package var title: String?
    /// What can be sold now.
    package var available: Int
    package var inbound: Int
    package var reserved: Int
    package var researching: Int
    package var unfulfillable: Int
    /// The platform's own time of the number.
    package var updatedAt: Timestamp?

    package init(
        marketplaceID: String, sku: String, keeper: Keeper, asin: String? = nil,
        title: String? = nil, available: Int, inbound: Int = 0, reserved: Int = 0,
        researching: Int = 0, unfulfillable: Int = 0, updatedAt: Timestamp? = nil
    ) {
        self.marketplaceID = marketplaceID
        self.sku = sku
        self.keeper = keeper
        self.asin = asin
        self.title = title
        self.available = available
        self.inbound = inbound
        self.reserved = reserved
        self.researching = researching
        self.unfulfillable = unfulfillable
        self.updatedAt = updatedAt
    }
}

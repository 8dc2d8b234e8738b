/// What the desk needs to know of a configured store. Secrets are not among it.
package struct StoreProfile: Hashable, Sendable, Codable {
    package var id: StoreID
    package var channel: String
    package var sellerID: String
    package var region: String
    package var marketplaces: [MarketplaceCode]
    package var mailbox: MailboxName?
    /// Where the platform sends this store's mail.
    package var address: String?

    package init(
        id: StoreID, channel: String, sellerID: String, region: String,
        marketplaces: [MarketplaceCode], mailbox: MailboxName?, address: String?
    ) {
        self.id = id
        self.channel = channel
        self.sellerID = sellerID
        self.region = region
        self.marketplaces = marketplaces
        self.mailbox = mailbox
        self.address = address
    }
}

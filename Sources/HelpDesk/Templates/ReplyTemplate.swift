/// A stored answer with variables (helpdesk section 10.1).
package struct ReplyTemplate: Hashable, Sendable, Codable {
    package var key: TemplateKey
    package var title: String
    package var language: LanguageCode
    package var category: InquiryCategory
    /// Stores it may be used in; empty for all.
    package var stores: [StoreID]
    /// Marketplaces it may be used on; empty for all.
    package var marketplaces: [MarketplaceCode]
    package var body: String
    package var version: Int

    package init(
        key: TemplateKey, title: String, language: LanguageCode, category: InquiryCategory,
        stores: [StoreID] = [], marketplaces: [MarketplaceCode] = [], body: String,
        version: Int = 1
    ) {
        self.key = key
        self.title = title
        self.language = language
        self.category = category
        self.stores = stores
        self.marketplaces = marketplaces
        self.body = body
        self.version = version
    }

    /// Whether an answer of `store` on `marketplace` may use it. Nil is an unknown marketplace,
    /// which only templates for all marketplaces fit.
    package func applies(to store: StoreID, on marketplace: MarketplaceCode?) -> Bool {
        guard stores.isEmpty || stores.contains(store) else { return false }
        guard !marketplaces.isEmpty else { return true }
        return marketplace.map(marketplaces.contains) ?? false
    }

    /// The names of the variables in the body, in order, each once. Empty if it does not parse.
    package var variables: [String] {
        var parser = TemplateParser(body)
        guard (try? parser.parse()) != nil else { return [] }
        var seen: Set<String> = []
        return parser.uses.map(\.name).filter { seen.insert($0).inserted }
    }
}

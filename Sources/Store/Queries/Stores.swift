import GRDB
package import HelpDesk

extension ReadTransaction {
    /// All configured stores, by name.
    package func stores() throws -> [StoreProfile] {
        try stores("ORDER BY id", [])
    }

    /// One store; nil when it is not configured.
    package func store(_ id: StoreID) throws -> StoreProfile? {
        try stores("WHERE id = ?", [id.rawValue]).first
    }

    private func stores(_ rest: String, _ values: [Binding]) throws -> [StoreProfile] {
        try db.all(
            "SELECT id, channel, seller_id, region, mailbox, address FROM store \(rest)", values
        ) { fields in
            let id: StoreID = try fields.name()
            return StoreProfile(
                id: id, channel: try fields.text(), sellerID: try fields.text(),
                region: try fields.text(), marketplaces: try marketplaces(of: id),
                mailbox: try fields.optionalName(), address: try fields.optionalText())
        }
    }

    private func marketplaces(of store: StoreID) throws -> [MarketplaceCode] {
        try db.all(
            "SELECT marketplace FROM store_marketplace WHERE store = ? ORDER BY position",
            [store.rawValue]
        ) { try $0.name() }
    }

    /// All templates, by key.
    package func templates() throws -> [TemplateRecord] {
        try templates("ORDER BY key", [])
    }

    /// One template; nil when there is none of that key.
    package func template(_ key: TemplateKey) throws -> TemplateRecord? {
        try templates("WHERE key = ?", [key.rawValue]).first
    }

    private func templates(_ rest: String, _ values: [Binding]) throws -> [TemplateRecord] {
        try db.all(
            "SELECT key, title, language, category, body, version FROM template \(rest)", values
        ) { fields in
            TemplateRecord(
                key: try fields.name(), title: try fields.text(), language: try fields.name(),
                category: try fields.word(), body: try fields.text(),
                version: try fields.count())
        }
    }
}

package import SwiftExtensions

/// One text of a template. Once written it never changes; a correction is the next version
/// (helpdesk section 10.1).
package struct TemplateVersion: Hashable, Sendable, Codable {
    package var key: TemplateKey
    /// From 1, without gaps.
    package var number: Int
    package var title: String
    package var language: LanguageCode
    package var category: InquiryCategory
    package var body: String
    /// Stores it may be used in; empty for all.
    package var stores: [StoreID]
    /// Marketplaces it may be used on; empty for all.
    package var marketplaces: [MarketplaceCode]
    /// Where the order must stand for it to be true; empty for anywhere.
    package var orderStates: [OrderStanding]
    /// The group whose people may use it; nil for everybody.
    package var group: GroupID?
    /// What it says in another language, or for another marketplace.
    package var origin: TemplateOrigin?
    /// Nil for what came with the desk's own folder of templates.
    package var author: PersonID?
    package var at: Timestamp

    package init(
        key: TemplateKey, number: Int, title: String, language: LanguageCode,
        category: InquiryCategory, body: String, stores: [StoreID] = [],
        marketplaces: [MarketplaceCode] = [], orderStates: [OrderStanding] = [],
        group: GroupID? = nil, origin: TemplateOrigin? = nil, author: PersonID? = nil,
        at: Timestamp
    ) {
        self.key = key
        self.number = number
        self.title = title
        self.language = language
        self.category = category
        self.body = body
        self.stores = stores
        self.marketplaces = marketplaces
        self.orderStates = orderStates
        self.group = group
        self.origin = origin
        self.author = author
        self.at = at
    }

    /// Whether it says the same as another version, whoever wrote them and when.
    package func saysTheSame(as other: TemplateVersion) -> Bool {
        var other = other
        (other.number, other.author, other.at) = (number, author, at)
        other.origin?.number = origin?.number ?? 0
        return self == other
    }

    /// A body in its one form: cleaned, and without empty lines at its end.
    package static func body(_ text: String) -> String {
        var text = Substring(CleanText.clean(text))
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }

    /// What letters need of it.
    package var record: TemplateRecord {
        TemplateRecord(
            key: key, title: title, language: language, category: category, body: body,
            version: number)
    }
}

/// The template that another one was made from, and its version at that time.
package struct TemplateOrigin: Hashable, Sendable, Codable {
    package var key: TemplateKey
    package var number: Int

    package init(key: TemplateKey, number: Int) {
        self.key = key
        self.number = number
    }
}

extension ReplyTemplate {
    /// The letter of a version.
    package init(_ version: TemplateVersion) {
        self.init(
            key: version.key, title: version.title, language: version.language,
            category: version.category, stores: version.stores,
            marketplaces: version.marketplaces, body: version.body, version: version.number)
    }
}

/// Hours of the day in the desk's zone, the last one excluded; a span may pass midnight.
package struct HourSpan: Hashable, Sendable, Codable {
    package var from: Int
    package var until: Int

    package init(from: Int, until: Int) {
        self.from = from
        self.until = until
    }

    package func contains(_ hour: Int) -> Bool {
        from < until ? hour >= from && hour < until : hour >= from || hour < until
    }
}

/// What must hold of a ticket. An empty list holds for all; conditions are joined by "and".
package struct RoutingCondition: Hashable, Sendable, Codable {
    package var stores: [StoreID]
    package var marketplaces: [MarketplaceCode]
    package var categories: [InquiryCategory]
    package var languages: [LanguageCode]
    package var priorities: [TicketPriority]
    package var hours: HourSpan?

    package init(
        stores: [StoreID] = [], marketplaces: [MarketplaceCode] = [],
        categories: [InquiryCategory] = [], languages: [LanguageCode] = [],
        priorities: [TicketPriority] = [], hours: HourSpan? = nil
    ) {
        self.stores = stores
        self.marketplaces = marketplaces
        self.categories = categories
        self.languages = languages
        self.priorities = priorities
        self.hours = hours
    }

    package func holds(for subject: RoutingSubject) -> Bool {
        let isPlace =
            Self.allows(stores, subject.store)
            && (marketplaces.isEmpty || subject.marketplace.map(marketplaces.contains) ?? false)
        return isPlace && Self.allows(categories, subject.category)
            && Self.allows(languages, subject.language)
            && Self.allows(priorities, subject.priority)
            && (hours?.contains(subject.hour) ?? true)
    }

    private static func allows<Value: Equatable>(_ list: [Value], _ value: Value) -> Bool {
        list.isEmpty || list.contains(value)
    }
}

/// One line of the ordered rules: when it holds, the first one with a group or an agent says where
/// the ticket goes; tags are those of all that hold (helpdesk section 7.1).
package struct RoutingRule: Hashable, Sendable, Codable {
    /// Unique among the rules of a version.
    package var name: String
    package var condition: RoutingCondition
    package var group: GroupID?
    package var required: [AgentSkill]
    package var preferred: [AgentSkill]
    package var designated: PersonID?
    package var priority: TicketPriority?
    package var tags: [String]
    package var isActive: Bool

    package init(
        name: String, condition: RoutingCondition = RoutingCondition(), group: GroupID? = nil,
        required: [AgentSkill] = [], preferred: [AgentSkill] = [], designated: PersonID? = nil,
        priority: TicketPriority? = nil, tags: [String] = [], isActive: Bool = true
    ) {
        self.name = name
        self.condition = condition
        self.group = group
        self.required = required
        self.preferred = preferred
        self.designated = designated
        self.priority = priority
        self.tags = tags
        self.isActive = isActive
    }
}

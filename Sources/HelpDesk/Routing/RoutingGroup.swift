/// How a group picks somebody among those who are eligible (helpdesk section 7.5).
package enum RoutingStrategy: String, Codable, Sendable, CaseIterable {
    case roundRobin = "round-robin"
    case leastLoaded = "least-loaded"
    case balanced, manual
}

/// A team that shares work (helpdesk section 7.1). Empty lists of stores, categories and languages
/// mean all of them.
package struct RoutingGroup: Hashable, Sendable, Codable {
    package var id: GroupID
    package var name: String
    package var stores: [StoreID]
    package var categories: [InquiryCategory]
    package var languages: [LanguageCode]
    package var members: [PersonID]
    /// Who is told when time runs out, and gets what came back three times; the first present one.
    package var leads: [PersonID]
    /// Who stands in for a rule's designated agent, in this order.
    package var deputies: [PersonID]
    /// Name of the calendar of its hours; members may have their own. Nil means always.
    package var calendar: String?
    package var strategy: RoutingStrategy
    /// Groups that help out when time runs short, in this order.
    package var overflow: [GroupID]
    /// Whether its people work with a translation, so that a language may be relaxed.
    package var translates: Bool
    package var isActive: Bool
    /// Whether only the owner of a ticket, a lead, or whoever took the answer over with a reason may
    /// answer it (helpdesk section 8.3); nil for no.
    package var ownersOnly: Bool?

    package init(
        id: GroupID, name: String, stores: [StoreID] = [], categories: [InquiryCategory] = [],
        languages: [LanguageCode] = [], members: [PersonID] = [], leads: [PersonID] = [],
        deputies: [PersonID] = [], calendar: String? = nil,
        strategy: RoutingStrategy = .manual, overflow: [GroupID] = [], translates: Bool = false,
        isActive: Bool = true
    ) {
        self.id = id
        self.name = name
        self.stores = stores
        self.categories = categories
        self.languages = languages
        self.members = members
        self.leads = leads
        self.deputies = deputies
        self.calendar = calendar
        self.strategy = strategy
        self.overflow = overflow
        self.translates = translates
        self.isActive = isActive
    }

    /// Whether the group is there for such a ticket when no rule says where it goes.
    package func covers(_ subject: RoutingSubject) -> Bool {
        isActive && (stores.isEmpty || stores.contains(subject.store))
            && (categories.isEmpty || categories.contains(subject.category))
            && (languages.isEmpty || languages.contains(subject.language))
    }
}

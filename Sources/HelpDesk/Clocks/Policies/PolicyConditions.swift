/// When a policy is for a debt. An empty list asks for nothing; all that are not empty must hold.
package struct PolicyConditions: Hashable, Sendable {
    package var stores: [StoreID] = []
    package var marketplaces: [MarketplaceCode] = []
    package var kinds: [MessageKind] = []
    package var categories: [InquiryCategory] = []
    package var priorities: [TicketPriority] = []
    package var languages: [LanguageCode] = []
    package var fulfilments: [PolicyFacts.Fulfilment] = []
    /// At least one of them.
    package var flags: [PolicyFacts.Flag] = []
    package var value: ValueBand?
    /// Local times of the policy's calendar in which the message came.
    package var hours: [OpenSpan] = []

    package init() {}

    /// One condition by name, as explanations and documents call it.
    package enum Name: String, Codable, Sendable, CaseIterable {
        case stores, marketplaces, kinds, categories, priorities, languages, fulfilments, flags,
            value, hours
    }

    /// The conditions that hold, or nil when one does not. `minute` is the local time of the
    /// message, in minutes after midnight.
    package func matched(by facts: PolicyFacts, minute: Int) -> [Name]? {
        var names: [Name] = []
        func holds(_ name: Name, _ isEmpty: Bool, _ isMet: Bool) -> Bool {
            if !isEmpty { names.append(name) }
            return isEmpty || isMet
        }
        let market = facts.marketplace.map { marketplaces.contains($0) } ?? false
        let fulfilment = facts.fulfilment.map { fulfilments.contains($0) } ?? false
        guard holds(.stores, stores.isEmpty, stores.contains(facts.store)),
            holds(.marketplaces, marketplaces.isEmpty, market),
            holds(.kinds, kinds.isEmpty, kinds.contains(facts.kind)),
            holds(.categories, categories.isEmpty, categories.contains(facts.category)),
            holds(.priorities, priorities.isEmpty, priorities.contains(facts.priority)),
            holds(.languages, languages.isEmpty, languages.contains(facts.language)),
            holds(.fulfilments, fulfilments.isEmpty, fulfilment),
            holds(.flags, flags.isEmpty, flags.contains { facts.flags.contains($0) }),
            holds(.value, value == nil, value?.contains(facts.value) ?? false),
            holds(.hours, hours.isEmpty, hours.contains { $0.covers(minute: minute) })
        else { return nil }
        return names
    }
}

/// Orders worth something, in one currency.
package struct ValueBand: Hashable, Sendable, Codable {
    package var currency: String
    /// Nil for no lower end.
    package var from: String?
    /// The first amount that is too much; nil for no upper end.
    package var below: String?

    package init(currency: String, from: String?, below: String?) {
        self.currency = currency
        self.from = from
        self.below = below
    }

    func contains(_ money: Money?) -> Bool {
        guard let money, money.currency == currency, let amount = ExactAmount(money.amount) else {
            return false
        }
        if let from = from.flatMap(ExactAmount.init), amount < from { return false }
        if let below = below.flatMap(ExactAmount.init), !(amount < below) { return false }
        return true
    }

    /// Both ends are amounts, where there are any.
    var isReadable: Bool {
        [from, below].allSatisfy { $0 == nil || $0.flatMap(ExactAmount.init) != nil }
            && currency.utf8.count == 3 && currency.utf8.allSatisfy { (65...90).contains($0) }
    }
}

extension OpenSpan {
    /// Whether a local time lies in the span, over midnight too.
    func covers(minute: Int) -> Bool {
        (opens..<end).contains(minute) || (opens..<end).contains(minute + 1440)
    }
}

// Documents leave out what is empty.
extension PolicyConditions: Codable {
    private enum CodingKeys: String, CodingKey {
        case stores, marketplaces, kinds, categories, priorities, languages, fulfilments, flags,
            value, hours
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func list<Value: Decodable>(_ key: CodingKeys) throws -> [Value] {
            try container.decodeIfPresent([Value].self, forKey: key) ?? []
        }
        stores = try list(.stores)
        marketplaces = try list(.marketplaces)
        kinds = try list(.kinds)
        categories = try list(.categories)
        priorities = try list(.priorities)
        languages = try list(.languages)
        fulfilments = try list(.fulfilments)
        flags = try list(.flags)
        value = try container.decodeIfPresent(ValueBand.self, forKey: .value)
        hours = try list(.hours)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        func put<Value: Encodable>(_ list: [Value], _ key: CodingKeys) throws {
            if !list.isEmpty { try container.encode(list, forKey: key) }
        }
        try put(stores, .stores)
        try put(marketplaces, .marketplaces)
        try put(kinds, .kinds)
        try put(categories, .categories)
        try put(priorities, .priorities)
        try put(languages, .languages)
        try put(fulfilments, .fulfilments)
        try put(flags, .flags)
        try container.encodeIfPresent(value, forKey: .value)
        try put(hours, .hours)
    }
}

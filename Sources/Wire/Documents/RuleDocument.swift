import FoundationEssentials
package import HelpDesk

/// The rules as people keep them in a file: names of groups and Unix users instead of numbers.
package struct RuleDocument: Codable, Hashable, Sendable {
    package struct Hours: Codable, Hashable, Sendable {
        package var from: Int
        package var until: Int
    }

    package var name: String
    package var stores: [String]?
    package var marketplaces: [String]?
    package var categories: [InquiryCategory]?
    package var languages: [String]?
    package var priorities: [TicketPriority]?
    package var hours: Hours?
    package var group: String?
    package var required: [AgentSkill]?
    package var preferred: [AgentSkill]?
    package var designated: String?
    package var priority: TicketPriority?
    package var tags: [String]?
    package var off: Bool?

    package init(_ rule: RoutingRule, _ names: RoutingDiff.Names) {
        let condition = rule.condition
        name = rule.name
        stores = Self.filled(condition.stores.map(\.rawValue))
        marketplaces = Self.filled(condition.marketplaces.map(\.rawValue))
        categories = Self.filled(condition.categories)
        languages = Self.filled(condition.languages.map(\.rawValue))
        priorities = Self.filled(condition.priorities)
        hours = condition.hours.map { Hours(from: $0.from, until: $0.until) }
        group = rule.group.map(names.group)
        required = Self.filled(rule.required)
        preferred = Self.filled(rule.preferred)
        designated = rule.designated.map(names.person)
        priority = rule.priority
        tags = Self.filled(rule.tags)
        off = rule.isActive ? nil : true
    }

    private static func filled<Value>(_ values: [Value]) -> [Value]? {
        values.isEmpty ? nil : values
    }

    /// The rule with numbers. Throws `groupNotFound` and `personNotFound`.
    package func rule(_ names: RoutingDiff.Names) throws(DeskError) -> RoutingRule {
        let known = names.groups.first { $0.value == group }?.key
        if let group, known == nil { throw DeskError(.groupNotFound, ["group": group]) }
        let person = names.people.first { $0.value == designated }?.key
        if let designated, person == nil {
            throw DeskError(.personNotFound, ["person": designated])
        }
        let condition = RoutingCondition(
            stores: (stores ?? []).map { StoreID($0) },
            marketplaces: (marketplaces ?? []).map { MarketplaceCode($0) },
            categories: categories ?? [], languages: (languages ?? []).map { LanguageCode($0) },
            priorities: priorities ?? [],
            hours: hours.map { HourSpan(from: $0.from, until: $0.until) })
        return RoutingRule(
            name: name, condition: condition, group: known, required: required ?? [],
            preferred: preferred ?? [], designated: person, priority: priority, tags: tags ?? [],
            isActive: off != true)
    }

    /// Reads a list of rules. Throws `badRequest` with what is wrong in the detail.
    package static func read(_ bytes: [UInt8]) throws(DeskError) -> [RuleDocument] {
        do {
            return try JSONDecoder().decode([RuleDocument].self, from: Data(bytes))
        } catch {
            throw DeskError(.badRequest, ["field": "rules"], detail: "\(error)")
        }
    }
}

/// What changed between two versions, field by field, in the words of the configuration.
package enum RoutingDiff {
    package struct Line: Hashable, Sendable {
        /// Name of the rule, or of the group or person.
        package var subject: String
        package var field: String
        /// Empty for what was not there.
        package var before: String
        package var after: String
    }

    /// Names of people and groups, as the reader knows them.
    package struct Names: Sendable {
        package var people: [PersonID: String]
        package var groups: [GroupID: String]

        package init(people: [PersonID: String], groups: [GroupID: String]) {
            self.people = people
            self.groups = groups
        }

        package func person(_ id: PersonID) -> String { people[id] ?? "#\(id.rawValue)" }
        package func group(_ id: GroupID) -> String { groups[id] ?? "#\(id.rawValue)" }
    }

    package static func lines(
        from before: RoutingGroup?, to after: RoutingGroup, _ names: Names
    ) -> [Line] {
        compare(before.map { fields($0, names) } ?? [], fields(after, names), after.name)
    }

    package static func lines(
        from before: AgentProfile?, to after: AgentProfile, _ names: Names
    ) -> [Line] {
        compare(before.map(fields) ?? [], fields(after), names.person(after.person))
    }

    /// Rules that came, went, changed or moved, in the new order; those that went stand last.
    package static func lines(
        from before: [RoutingRule], to after: [RoutingRule], _ names: Names
    ) -> [Line] {
        let kept = before.filter { old in after.contains { $0.name == old.name } }.map(\.name)
        let order = after.map(\.name).filter(kept.contains)
        var lines = after.flatMap { rule -> [Line] in
            let old = before.first { $0.name == rule.name }
            let changes = compare(
                old.map { fields($0, names) } ?? [], fields(rule, names), rule.name)
            guard let place = kept.firstIndex(of: rule.name),
                let now = order.firstIndex(of: rule.name), place != now
            else { return changes }
            return [
                Line(
                    subject: rule.name, field: "position", before: String(place + 1),
                    after: String(now + 1))
            ] + changes
        }
        for rule in before where !kept.contains(rule.name) {
            lines += compare(fields(rule, names), [], rule.name)
        }
        return lines
    }

    /// The fields of a group that say something, for lists.
    package static func fields(_ group: RoutingGroup, _ names: Names) -> [(String, String)] {
        filled([
            ("name", group.name), ("stores", joined(group.stores)),
            ("categories", joined(group.categories)), ("languages", joined(group.languages)),
            ("members", joined(group.members.map(names.person))),
            ("leads", joined(group.leads.map(names.person))),
            ("deputies", joined(group.deputies.map(names.person))),
            ("calendar", group.calendar ?? ""), ("strategy", group.strategy.rawValue),
            ("overflow", joined(group.overflow.map(names.group))),
            ("translates", group.translates ? "yes" : ""),
            ("owners_only", group.ownersOnly == true ? "yes" : ""),
            ("closed", group.isActive ? "" : "yes"),
        ])
    }

    package static func fields(_ rule: RoutingRule, _ names: Names) -> [(String, String)] {
        let condition = rule.condition
        return filled([
            ("stores", joined(condition.stores)),
            ("marketplaces", joined(condition.marketplaces)),
            ("categories", joined(condition.categories)),
            ("languages", joined(condition.languages)),
            ("priorities", joined(condition.priorities)),
            ("hours", condition.hours.map { "\($0.from)-\($0.until)" } ?? ""),
            ("group", rule.group.map(names.group) ?? ""),
            ("required", joined(rule.required)), ("preferred", joined(rule.preferred)),
            ("designated", rule.designated.map(names.person) ?? ""),
            ("priority", rule.priority?.rawValue ?? ""), ("tags", joined(rule.tags)),
            ("off", rule.isActive ? "" : "yes"),
        ])
    }

    package static func fields(_ profile: AgentProfile) -> [(String, String)] {
        filled([
            ("skills", joined(profile.skills)), ("cap", "\(profile.cap)"),
            ("weight", String(profile.weight)), ("calendar", profile.calendar ?? ""),
        ])
    }

    private static func compare(
        _ before: [(String, String)], _ after: [(String, String)], _ subject: String
    ) -> [Line] {
        let old = Dictionary(before, uniquingKeysWith: { first, _ in first })
        let new = Dictionary(after, uniquingKeysWith: { first, _ in first })
        var keys = after.map(\.0)
        keys += before.map(\.0).filter { !keys.contains($0) }
        return keys.filter { old[$0] != new[$0] }.map {
            Line(subject: subject, field: $0, before: old[$0] ?? "", after: new[$0] ?? "")
        }
    }

    private static func filled(_ fields: [(String, String)]) -> [(String, String)] {
        fields.filter { !$0.1.isEmpty }
    }

    private static func joined(_ texts: [String]) -> String { texts.joined(separator: ", ") }
    private static func joined(_ names: [some DeskName]) -> String {
        joined(names.map(\.rawValue))
    }
    private static func joined<Word: RawRepresentable<String>>(_ words: [Word]) -> String {
        joined(words.map(\.rawValue))
    }
    private static func joined(_ skills: [AgentSkill]) -> String {
        joined(skills.map { "\($0.name):\($0.level)" })
    }
}

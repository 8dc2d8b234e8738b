/// All that routing is told: groups and one version of the ordered rules.
package struct RoutingBook: Hashable, Sendable {
    package var groups: [RoutingGroup]
    package var rules: [RoutingRule]
    /// 0 when nobody has written rules.
    package var version: Int

    package init(groups: [RoutingGroup] = [], rules: [RoutingRule] = [], version: Int = 0) {
        self.groups = groups.sorted { $0.id < $1.id }
        self.rules = rules
        self.version = version
    }

    /// Without groups the desk works by hand.
    package var isEmpty: Bool { !groups.contains(where: \.isActive) }

    package func group(_ id: GroupID) -> RoutingGroup? { groups.first { $0.id == id } }

    /// Where a ticket goes by the rules alone.
    package struct Target: Hashable, Sendable {
        package var rule: RoutingRule?
        package var group: RoutingGroup?
        package var priority: TicketPriority
        package var tags: [String]
    }

    /// The first rule that holds and names a group or an agent gives the target; without one, the
    /// first group that is there for the ticket. Tags are those of all rules that hold.
    package func target(of subject: RoutingSubject) -> Target {
        let holding = rules.filter { $0.isActive && $0.condition.holds(for: subject) }
        let rule = holding.first { aims($0) }
        let named = rule?.group.flatMap(group)
        var tags: [String] = []
        for tag in holding.flatMap(\.tags) where !tags.contains(tag) { tags.append(tag) }
        return Target(
            rule: rule, group: named ?? groups.first { $0.covers(subject) },
            priority: holding.lazy.compactMap(\.priority).first ?? subject.priority, tags: tags)
    }

    /// A rule whose group was closed sends nobody anywhere.
    private func aims(_ rule: RoutingRule) -> Bool {
        if let id = rule.group { return group(id)?.isActive ?? false }
        return rule.designated != nil
    }
}

package import HelpDesk

/// All groups whose stores the caller can see.
package struct ListGroups: RemoteCall {
    package static let method = "routing.groups"
    package init() {}

    package struct Reply: Codable, Sendable, Hashable {
        package var groups: [GroupView]
        package init(groups: [GroupView]) { self.groups = groups }
    }
}

/// Adds a group (`version` 0 and any number) or changes one. `version` is the one that the caller
/// saw; error `routingStale` when somebody saved another meanwhile, `routingInvalid` for nonsense.
package struct SaveGroup: RemoteCall {
    package static let method = "routing.group.save"
    package typealias Reply = Versioned<RoutingGroup>
    package var group: RoutingGroup
    package var version: Int
    package var reason: String
    package init(group: RoutingGroup, version: Int, reason: String) {
        self.group = group
        self.version = version
        self.reason = reason
    }
}

/// All versions of a group, newest first. Error `groupNotFound`.
package struct ShowGroupHistory: RemoteCall {
    package static let method = "routing.group.history"
    package var group: GroupID
    package init(group: GroupID) { self.group = group }

    package struct Reply: Codable, Sendable, Hashable {
        package var versions: [Versioned<RoutingGroup>]
        package init(versions: [Versioned<RoutingGroup>]) { self.versions = versions }
    }
}

/// The rules in force; nil before anybody wrote some.
package struct ShowRules: RemoteCall {
    package static let method = "routing.rules"
    package init() {}

    package struct Reply: Codable, Sendable, Hashable {
        package var rules: Versioned<RuleSheet>?
        package init(rules: Versioned<RuleSheet>?) { self.rules = rules }
    }
}

/// Replaces all rules by a new version. `version` is the one that the caller saw, 0 for none.
package struct SaveRules: RemoteCall {
    package static let method = "routing.rules.save"
    package typealias Reply = Versioned<RuleSheet>
    package var rules: [RoutingRule]
    package var version: Int
    package var reason: String
    package init(rules: [RoutingRule], version: Int, reason: String) {
        self.rules = rules
        self.version = version
        self.reason = reason
    }
}

/// All versions of the rules, newest first.
package struct ShowRulesHistory: RemoteCall {
    package static let method = "routing.rules.history"
    package init() {}

    package struct Reply: Codable, Sendable, Hashable {
        package var versions: [Versioned<RuleSheet>]
        package init(versions: [Versioned<RuleSheet>]) { self.versions = versions }
    }
}

/// What these rules would have done with the tickets of the last seven days.
package struct PreviewRules: RemoteCall {
    package static let method = "routing.preview"
    package typealias Reply = RulePreview
    package var rules: [RoutingRule]
    package init(rules: [RoutingRule]) { self.rules = rules }
}

/// Everybody as routing sees them, whose stores the caller can see.
package struct ListAgents: RemoteCall {
    package static let method = "routing.agents"
    package init() {}

    package struct Reply: Codable, Sendable, Hashable {
        package var agents: [AgentView]
        package init(agents: [AgentView]) { self.agents = agents }
    }
}

/// Sets how somebody takes part in routing.
package struct SaveProfile: RemoteCall {
    package static let method = "routing.profile.save"
    package typealias Reply = Versioned<AgentProfile>
    package var profile: AgentProfile
    package var version: Int
    package var reason: String
    package init(profile: AgentProfile, version: Int, reason: String) {
        self.profile = profile
        self.version = version
        self.reason = reason
    }
}

/// All versions of somebody's profile, newest first.
package struct ShowProfileHistory: RemoteCall {
    package static let method = "routing.profile.history"
    package var person: PersonID
    package init(person: PersonID) { self.person = person }

    package struct Reply: Codable, Sendable, Hashable {
        package var versions: [Versioned<AgentProfile>]
        package init(versions: [Versioned<AgentProfile>]) { self.versions = versions }
    }
}

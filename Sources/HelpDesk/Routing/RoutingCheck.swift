/// What must hold of groups, profiles and rules before they are stored. Throws `routingInvalid`
/// with the field, and the name or number that is wrong.
package enum RoutingCheck {
    private static let longestName = 40
    private static let mostItems = 200
    private static let largestCap = 1_000.0

    package static func check(_ group: RoutingGroup, among groups: [RoutingGroup]) throws(DeskError)
    {
        try name(group.name, "name")
        let isTaken = groups.contains { $0.id != group.id && $0.name == group.name }
        guard !isTaken else { throw invalid("name", group.name) }
        let lists = [
            group.stores.count, group.categories.count, group.languages.count,
            group.members.count, group.leads.count, group.deputies.count, group.overflow.count,
        ]
        guard lists.allSatisfy({ $0 <= mostItems }) else { throw invalid("list", group.name) }
        for other in group.overflow {
            let isKnown = groups.contains { $0.id == other }
            guard isKnown, other != group.id else {
                throw invalid("overflow", String(other.rawValue))
            }
        }
    }

    package static func check(_ profile: AgentProfile) throws(DeskError) {
        guard profile.cap > 0, profile.cap <= largestCap else {
            throw invalid("cap", "\(profile.cap)")
        }
        guard (1...AgentProfile.heaviest).contains(profile.weight) else {
            throw invalid("weight", String(profile.weight))
        }
        try skills(profile.skills)
    }

    package static func check(_ rules: [RoutingRule], groups: [RoutingGroup]) throws(DeskError) {
        guard rules.count <= mostItems else { throw invalid("rules", String(rules.count)) }
        var names: Set<String> = []
        for rule in rules {
            try name(rule.name, "rule")
            guard names.insert(rule.name).inserted else { throw invalid("rule", rule.name) }
            if let group = rule.group, !groups.contains(where: { $0.id == group }) {
                throw invalid("group", String(group.rawValue))
            }
            try skills(rule.required)
            try skills(rule.preferred)
            for tag in rule.tags { try name(tag, "tag") }
            if let hours = rule.condition.hours {
                let isSpan = (0...23).contains(hours.from) && (1...24).contains(hours.until)
                guard isSpan, hours.from != hours.until else { throw invalid("hours", rule.name) }
            }
        }
    }

    private static func skills(_ skills: [AgentSkill]) throws(DeskError) {
        guard skills.count <= mostItems else { throw invalid("skills", String(skills.count)) }
        for skill in skills {
            try name(skill.name, "skill")
            guard (1...3).contains(skill.level) else { throw invalid("level", skill.name) }
        }
    }

    /// Names stand on one line of a screen.
    private static func name(_ text: String, _ field: String) throws(DeskError) {
        let isClean = text.unicodeScalars.allSatisfy {
            switch $0.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: false
            default: true
            }
        }
        let isUseful = text.contains { !$0.isWhitespace } && text.count <= longestName
        guard isClean, isUseful else { throw invalid(field, "") }
    }

    private static func invalid(_ field: String, _ value: String) -> DeskError {
        DeskError(.routingInvalid, ["field": field, "value": value])
    }
}

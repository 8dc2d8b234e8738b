/// What somebody can do, and how well: 1 knows it, 2 is good at it, 3 teaches it.
package struct AgentSkill: Hashable, Sendable, Codable {
    package var name: String
    package var level: Int

    package init(_ name: String, level: Int = 1) {
        self.name = name
        self.level = level
    }
}

/// How somebody takes part in routing (helpdesk section 7.1). Stores and languages are the person's.
package struct AgentProfile: Hashable, Sendable, Codable {
    package var person: PersonID
    package var skills: [AgentSkill]
    /// How much load somebody carries, in tickets of the desk's median.
    package var cap: Double
    /// A share of round robin: somebody of weight 2 gets twice what somebody of weight 1 gets.
    package var weight: Int
    /// Name of the shift calendar; nil means the group's.
    package var calendar: String?

    package static let usualCap = 12.0
    package static let heaviest = 100

    package init(
        person: PersonID, skills: [AgentSkill] = [], cap: Double = usualCap, weight: Int = 1,
        calendar: String? = nil
    ) {
        self.person = person
        self.skills = skills
        self.cap = cap
        self.weight = weight
        self.calendar = calendar
    }

    /// The level of a skill; 0 for one that is not there.
    package func level(of skill: String) -> Int {
        skills.first { $0.name == skill }?.level ?? 0
    }
}

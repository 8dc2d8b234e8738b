import SwiftExtensions

/// Why somebody does not get a ticket (helpdesk section 7.8).
package enum RejectionCode: String, Codable, Sendable, CaseIterable {
    case inactive
    case noRight = "no-right"
    case offShift = "off-shift"
    case shiftEnding = "shift-ending"
    case busy, away, off
    case excluded, language, skill
    case preferredSkill = "preferred-skill"
    case cap
}

/// Who may get a ticket (helpdesk section 7.2).
package struct Eligibility: Sendable {
    /// Nobody gets work this short before going home.
    package static let shortestShift: Duration = .minutes(20)

    package var stage: RelaxationStage
    package var required: [AgentSkill]
    package var preferred: [AgentSkill]
    /// Whether the group works with a translation; languages then give way with the skills.
    package var translates: Bool

    package init(
        stage: RelaxationStage, required: [AgentSkill] = [], preferred: [AgentSkill] = [],
        translates: Bool = false
    ) {
        self.stage = stage
        self.required = required
        self.preferred = preferred
        self.translates = translates
    }

    /// The first reason that speaks against somebody; nil when there is none.
    package func rejection(
        of agent: AgentStanding, for subject: RoutingSubject
    ) -> RejectionCode? {
        if let standing = Self.absence(of: agent, store: subject.store) { return standing }
        if subject.exclusions.contains(agent.person) { return .excluded }
        if !speaks(agent, subject), !relaxesLanguage { return .language }
        if !Self.has(agent, required) { return .skill }
        if stage == .full, !Self.has(agent, preferred) { return .preferredSkill }
        let factor = stage >= .softCaps ? RelaxationStage.softCapFactor : 1
        let room = agent.profile.cap * factor - agent.load - subject.cost
        return room < -Self.tolerance ? .cap : nil
    }

    /// Sums of quarters and medians differ in the last binary digit.
    private static let tolerance = 0.000_001

    /// What of the person alone, not of the ticket, speaks against work on a store.
    package static func absence(of agent: AgentStanding, store: StoreID) -> RejectionCode? {
        guard agent.isActive else { return .inactive }
        guard agent.scope.contains(store) else { return .noRight }
        guard let left = agent.shiftLeft else { return .offShift }
        switch agent.presence.presence {
        case .available: return left < shortestShift ? .shiftEnding : nil
        case .busy: return .busy
        case .away: return .away
        case .off: return .off
        }
    }

    package var relaxesLanguage: Bool { translates && stage >= .requiredOnly }

    /// An unknown language is everybody's.
    package func speaks(_ agent: AgentStanding, _ subject: RoutingSubject) -> Bool {
        agent.languages.isEmpty || subject.language == .undetermined
            || agent.languages.contains(subject.language)
    }

    /// How well the skills fit: the sum of the levels that are asked for.
    package func match(of agent: AgentStanding) -> Int {
        (required + preferred).reduce(0) { $0 + agent.profile.level(of: $1.name) }
    }

    private static func has(_ agent: AgentStanding, _ skills: [AgentSkill]) -> Bool {
        skills.allSatisfy { agent.profile.level(of: $0.name) >= max($0.level, 1) }
    }
}

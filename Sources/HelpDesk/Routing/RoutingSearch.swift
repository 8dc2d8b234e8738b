/// The search for a person for one ticket.
struct RoutingSearch {
    struct Choice {
        var agent: AgentStanding
        var reason: ChoiceReason
        var tieBreak: TieBreak
    }

    let subject: RoutingSubject
    let target: RoutingBook.Target
    let usedPercent: Int
    let eligibility: Eligibility
    private let agents: [PersonID: AgentStanding]
    /// Members of the group and, when time runs short, of its overflow groups; each once.
    private let candidates: [AgentStanding]
    private let isOpenToMore: Bool
    private let rulesVersion: Int

    init(
        subject: RoutingSubject, target: RoutingBook.Target, book: RoutingBook, usedPercent: Int,
        eligibility: Eligibility, agents: [PersonID: AgentStanding]
    ) {
        self.subject = subject
        self.target = target
        self.usedPercent = usedPercent
        self.eligibility = eligibility
        self.agents = agents
        rulesVersion = book.version
        let helpers = (target.group?.overflow ?? []).compactMap(book.group).filter(\.isActive)
        let wide = (target.group?.members ?? []) + helpers.flatMap(\.members)
        let people = eligibility.stage >= .overflow ? wide : target.group?.members ?? []
        candidates = Self.standings(of: people, agents)
        var relaxed = eligibility
        relaxed.stage = .supervisor
        isOpenToMore = Self.standings(of: wide, agents)
            .contains { relaxed.rejection(of: $0, for: subject) == nil }
    }

    private static func standings(
        of people: [PersonID], _ agents: [PersonID: AgentStanding]
    ) -> [AgentStanding] {
        var seen: Set<PersonID> = []
        return people.sorted().filter { seen.insert($0).inserted }.compactMap { agents[$0] }
    }

    private func isEligible(_ agent: AgentStanding) -> Bool {
        eligibility.rejection(of: agent, for: subject) == nil
    }

    private func eligible(_ person: PersonID?) -> AgentStanding? {
        guard let person, let agent = agents[person], isEligible(agent) else { return nil }
        return agent
    }

    /// The eligible candidates whose skills fit best.
    var bestMatches: [AgentStanding] {
        let eligible = candidates.filter(isEligible)
        let best = eligible.map(eligibility.match).max()
        return eligible.filter { eligibility.match(of: $0) == best }
    }

    func admits(_ person: PersonID) -> Bool {
        candidates.contains { $0.person == person && isEligible($0) }
    }

    /// Whether somebody gets it by name, whatever the strategy.
    var isNamed: Bool { (byLead ?? sticky ?? designated) != nil }

    func choose(rotation: RoutingRotation, planned: PersonID?) -> Choice? {
        byLead ?? sticky ?? designated ?? strategic(rotation, planned)
    }

    /// Whoever knows the ticket or its buyer.
    private var sticky: Choice? {
        if let agent = eligible(subject.previousOwner) {
            return Choice(agent: agent, reason: .sticky, tieBreak: .onlyOne)
        }
        return eligible(subject.buyersOwner).map {
            Choice(agent: $0, reason: .buyersOwner, tieBreak: .onlyOne)
        }
    }

    /// The agent whom the rule names, or who stands in while that one is absent.
    private var designated: Choice? {
        guard let person = target.rule?.designated else { return nil }
        if let agent = eligible(person) {
            return Choice(agent: agent, reason: .designated, tieBreak: .onlyOne)
        }
        let isAbsent =
            agents[person].map { Eligibility.absence(of: $0, store: subject.store) != nil } ?? true
        guard isAbsent else { return nil }
        return (target.group?.deputies ?? []).lazy.compactMap { eligible($0) }.first.map {
            Choice(agent: $0, reason: .deputy, tieBreak: .onlyOne)
        }
    }

    /// A lead settles what came back too often, whatever the caps and skills, if the lead is there.
    private var byLead: Choice? {
        guard subject.returns >= RoutingRules.returnsForLead else { return nil }
        return (target.group?.leads ?? []).lazy.compactMap { agents[$0] }
            .first { Eligibility.absence(of: $0, store: subject.store) == nil }
            .map { Choice(agent: $0, reason: .lead, tieBreak: .onlyOne) }
    }

    private func strategic(_ rotation: RoutingRotation, _ planned: PersonID?) -> Choice? {
        let best = bestMatches
        switch target.group?.strategy ?? .manual {
        case .manual: return nil
        case .roundRobin: return rotation.first(of: best).map(strategy)
        case .leastLoaded: return leastLoaded(best, rotation)
        case .balanced:
            if let agent = eligible(planned) {
                return Choice(agent: agent, reason: .strategy, tieBreak: .wholeList)
            }
            return leastLoaded(best, rotation)
        }
    }

    private func leastLoaded(_ best: [AgentStanding], _ rotation: RoutingRotation) -> Choice? {
        let least = best.map(\.fill).min()
        let emptiest = best.filter { $0.fill == least }
        guard let (agent, tieBreak) = rotation.first(of: emptiest) else { return nil }
        let isAlone = emptiest.count == 1 && best.count > 1
        return Choice(agent: agent, reason: .strategy, tieBreak: isAlone ? .load : tieBreak)
    }

    private func strategy(_ agent: AgentStanding, _ tieBreak: TieBreak) -> Choice {
        Choice(agent: agent, reason: .strategy, tieBreak: tieBreak)
    }
}

extension RoutingSearch {
    func blank(cause: RoutingCause, from owner: PersonID?) -> RoutingDecision {
        RoutingDecision(
            ticket: subject.ticket, cause: cause, rulesVersion: rulesVersion,
            rule: target.rule?.name, group: target.group?.id,
            strategy: target.group?.strategy ?? .manual, stage: eligibility.stage,
            usedPercent: usedPercent, from: owner, candidates: verdicts,
            priority: target.priority, tags: target.tags,
            isLeadTold: eligibility.stage >= .softCaps, isUrgent: false, isLanguageRelaxed: false)
    }

    /// What the record says of each candidate; never more than a screen can show.
    private var verdicts: [CandidateVerdict] {
        candidates.prefix(Self.mostVerdicts).map { agent in
            CandidateVerdict(
                person: agent.person, rejection: eligibility.rejection(of: agent, for: subject),
                load: agent.load, cap: agent.profile.cap, match: eligibility.match(of: agent))
        }
    }

    private static let mostVerdicts = 50

    /// Late tickets, and tickets for which nobody would be found however much is given up; what a
    /// group hands out by hand is not urgent before its time.
    var isUrgentWhenUnowned: Bool {
        guard subject.due != nil else { return false }
        if eligibility.stage == .supervisor { return true }
        guard let group = target.group, group.strategy != .manual else { return false }
        return !isOpenToMore
    }

    var waitingReason: WaitingReason {
        guard let group = target.group else { return .noGroup }
        guard group.strategy != .manual else { return .manual }
        guard !candidates.isEmpty else { return .groupEmpty }
        let codes = Set(candidates.compactMap { eligibility.rejection(of: $0, for: subject) })
        if codes.contains(.cap) { return .allAtLimit }
        if !codes.isDisjoint(with: [.skill, .preferredSkill, .language]) { return .nobodySkilled }
        if !codes.isDisjoint(with: [.busy, .away, .off]) { return .nobodyPresent }
        if !codes.isDisjoint(with: [.offShift, .shiftEnding]) { return .nobodyOnShift }
        return .nobodyAllowed
    }
}

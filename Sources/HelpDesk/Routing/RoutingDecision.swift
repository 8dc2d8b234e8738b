/// Why a ticket was looked at.
package enum RoutingCause: String, Codable, Sendable, CaseIterable {
    case arrived
    /// It was reopened or woken while somebody had it.
    case woken
    /// Its owner gave it back, or did not begin in time.
    case returned
    case ownerAway = "owner-away"
    case ownerInactive = "owner-inactive"
    /// Time went on, or somebody became free.
    case again
}

/// How the person was found (helpdesk section 7.5).
package enum ChoiceReason: String, Codable, Sendable, CaseIterable {
    case sticky
    case buyersOwner = "buyers-owner"
    case designated, deputy, strategy
    /// It came back three times.
    case lead
}

/// What decided among equals.
package enum TieBreak: String, Codable, Sendable, CaseIterable {
    case onlyOne = "only-one"
    case load, turn, counter
    /// The least sum of lateness over the whole list.
    case wholeList = "whole-list"
    case number
}

/// Why nobody got a ticket; the queue shows it.
package enum WaitingReason: String, Codable, Sendable, CaseIterable {
    /// The group hands out by hand.
    case manual
    /// No rule and no group is there for it.
    case noGroup = "no-group"
    case groupEmpty = "group-empty"
    case allAtLimit = "all-at-limit"
    case nobodyOnShift = "nobody-on-shift"
    case nobodyPresent = "nobody-present"
    case nobodySkilled = "nobody-skilled"
    /// Whoever is there may not answer for the store, or gave it back.
    case nobodyAllowed = "nobody-allowed"
}

/// What routing found out about one candidate.
package struct CandidateVerdict: Hashable, Sendable, Codable {
    package var person: PersonID
    /// Nil for somebody who could get it.
    package var rejection: RejectionCode?
    package var load: Double
    package var cap: Double
    /// Sum of the levels of the skills that were asked for.
    package var match: Int

    package init(
        person: PersonID, rejection: RejectionCode?, load: Double, cap: Double, match: Int
    ) {
        self.person = person
        self.rejection = rejection
        self.load = load
        self.cap = cap
        self.match = match
    }
}

/// One act of routing with all that explains it (helpdesk section 7.8).
package struct RoutingDecision: Hashable, Sendable, Codable {
    package var ticket: TicketID
    package var cause: RoutingCause
    /// Version of the rules; 0 when there are none.
    package var rulesVersion: Int
    package var rule: String?
    package var group: GroupID?
    package var strategy: RoutingStrategy
    package var stage: RelaxationStage
    package var usedPercent: Int
    /// Who owned it before.
    package var from: PersonID?
    package var chosen: PersonID?
    package var choice: ChoiceReason?
    package var tieBreak: TieBreak?
    package var waiting: WaitingReason?
    package var candidates: [CandidateVerdict]
    package var priority: TicketPriority
    package var tags: [String]
    /// The weight that the choice counts with in the group's round robin; nil when it took no turn.
    package var turnWeight: Int?
    package var isLeadTold: Bool
    /// Stands in the supervisor's pane "unowned and urgent".
    package var isUrgent: Bool
    /// The person does not speak the buyer's language.
    package var isLanguageRelaxed: Bool

    package init(
        ticket: TicketID, cause: RoutingCause, rulesVersion: Int, rule: String? = nil,
        group: GroupID?, strategy: RoutingStrategy, stage: RelaxationStage, usedPercent: Int,
        from: PersonID? = nil, chosen: PersonID? = nil, choice: ChoiceReason? = nil,
        tieBreak: TieBreak? = nil, waiting: WaitingReason? = nil, candidates: [CandidateVerdict],
        priority: TicketPriority, tags: [String], turnWeight: Int? = nil, isLeadTold: Bool,
        isUrgent: Bool, isLanguageRelaxed: Bool
    ) {
        self.ticket = ticket
        self.cause = cause
        self.rulesVersion = rulesVersion
        self.rule = rule
        self.group = group
        self.strategy = strategy
        self.stage = stage
        self.usedPercent = usedPercent
        self.from = from
        self.chosen = chosen
        self.choice = choice
        self.tieBreak = tieBreak
        self.waiting = waiting
        self.candidates = candidates
        self.priority = priority
        self.tags = tags
        self.turnWeight = turnWeight
        self.isLeadTold = isLeadTold
        self.isUrgent = isUrgent
        self.isLanguageRelaxed = isLanguageRelaxed
    }
}

extension RoutingDecision {
    /// Whether it says the same of the ticket's fate as an earlier one that stands; numbers that
    /// only drift, such as loads, do not count.
    package func repeats(_ earlier: RoutingDecision) -> Bool {
        chosen == nil && earlier.chosen == nil && group == earlier.group && rule == earlier.rule
            && rulesVersion == earlier.rulesVersion && stage == earlier.stage
            && waiting == earlier.waiting && isUrgent == earlier.isUrgent
    }
}

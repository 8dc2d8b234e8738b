package import SwiftExtensions

/// Who gets a ticket (helpdesk sections 7.2 to 7.6). Pure: the same book, people and instant give
/// the same decision everywhere.
package struct RoutingRules: Sendable {
    /// Coming back this often in a cycle is the lead's to settle (helpdesk section 7.7).
    package static let returnsForLead = 3

    package var book: RoutingBook
    package var now: Timestamp

    package init(book: RoutingBook, now: Timestamp) {
        self.book = book
        self.now = now
    }

    /// Decides on one ticket. `planned` is the person whom the balanced plan of the whole list
    /// names; without a plan a balanced group takes the least loaded one.
    package func decide(
        _ subject: RoutingSubject, cause: RoutingCause, from owner: PersonID? = nil,
        agents: [PersonID: AgentStanding], rotations: [GroupID: RoutingRotation],
        planned: PersonID? = nil
    ) -> RoutingDecision {
        let search = search(for: subject, agents: agents)
        var decision = search.blank(cause: cause, from: owner)
        let rotation = search.target.group.flatMap { rotations[$0.id] } ?? RoutingRotation()
        if let found = search.choose(rotation: rotation, planned: planned) {
            decision.take(found, search)
        } else {
            decision.waiting = search.waitingReason
            decision.isUrgent = search.isUrgentWhenUnowned
        }
        return decision
    }

    /// What is known about a ticket before anybody is chosen.
    func search(
        for subject: RoutingSubject, agents: [PersonID: AgentStanding]
    ) -> RoutingSearch {
        let target = book.target(of: subject)
        let percent = subject.usedPercent(at: now)
        let eligibility = Eligibility(
            stage: RelaxationStage(usedPercent: percent), required: target.rule?.required ?? [],
            preferred: target.rule?.preferred ?? [], translates: target.group?.translates ?? false)
        return RoutingSearch(
            subject: subject, target: target, book: book, usedPercent: percent,
            eligibility: eligibility, agents: agents)
    }
}

extension RoutingDecision {
    fileprivate mutating func take(_ found: RoutingSearch.Choice, _ search: RoutingSearch) {
        chosen = found.agent.person
        choice = found.reason
        tieBreak = found.tieBreak
        if found.reason == .strategy { turnWeight = found.agent.profile.weight }
        isLanguageRelaxed = !search.eligibility.speaks(found.agent, search.subject)
    }
}

extension RoutingRules {
    /// What speaks against one person for a ticket; nil when nothing does.
    package func rejection(
        of person: PersonID, for subject: RoutingSubject, agents: [PersonID: AgentStanding]
    ) -> RejectionCode? {
        guard let agent = agents[person] else { return .inactive }
        return search(for: subject, agents: agents).eligibility.rejection(of: agent, for: subject)
    }

    /// Among whom a plan of the whole list may choose for a ticket; nil for a ticket that goes
    /// another way than by a balanced group.
    package func plannable(
        _ subject: RoutingSubject, agents: [PersonID: AgentStanding]
    ) -> [AgentStanding]? {
        let search = search(for: subject, agents: agents)
        return search.target.group?.strategy == .balanced && !search.isNamed
            ? search.bestMatches : nil
    }
}

extension RoutingRules {
    /// Whether somebody who looks for work by hand would be given a ticket of their groups.
    package func mayTake(
        _ subject: RoutingSubject, by person: PersonID, agents: [PersonID: AgentStanding]
    ) -> Bool {
        search(for: subject, agents: agents).admits(person)
    }
}

/// Who is told of a deadline.
package struct WarningAudience: Hashable, Sendable, Codable {
    /// How far down the ladder somebody was found.
    package enum Rung: String, Codable, Sendable, CaseIterable {
        case owner, deputy, group, lead, supervisor, admin
        /// Nobody at all: the orphan alarm is on (invariant I12).
        case nobody
    }

    package var people: [PersonID]
    package var rung: Rung
    /// The supervisors' pane shows it too.
    package var isOnPane: Bool

    package init(people: [PersonID], rung: Rung, isOnPane: Bool) {
        self.people = people
        self.rung = rung
        self.isOnPane = isOnPane
    }

    package static let nobody = WarningAudience(people: [], rung: .nobody, isOnPane: true)
}

/// What decides whom a ticket's deadlines are told.
package struct TicketDuty: Hashable, Sendable {
    package var store: StoreID
    package var owner: PersonID?
    package var group: GroupID?
    /// Its owner hears of it with the others only.
    package var isMuted: Bool

    package init(store: StoreID, owner: PersonID?, group: GroupID?, isMuted: Bool) {
        self.store = store
        self.owner = owner
        self.group = group
        self.isMuted = isMuted
    }
}

extension Ticket {
    package var duty: TicketDuty {
        TicketDuty(store: store, owner: owner, group: group, isMuted: flags.contains(.muted))
    }
}

/// Who there is to be told about one ticket at one moment. Groups and shifts fill in more of it.
package struct DutyCandidates: Hashable, Sendable {
    package var owner: PersonID?
    /// On shift and present.
    package var isOwnerReachable: Bool
    package var deputy: PersonID?
    /// On-duty members of the ticket's group.
    package var group: [PersonID]
    package var leads: [PersonID]
    package var supervisors: [PersonID]
    package var admins: [PersonID]

    package init(
        owner: PersonID? = nil, isOwnerReachable: Bool = false, deputy: PersonID? = nil,
        group: [PersonID] = [], leads: [PersonID] = [], supervisors: [PersonID] = [],
        admins: [PersonID] = []
    ) {
        self.owner = owner
        self.isOwnerReachable = isOwnerReachable
        self.deputy = deputy
        self.group = group
        self.leads = leads
        self.supervisors = supervisors
        self.admins = admins
    }

    /// The ladder of helpdesk section 6.5 from its top: the first rung with somebody on it.
    private var nearest: WarningAudience {
        let rungs: [(WarningAudience.Rung, [PersonID])] = [
            (.owner, isOwnerReachable ? [owner].compactMap { $0 } : []),
            (.deputy, [deputy].compactMap { $0 }), (.group, group), (.lead, leads),
            (.supervisor, supervisors), (.admin, admins),
        ]
        guard let (rung, people) = rungs.first(where: { !$0.1.isEmpty }) else { return .nobody }
        return WarningAudience(
            people: people, rung: rung, isOnPane: rung == .supervisor || rung == .admin)
    }

    /// The lead, or whoever stands in.
    private var lead: [PersonID] {
        [leads, supervisors, admins].first { !$0.isEmpty } ?? []
    }

    /// Who hears of a threshold (the escalation ladder of helpdesk section 6.6): the owner; from
    /// nine tenths on the lead as well; half an hour before the end the supervisors' pane; of a
    /// breach, and every four hours after it, the lead. Looking again at a held ticket is its
    /// owner's affair alone.
    package func audience(
        for threshold: ClockThreshold, isMuted: Bool = false
    ) -> WarningAudience {
        var candidates = self
        if isMuted { candidates.isOwnerReachable = false }
        var audience = candidates.nearest
        switch threshold {
        case .fraction(let percent) where percent >= 90:
            audience.add(lead)
        case .lead(let minutes) where (1...30).contains(minutes):
            audience.add(lead)
            audience.isOnPane = true
        case .breach, .again:
            audience.add(lead)
            audience.isOnPane = true
        case .fraction, .lead: break
        }
        return audience
    }
}

extension WarningAudience {
    fileprivate mutating func add(_ more: [PersonID]) {
        people += more.filter { !people.contains($0) }
    }
}

import SwiftExtensions

/// Somebody as routing sees them: rights, shift, presence and load of one moment.
package struct AgentStanding: Hashable, Sendable {
    package var profile: AgentProfile
    package var isActive: Bool
    /// Stores for which somebody may reply.
    package var scope: StoreScope
    /// Empty means that nobody wrote any down: every language then.
    package var languages: [LanguageCode]
    package var presence: PresenceMark
    /// What is left of the shift; nil off shift.
    package var shiftLeft: Duration?
    /// Sum of the costs of all owned tickets, in all stores (helpdesk section 7.3).
    package var load: Double

    package init(
        profile: AgentProfile, isActive: Bool = true, scope: StoreScope = .all,
        languages: [LanguageCode] = [], presence: PresenceMark = PresenceMark(.available),
        shiftLeft: Duration? = .days(1), load: Double = 0
    ) {
        self.profile = profile
        self.isActive = isActive
        self.scope = scope
        self.languages = languages
        self.presence = presence
        self.shiftLeft = shiftLeft
        self.load = load
    }

    package var person: PersonID { profile.person }

    /// Load as a share of the cap, in millionths; whole numbers compare the same everywhere.
    package var fill: Int64 {
        guard profile.cap > 0 else { return .max }
        return Int64(min(load / profile.cap, 1_000_000) * 1_000_000)
    }
}

/// Whose turn it is in a group: stored, so that the order outlives restarts and changes of
/// membership (helpdesk section 7.5).
package struct RotationMark: Hashable, Sendable, Codable {
    /// Number of the group's assignment that was this person's last; 0 for none.
    package var lastAssigned: Int64
    /// Grows by `RoutingRotation.turn / weight` with each assignment.
    package var counter: Int64

    package init(lastAssigned: Int64 = 0, counter: Int64 = 0) {
        self.lastAssigned = lastAssigned
        self.counter = counter
    }
}

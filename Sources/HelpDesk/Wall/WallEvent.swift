package import SwiftExtensions

/// What supervisors tell their people, and what the desk foresaw.
package enum WallEvent: Hashable, Sendable, Codable {
    case broadcastSent(Broadcast)
    case broadcastRead(BroadcastID, by: PersonID)
    /// Its author or another supervisor takes it back; whoever has not read it need not any more.
    case broadcastWithdrawn(BroadcastID)
    case forecastMade(ForecastMade)
    case forecastScored(ForecastScore)
}

/// A word to everybody whom it concerns, to be acknowledged; its text is content.
package struct Broadcast: Hashable, Sendable, Codable {
    package var id: BroadcastID
    package var author: PersonID
    package var at: Timestamp
    /// Until then whoever comes to work sees it.
    package var until: Timestamp
    /// For whoever sees one of these stores; nil for all stores.
    package var stores: [StoreID]?
    /// For this group's people alone.
    package var group: GroupID?
    package var isUrgent: Bool
    package var digest: String
    package var withdrawnAt: Timestamp?

    package init(
        id: BroadcastID, author: PersonID, at: Timestamp, until: Timestamp,
        stores: [StoreID]? = nil, group: GroupID? = nil, isUrgent: Bool = false, digest: String,
        withdrawnAt: Timestamp? = nil
    ) {
        self.id = id
        self.author = author
        self.at = at
        self.until = until
        self.stores = stores
        self.group = group
        self.isUrgent = isUrgent
        self.digest = digest
        self.withdrawnAt = withdrawnAt
    }

    /// Whether it is for somebody: their stores, and the group where one is named. Its author knows
    /// it already.
    package func concerns(_ person: Person, members: Set<PersonID>) -> Bool {
        guard person.isActive, person.id != author else { return false }
        if group != nil, !members.contains(person.id) { return false }
        guard let stores else { return true }
        return stores.contains { person.scope.contains($0) }
    }

    /// Whether it still asks to be read.
    package func isOpen(at now: Timestamp) -> Bool { withdrawnAt == nil && now < until }
}

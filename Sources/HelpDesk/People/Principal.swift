/// What a person may do. Each role holds what the ones before it hold.
package enum Role: String, Codable, Sendable, CaseIterable, Comparable {
    case agent, supervisor, admin

    package static func < (left: Role, right: Role) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .agent: 0
        case .supervisor: 1
        case .admin: 2
        }
    }
}

/// The stores whose tickets and orders somebody may see at all.
package enum StoreScope: Hashable, Sendable, Codable {
    case all
    case only(Set<StoreID>)

    package func contains(_ store: StoreID) -> Bool {
        switch self {
        case .all: true
        case .only(let stores): stores.contains(store)
        }
    }
}

/// Who is acting: the kernel named the Unix user, the desk mapped it to a person.
package struct Principal: Hashable, Sendable, Codable {
    package var person: PersonID
    package var unixUser: String
    package var displayName: String
    package var role: Role
    package var scope: StoreScope

    package init(
        person: PersonID, unixUser: String, displayName: String, role: Role, scope: StoreScope
    ) {
        self.person = person
        self.unixUser = unixUser
        self.displayName = displayName
        self.role = role
        self.scope = scope
    }
}

/// Whose act an event records: a person's, or a part of the core by name (`mail-in`, `outbox`).
package enum Actor: Hashable, Sendable, Codable {
    case person(PersonID)
    case service(String)
}

/// Somebody known to the desk.
package struct Person: Hashable, Sendable, Codable {
    package var id: PersonID
    package var unixUser: String
    package var displayName: String
    package var role: Role
    package var scope: StoreScope
    package var languages: [LanguageCode]
    /// IANA name of the zone this person reads times in; nil means the desk's.
    package var timeZone: String?
    package var isActive: Bool

    package init(
        id: PersonID, unixUser: String, displayName: String, role: Role, scope: StoreScope,
        languages: [LanguageCode] = [], timeZone: String? = nil, isActive: Bool = true
    ) {
        self.id = id
        self.unixUser = unixUser
        self.displayName = displayName
        self.role = role
        self.scope = scope
        self.languages = languages
        self.timeZone = timeZone
        self.isActive = isActive
    }

    package var principal: Principal {
        Principal(
            person: id, unixUser: unixUser, displayName: displayName, role: role, scope: scope)
    }
}

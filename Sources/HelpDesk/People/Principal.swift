/// What somebody is on the desk; the rights behind it are a `RightSet`.
package enum Role: String, Codable, Sendable, CaseIterable {
    case agent, senior
    /// The lead of a team.
    case supervisor
    /// Reads and scores, never answers.
    case quality
    /// Runs stores, people and the engine; reads no buyer's message. Whoever the configuration
    /// names in `core.admins` may do everything besides.
    case admin
    case auditor
    /// An automation; never signs in.
    case service
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
    package var rights: RightSet

    /// Without `rights` the role's built-in ones.
    package init(
        person: PersonID, unixUser: String, displayName: String, role: Role, scope: StoreScope,
        rights: RightSet? = nil
    ) {
        self.person = person
        self.unixUser = unixUser
        self.displayName = displayName
        self.role = role
        self.scope = scope
        self.rights = rights ?? role.builtInRights
    }

    /// Whether a right is held at all, at least this wide. What it is about still has to lie in
    /// the store scope.
    package func may(_ verb: Verb, _ breadth: Breadth = .own) -> Bool {
        rights.allows(verb, breadth)
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

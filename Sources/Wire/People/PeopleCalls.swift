package import HelpDesk

/// Who could own a ticket: active people whose stores the caller can see.
package struct ListPeople: RemoteCall {
    package static let method = "people.list"
    /// Also those who no longer work here; for whoever administers people or reads the record.
    package var includesInactive: Bool
    package init(includesInactive: Bool = false) { self.includesInactive = includesInactive }

    package struct Reply: Codable, Sendable, Hashable {
        package var people: [Person]
        package init(people: [Person]) { self.people = people }
    }
}

/// Adds or changes a person by Unix user. An admin's act.
package struct SavePerson: RemoteCall {
    package static let method = "people.save"
    package typealias Reply = Person
    package var unixUser: String
    package var displayName: String
    package var role: Role
    package var scope: StoreScope
    package var languages: [LanguageCode]
    package var timeZone: String?
    package var isActive: Bool
    package init(
        unixUser: String, displayName: String, role: Role, scope: StoreScope,
        languages: [LanguageCode] = [], timeZone: String? = nil, isActive: Bool = true
    ) {
        self.unixUser = unixUser
        self.displayName = displayName
        self.role = role
        self.scope = scope
        self.languages = languages
        self.timeZone = timeZone
        self.isActive = isActive
    }
}

package import HelpDesk
import Store
package import Wire

extension SavePerson: DeskCall {
    package static let need: Need = .right(.userAdmin, .all)

    package func run(in desk: Desk, as caller: Principal) async throws -> Person {
        let cleanName = CleanText.clean(displayName).collapsed(limit: 60)
        guard !cleanName.isEmpty else { throw DeskError(.badRequest, ["field": "displayName"]) }
        let known = try await desk.database.read { try $0.person(unixUser: unixUser) }
        let asked = person(PersonID(0), named: cleanName)
        try Self.check(asked, desk)
        guard let known else { return try await add(cleanName, desk, caller) }
        let person = person(known.id, named: cleanName)
        guard person != known else { return known }
        let rights = desk.people.principal(of: known).rights
        guard GuardRules.needsTwo(person, since: known, rights: rights, by: caller.scope)
        else {
            return try await desk.act(as: caller) { transaction in
                try transaction.record(.personSaved(person))
                return person
            }
        }
        let changes = person.changes(since: known).map { "\($0.field): \($0.from) → \($0.to)" }
        return try await desk.guarded(
            .person(person), reason: changes.joined(separator: "; "), as: caller
        ) { transaction in
            try transaction.record(.personSaved(person))
            return person
        }
    }

    /// Somebody new; two of the same name in one moment are one.
    private func add(
        _ cleanName: String, _ desk: Desk, _ caller: Principal
    ) async throws -> Person {
        let asked = person(PersonID(0), named: cleanName)
        let add = { @Sendable (transaction: WriteTransaction) throws -> Person in
            if let known = try transaction.person(unixUser: unixUser) { return known }
            let person = person(try transaction.nextPersonID(), named: cleanName)
            try transaction.record(.personSaved(person))
            return person
        }
        let needsTwo = GuardRules.needsTwo(
            asked, since: nil, rights: RightSet(), by: caller.scope)
        guard needsTwo else { return try await desk.act(as: caller, add) }
        let changes = asked.changes(since: nil).map { "\($0.field): \($0.to)" }
        return try await desk.guarded(
            .person(asked), reason: changes.joined(separator: "; "), as: caller, add)
    }

    private func person(_ id: PersonID, named cleanName: String) -> Person {
        Person(
            id: id, unixUser: unixUser, displayName: cleanName, role: role, scope: scope,
            languages: languages, timeZone: timeZone, isActive: isActive)
    }

    /// Throws `badRequest` for somebody who cannot be.
    static func check(_ person: Person, _ desk: Desk) throws(DeskError) {
        let user = person.unixUser
        let isName =
            !user.isEmpty && user.utf8.count <= 32
            && user.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ":") }
        guard isName else { throw DeskError(.badRequest, ["field": "unixUser"]) }
        if case .only(let stores) = person.scope {
            for store in stores.sorted() where desk.settings.store(store) == nil {
                throw DeskError(.badRequest, ["field": "scope", "store": store.rawValue])
            }
        }
        guard !desk.people.isConfigured(user) || (person.isActive && person.role == .admin) else {
            throw DeskError(.badRequest, ["field": "role"], detail: "named in core.admins")
        }
    }
}

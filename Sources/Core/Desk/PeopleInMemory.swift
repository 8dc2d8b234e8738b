import HelpDesk
import Synchronization

/// Who may do what at this moment, without asking the database on every call. Filled from it on
/// first sight and kept true by the events.
final class PeopleInMemory: Sendable {
    private struct State {
        var known: [PersonID: Person] = [:]
        var roles: [Role: RoleVersion] = [:]
    }

    private let state = Mutex(State())
    private let admins: Set<String>

    /// `admins` are the Unix users whom the configuration lets do everything.
    init(admins: [String]) {
        self.admins = Set(admins)
    }

    subscript(person: PersonID) -> Person? { state.withLock { $0.known[person] } }

    /// Keeps what was read from the database, unless a commit has said something newer meanwhile;
    /// returns what holds.
    @discardableResult
    func remember(_ person: Person) -> Person {
        state.withLock { state in
            if let newer = state.known[person.id] { return newer }
            state.known[person.id] = person
            return person
        }
    }

    func remember(_ roles: [RoleVersion]) {
        state.withLock { state in
            for version in roles where version.version > state.roles[version.role]?.version ?? 0 {
                state.roles[version.role] = version
            }
        }
    }

    /// What a role allows on this desk.
    func rights(of role: Role) -> RightSet {
        state.withLock { $0.roles[role]?.rights } ?? role.builtInRights
    }

    /// Somebody with the rights that they have at this moment.
    func principal(of person: Person) -> Principal {
        var principal = person.principal
        principal.rights =
            isConfigured(person.unixUser) ? .everything : rights(of: person.role)
        return principal
    }

    /// The stores whose tickets somebody may have: those whose buyers they may read and answer
    /// (helpdesk section 7.2). None for a service, which never signs in.
    func answeringScope(of person: Person) -> StoreScope {
        let rights = principal(of: person).rights
        let mayAnswer = rights.allows(.read) && rights.allows(.reply) && person.role != .service
        return mayAnswer ? person.scope : .only([])
    }

    func isConfigured(_ unixUser: String) -> Bool { admins.contains(unixUser) }

    func note(_ records: [EventRecord]) {
        for record in records {
            switch record.event {
            case .personSaved(let person):
                state.withLock { $0.known[person.id] = person }
            case .rights(.roleSaved(let version)):
                state.withLock { $0.roles[version.role] = version }
            default: break
            }
        }
    }
}

package import HelpDesk
import Store
package import Wire

extension Desk {
    /// The person behind a Unix user. Admins of the configuration become people at first sight.
    /// Throws `unknownUser` with arguments `user` and `admins`, so that people know whom to ask.
    package func principal(unixUser: String) async throws -> Principal {
        let known = try await database.read { try $0.person(unixUser: unixUser) }
        let isAdmin = settings.admins.contains(unixUser)
        if let known, known.isActive, !isAdmin || known.role == .admin {
            let person = people.remember(known)
            guard person.isActive else { throw unknown(unixUser) }
            return people.principal(of: person)
        }
        guard isAdmin else { throw unknown(unixUser) }
        return people.principal(of: try await admit(admin: unixUser))
    }

    /// What somebody may do at this moment.
    package func rights(of principal: Principal) -> RightSet {
        people[principal.person].map { people.principal(of: $0).rights } ?? principal.rights
    }

    /// The greeting of a connection; `unixUser` is what the kernel said.
    /// `peerUser` is who really sits there when that is somebody else. Throws `versionMismatch`,
    /// `unknownUser`, and `notAllowed` for a service's account that wants a screen.
    package func hello(
        _ hello: Hello, unixUser: String, peerUser: String? = nil, session: String? = nil
    ) async throws -> Hello.Reply {
        guard hello.version == wireVersion else {
            throw DeskError(
                .versionMismatch, ["client": String(hello.version), "core": String(wireVersion)])
        }
        let me = try await letIn(unixUser, wantsScreen: hello.wantsEvents)
        await CallOrigin.$current.withValue(EntryOrigin(session: session)) {
            await noteSignIn(hello, of: me, peerUser: peerUser ?? unixUser)
        }
        return Hello.Reply(
            version: wireVersion, coreVersion: settings.coreVersion, me: me,
            timeZone: people[me.person]?.timeZone ?? settings.timeZone, now: clock.now,
            isRehearsal: settings.isRehearsal, undoSeconds: settings.undoSeconds)
    }

    private func letIn(_ unixUser: String, wantsScreen: Bool) async throws -> Principal {
        do {
            let me = try await principal(unixUser: unixUser)
            guard me.role != .service || !wantsScreen else {
                throw DeskError(.notAllowed, ["needs": "a person"])
            }
            return me
        } catch let error as DeskError {
            await noteRefusal(error, unixUser: unixUser)
            throw error
        }
    }

    /// The caller as of now: role and stores may have changed since the connection was opened.
    func current(_ principal: Principal) async throws -> Principal {
        if let person = people[principal.person] {
            guard person.isActive else { throw unknown(principal.unixUser) }
            return people.principal(of: person)
        }
        let stored = try await database.read { try $0.person(principal.person) }
        guard let stored, stored.isActive else { throw unknown(principal.unixUser) }
        let person = people.remember(stored)
        guard person.isActive else { throw unknown(principal.unixUser) }
        return people.principal(of: person)
    }

    private func unknown(_ user: String) -> DeskError {
        let admins = settings.admins.sorted().joined(separator: ", ")
        return DeskError(.unknownUser, ["user": user, "admins": admins])
    }

    private func admit(admin unixUser: String) async throws -> Person {
        let person = try await act(service: .configuration) { transaction in
            var person = Person(
                id: PersonID(0), unixUser: unixUser, displayName: unixUser, role: .admin,
                scope: .all)
            if let known = try transaction.person(unixUser: unixUser) {
                person = known
                person.role = .admin
                person.scope = .all
                person.isActive = true
                guard person != known else { return known }
            } else {
                person.id = try transaction.nextPersonID()
            }
            try transaction.record(.personSaved(person))
            return person
        }
        people.remember(person)
        return person
    }
}

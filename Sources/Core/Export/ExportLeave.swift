package import HelpDesk
package import Store
package import SwiftExtensions

/// Leave to take buyers' names and words out of the desk: two rights, a reason and a second person
/// (helpdesk sections 16 and 17). Asked for beside a running core, by whoever runs the export.
package struct ExportLeave: Sendable {
    package var unixUser: String
    /// Unix users whom the configuration lets do everything.
    package var admins: [String]

    package init(unixUser: String, admins: [String]) {
        self.unixUser = unixUser
        self.admins = admins
    }

    /// Who takes the data out. Throws `unknownUser`, `notAllowed`, and `secondPerson` until somebody
    /// else has approved this very export; then it is to be asked for again.
    package func take(
        for export: DeskExport, from database: DeskDatabase, at now: Timestamp
    ) async throws -> PersonID {
        let people = PeopleInMemory(admins: admins)
        let (known, roles) = try await database.read {
            (try $0.person(unixUser: unixUser), try $0.roleVersions())
        }
        guard let known, known.isActive else {
            throw DeskError(
                .unknownUser,
                ["user": unixUser, "admins": admins.sorted().joined(separator: ", ")])
        }
        people.remember(roles)
        let caller = people.principal(of: known)
        try Rights.require(.export, of: caller)
        try Rights.require(.readPII, of: caller)
        let subject = [export.what.rawValue, export.store?.rawValue, export.format.rawValue]
            .compactMap { $0 }.joined(separator: " ")
        let act = GuardedAct.permit(
            .personalExport, store: export.store, subject: subject,
            digest: ContentDigest.of(subject + "\n" + export.reason))
        let waiting = try await database.write(as: .person(known.id), at: now) { transaction in
            try transaction.leave(
                for: act, reason: export.reason, of: known.id, people: people)
        }
        if let waiting { throw DeskError.secondPerson(for: waiting) }
        return known.id
    }
}

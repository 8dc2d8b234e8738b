package import HelpDesk
import Store
package import Wire

extension ListRoles: DeskCall {
    package static let need: Need = .oneOf([.userAdmin, .roleAdmin, .auditRead])

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        let versions = try await desk.database.read { try $0.roleVersions() }
        return Reply(
            roles: Role.allCases.map { role in
                RoleView(role, versions.first { $0.role == role })
            })
    }
}

extension SaveRole: DeskCall {
    package static let need: Need = .right(.roleAdmin, .all)

    package func run(in desk: Desk, as caller: Principal) async throws -> RoleView {
        let reason = CleanText.clean(reason).collapsed(limit: 400)
        guard !reason.isEmpty else { throw DeskError(.badRequest, ["field": "reason"]) }
        let rights = try RightSet(checking: rights)
        let known = try await desk.database.read { try $0.roleVersions() }
            .first { $0.role == role }
        guard rights != known?.rights ?? role.builtInRights else { return RoleView(role, known) }
        let version = RoleVersion(
            role: role, version: (known?.version ?? 0) + 1, rights: rights, reason: reason)
        return try await desk.guarded(.role(version), reason: reason, as: caller) { transaction in
            try transaction.record(.rights(.roleSaved(version)))
            return RoleView(role, version)
        }
    }
}

extension RoleView {
    init(_ role: Role, _ version: RoleVersion?) {
        let rights = version?.rights ?? role.builtInRights
        let difference = RightsDifference(from: role.builtInRights, to: rights)
        self.init(
            role: role, version: version?.version ?? 0, rights: rights.words,
            added: difference.added, removed: difference.removed, reason: version?.reason)
    }
}

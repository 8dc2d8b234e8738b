package import HelpDesk

/// What each role allows on this desk, and how that differs from what is built in.
package struct ListRoles: RemoteCall {
    package static let method = "rights.roles"
    package init() {}

    package struct Reply: Codable, Sendable, Hashable {
        package var roles: [RoleView]
        package init(roles: [RoleView]) { self.roles = roles }
    }
}

/// A role as it stands; rights are words such as `assign:own`.
package struct RoleView: Codable, Sendable, Hashable {
    package var role: Role
    /// 0 for the built-in set.
    package var version: Int
    package var rights: [String]
    package var added: [String]
    package var removed: [String]
    /// Why it was changed last.
    package var reason: String?

    package init(
        role: Role, version: Int, rights: [String], added: [String], removed: [String],
        reason: String?
    ) {
        self.role = role
        self.version = version
        self.rights = rights
        self.added = added
        self.removed = removed
        self.reason = reason
    }
}

/// Gives a role another set of rights, whole. An act of two people: error `secondPerson` names the
/// request that another one has to approve.
package struct SaveRole: RemoteCall {
    package static let method = "rights.save_role"
    package typealias Reply = RoleView
    package var role: Role
    package var rights: [String]
    package var reason: String
    package init(role: Role, rights: [String], reason: String) {
        self.role = role
        self.rights = rights
        self.reason = reason
    }
}

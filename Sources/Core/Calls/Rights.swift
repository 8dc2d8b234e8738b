package import HelpDesk

/// Checks that every use case shares. What is out of somebody's scope does not exist for them.
package enum Rights {
    /// Throws `notAllowed` with the role that would do.
    package static func require(_ role: Role, of caller: Principal) throws(DeskError) {
        guard caller.role >= role else {
            throw DeskError(.notAllowed, ["needs": role.rawValue])
        }
    }
}

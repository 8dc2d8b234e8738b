import Glibc

/// Where the person's terminal stands. The desk tells one account on two hosts by it, so it is a
/// help against mistakes and shared logins, not proof against somebody who lies.
package enum TerminalOrigin {
    /// The address that `sshd` names first; nil for a terminal of this machine.
    package static var current: String? {
        address(getenv("SSH_CONNECTION").map { String(cString: $0) })
    }

    static func address(_ connection: String?) -> String? {
        guard let first = connection?.split(separator: " ").first, first.utf8.count <= 64,
            first.allSatisfy({ $0.isHexDigit || ".:%".contains($0) || $0.isLetter })
        else { return nil }
        return String(first)
    }
}

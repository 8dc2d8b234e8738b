package import HelpDesk
package import SwiftExtensions

/// First call on every connection. The kernel has said who is there; this says with what.
/// Errors: `versionMismatch`, `unknownUser` (arguments `user`, `admins`).
package struct Hello: RemoteCall {
    package static let method = "session.hello"

    package var version: Int
    package var client: String
    /// Whether pushed events are wanted on this connection.
    package var wantsEvents: Bool
    /// Unix user to act for; root and the core's own account may ask for it (scripts, tests).
    package var asUser: String?
    /// Where the person's terminal stands, as `SSH_CONNECTION` has it; nil for this machine.
    package var origin: String?

    package init(
        client: String, wantsEvents: Bool, version: Int = wireVersion, asUser: String? = nil,
        origin: String? = nil
    ) {
        self.version = version
        self.client = client
        self.wantsEvents = wantsEvents
        self.asUser = asUser
        self.origin = origin
    }

    package struct Reply: Codable, Sendable, Hashable {
        package var version: Int
        package var coreVersion: String
        package var me: Principal
        /// IANA name of the zone this person reads times in.
        package var timeZone: String
        package var now: Timestamp
        /// Whether the platforms are simulated and nothing leaves the machine.
        package var isRehearsal: Bool
        /// Length of the undo countdown of a reply, in seconds.
        package var undoSeconds: Int

        package init(
            version: Int, coreVersion: String, me: Principal, timeZone: String, now: Timestamp,
            isRehearsal: Bool, undoSeconds: Int
        ) {
            self.version = version
            self.coreVersion = coreVersion
            self.me = me
            self.timeZone = timeZone
            self.now = now
            self.isRehearsal = isRehearsal
            self.undoSeconds = undoSeconds
        }
    }
}

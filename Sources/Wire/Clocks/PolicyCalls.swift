package import HelpDesk
package import SwiftExtensions

/// The newest version of every policy in the order in which they are asked, and what the
/// marketplaces give for an answer.
package struct ListPolicies: RemoteCall {
    package static let method = "policy.list"
    package init() {}

    package struct Reply: Codable, Sendable, Hashable {
        package var policies: [ResponsePolicy]
        package var windows: [PlatformWindow]
        package init(policies: [ResponsePolicy], windows: [PlatformWindow]) {
            self.policies = policies
            self.windows = windows
        }
    }
}

/// All versions of a policy, the newest first. Error: `policyNotFound`.
package struct ShowPolicy: RemoteCall {
    package static let method = "policy.show"
    package var policy: PolicyID
    package init(policy: PolicyID) { self.policy = policy }

    package struct Reply: Codable, Sendable, Hashable {
        package var versions: [VersionView<ResponsePolicy>]
        package init(versions: [VersionView<ResponsePolicy>]) { self.versions = versions }
    }
}

/// Keeps a policy as its next version, on top of `policy.version` (0 for a new one, which is asked
/// last). Open debts keep the version they have. Errors: `policyRefused`, `policyChanged`,
/// and `secondPerson`: another person approves, then the caller makes the call again.
package struct SavePolicy: RemoteCall {
    package static let method = "policy.save"
    package typealias Reply = ResponsePolicy
    package var policy: ResponsePolicy
    package init(policy: ResponsePolicy) { self.policy = policy }
}

/// The order in which policies are asked; it names every policy once. Error: `policyChanged`.
package struct OrderPolicies: RemoteCall {
    package static let method = "policy.order"
    package typealias Reply = ListPolicies.Reply
    package var policies: [PolicyID]
    package init(policies: [PolicyID]) { self.policies = policies }
}

/// What a marketplace gives for an answer from an instant on. Messages of before keep what they had.
package struct SetPlatformWindow: RemoteCall {
    package static let method = "policy.window"
    package typealias Reply = ListPolicies.Reply
    package var window: PlatformWindow
    package init(window: PlatformWindow) { self.window = window }
}

/// Applies the newest policies to debts that wait, from their original starts. With `isPreview`
/// nothing changes: the reply says what would.
package struct ApplyPolicies: RemoteCall {
    package static let method = "policy.apply"
    package var isPreview: Bool
    package init(isPreview: Bool) { self.isPreview = isPreview }

    package struct Change: Codable, Sendable, Hashable {
        package var ticket: TicketID
        package var kind: ClockKind
        /// Nil where the clock is new.
        package var old: Timestamp?
        /// Nil where the clock ends.
        package var new: Timestamp?
        package var policy: PolicyID?

        package init(
            ticket: TicketID, kind: ClockKind, old: Timestamp?, new: Timestamp?,
            policy: PolicyID?
        ) {
            self.ticket = ticket
            self.kind = kind
            self.old = old
            self.new = new
            self.policy = policy
        }
    }

    package struct Reply: Codable, Sendable, Hashable {
        /// How many tickets were looked at.
        package var tickets: Int
        package var changes: [Change]
        package init(tickets: Int, changes: [Change]) {
            self.tickets = tickets
            self.changes = changes
        }
    }
}

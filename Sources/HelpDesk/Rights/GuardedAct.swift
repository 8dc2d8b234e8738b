package import SwiftExtensions

/// A request for an act that needs two people.
package struct GuardedRequestID: DeskIdentifier {
    package let rawValue: Int64
    package init(rawValue: Int64) { self.rawValue = rawValue }
}

/// The kinds of acts that one person asks for and another one approves (helpdesk section 16). A
/// reply that the linter blocks waits in the outbox instead and is approved there.
package enum GuardedKind: String, Codable, Sendable, CaseIterable {
    case void
    case personChange = "person-change"
    case roleChange = "role-change"
    case personalExport = "personal-export"
    case policyChange = "policy-change"
    case bulkSend = "bulk-send"
    case erasure
    case checkpointsOff = "checkpoints-off"

    /// What the second person needs.
    package var approval: Need {
        switch self {
        case .void: .right(.excuseBreach, .stores)
        case .personChange, .roleChange: .right(.roleAdmin, .all)
        case .personalExport: .verb(.export)
        case .policyChange: .right(.policyWrite, .all)
        case .bulkSend: .verb(.bulkSend)
        case .erasure: .right(.erase, .all)
        case .checkpointsOff: .right(.auditRead, .all)
        }
    }
}

/// What is asked for.
package enum GuardedAct: Hashable, Sendable, Codable {
    /// No buyer wrote these messages; their debts fall due soon. What comes in meanwhile is not
    /// among them.
    case void(TicketID, StoreID, debts: [DebtID])
    /// Somebody as they shall be.
    case person(Person)
    /// A role as it shall be.
    case role(RoleVersion)
    /// Leave for the requester to carry out one act of `kind` once. `subject` says in words of the
    /// command line what it is about; `digest` binds the leave to exactly that.
    case permit(GuardedKind, store: StoreID?, subject: String, digest: String)

    package var kind: GuardedKind {
        switch self {
        case .void: .void
        case .person: .personChange
        case .role: .roleChange
        case .permit(let kind, _, _, _): kind
        }
    }

    /// The store that it is about, if it is about one alone.
    package var store: StoreID? {
        switch self {
        case .void(_, let store, _): store
        case .permit(_, let store, _, _): store
        case .person, .role: nil
        }
    }

    /// Whether approving carries it out at once; a permit waits for its requester.
    package var isCarriedOutByApproval: Bool {
        if case .permit = self { false } else { true }
    }
}

/// What a role allows on this desk from a change on.
package struct RoleVersion: Hashable, Sendable, Codable {
    package var role: Role
    /// 1 is the first change of the built-in set.
    package var version: Int
    package var rights: RightSet
    package var reason: String

    package init(role: Role, version: Int, rights: RightSet, reason: String) {
        self.role = role
        self.version = version
        self.rights = rights
        self.reason = reason
    }
}

package struct GuardedRequest: Hashable, Sendable, Codable {
    package var id: GuardedRequestID
    package var act: GuardedAct
    package var requester: PersonID
    package var reason: String
    package var at: Timestamp

    package init(
        id: GuardedRequestID, act: GuardedAct, requester: PersonID, reason: String, at: Timestamp
    ) {
        self.id = id
        self.act = act
        self.requester = requester
        self.reason = reason
        self.at = at
    }

    package var expiresAt: Timestamp { at + GuardRules.lifetime }
}

/// How a request ended, or what became of it on the way.
package struct GuardedSettlement: Hashable, Sendable, Codable {
    package enum Outcome: String, Codable, Sendable, CaseIterable {
        case approved, refused
        /// Its requester took it back.
        case withdrawn
        /// Its requester did what the approval gave leave for.
        case used
        /// Nobody else on the desk could have approved it, so it went through on one name.
        case alone
    }

    package var request: GuardedRequestID
    package var outcome: Outcome
    package var requester: PersonID
    /// Who settled it: another person than the requester for `approved`, `refused` and `used`.
    package var by: PersonID
    package var reason: String
    package var at: Timestamp

    package init(
        request: GuardedRequestID, outcome: Outcome, requester: PersonID, by: PersonID,
        reason: String, at: Timestamp
    ) {
        self.request = request
        self.outcome = outcome
        self.requester = requester
        self.by = by
        self.reason = reason
        self.at = at
    }
}

package import SwiftExtensions

/// A request and what became of it.
package struct GuardedCase: Hashable, Sendable, Codable {
    package enum State: String, Codable, Sendable, CaseIterable {
        case open, approved, refused, withdrawn, used, alone, expired
    }

    package var request: GuardedRequest
    package var settlement: GuardedSettlement?

    package init(request: GuardedRequest, settlement: GuardedSettlement? = nil) {
        self.request = request
        self.settlement = settlement
    }

    /// An approval that waits for its requester lapses like a request that nobody answers.
    package func state(at now: Timestamp) -> State {
        let isOver = now >= request.expiresAt
        guard let settlement else { return isOver ? .expired : .open }
        switch settlement.outcome {
        case .approved:
            return isOver && !request.act.isCarriedOutByApproval ? .expired : .approved
        case .refused: return .refused
        case .withdrawn: return .withdrawn
        case .used: return .used
        case .alone: return .alone
        }
    }
}

/// The rules of acts that need two people (helpdesk section 16).
package enum GuardRules {
    /// How long a request and its approval are good.
    package static let lifetime: Duration = .minutes(30)

    /// Whether somebody could be the second person for `act`: another one than the requester, with
    /// the right, and with its store in sight.
    package static func mayApprove(
        _ act: GuardedAct, of requester: PersonID, as caller: Principal
    ) -> Bool {
        caller.person != requester && act.kind.approval.isMet(by: caller.rights)
            && (act.store.map(caller.scope.contains) ?? true)
    }

    /// What `caller` makes of a request; its requester can only take it back. `isDependent` says that
    /// the caller owes what they are to the requester alone.
    /// Throws `requestOver`, `requestOwn` and `notAllowed`.
    package static func settle(
        _ item: GuardedCase, isApproved: Bool, reason: String, as caller: Principal,
        isDependent: Bool = false, at now: Timestamp
    ) throws(DeskError) -> GuardedSettlement {
        let request = item.request
        let state = item.state(at: now)
        guard state == .open else {
            throw DeskError(.requestOver, ["state": state.rawValue])
        }
        let isOwn = caller.person == request.requester
        guard !isApproved || !isOwn && !isDependent else { throw DeskError(.requestOwn) }
        guard isOwn || mayApprove(request.act, of: request.requester, as: caller) else {
            throw DeskError(
                .notAllowed,
                ["needs": request.act.kind.approval.verbs.map(\.rawValue).joined(separator: ", ")])
        }
        return GuardedSettlement(
            request: request.id,
            outcome: isOwn ? .withdrawn : isApproved ? .approved : .refused,
            requester: request.requester, by: caller.person, reason: reason, at: now)
    }

    /// Whether an approval lets `caller` carry out `act` now.
    package static func permits(
        _ item: GuardedCase, _ act: GuardedAct, by caller: PersonID, at now: Timestamp
    ) -> Bool {
        item.request.act == act && item.request.requester == caller
            && item.state(at: now) == .approved && !act.isCarriedOutByApproval
    }

    /// Whoever was let in, or given rights, by the requester alone approves nothing of theirs for
    /// this long: two accounts of one person are not two persons.
    package static let probation: Duration = .days(30)

    /// Whether saving a person is a change of rights. To add an agent among the adder's own stores,
    /// to take stores away and to let somebody go who administers nothing takes one person; another
    /// role, more stores and the end of an administrator take two. `rights` are those of `old`.
    package static func needsTwo(
        _ person: Person, since old: Person?, rights: RightSet, by adder: StoreScope
    ) -> Bool {
        guard let old else { return person.role != .agent || !adder.covers(person.scope) }
        let administers = rights.allows(.userAdmin) || rights.allows(.roleAdmin)
        if person.role != old.role || !old.scope.covers(person.scope) { return true }
        if !person.isActive, old.isActive { return administers }
        return person.isActive && !old.isActive
    }
}

extension DeskError.Code {
    /// Another person must approve; arguments: `request`, `kind`, `expires` (ISO 8601).
    package static let secondPerson: Self = "rights.second_person"
    package static let requestNotFound: Self = "rights.request_not_found"
    /// The request is no longer open; argument: `state`.
    package static let requestOver: Self = "rights.request_over"
    /// Nobody approves what they asked for themselves.
    package static let requestOwn: Self = "rights.request_own"
}

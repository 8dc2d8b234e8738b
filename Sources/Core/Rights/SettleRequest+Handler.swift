package import HelpDesk
import Store
import SwiftExtensions
package import Wire

extension ListRequests: DeskCall {
    package static let need: Need = .signedIn

    private static let keptFor: Duration = .days(7)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        let now = desk.clock.now
        let isAuditor = caller.may(.auditRead, .all) && caller.scope == .all
        return try await desk.database.read { transaction in
            let cases = try transaction.guardedCases(since: now - Self.keptFor, limit: 200)
            let seen = try cases.map { try transaction.view(of: $0, for: caller, at: now) }
                .filter { view in
                    view.mayApprove || isAuditor
                        || view.item.request.requester == caller.person
                }
            return Reply(requests: seen.filter { !isOpenOnly || $0.state == .open })
        }
    }
}

extension SettleRequest: DeskCall {
    /// Who may approve depends on the kind of act, so `run` looks.
    package static let need: Need = .signedIn

    package func run(in desk: Desk, as caller: Principal) async throws -> GuardedView {
        let reason = CleanText.clean(reason).collapsed(limit: 400)
        return try await desk.act(as: caller) { transaction in
            guard let item = try transaction.guardedCase(request),
                item.request.act.store.map(caller.scope.contains) ?? true
            else {
                throw DeskError(.requestNotFound, ["request": String(request.rawValue)])
            }
            let isDependent = try transaction.isMade(
                caller.person, by: item.request.requester, at: transaction.now)
            let settlement = try GuardRules.settle(
                item, isApproved: isApproved, reason: reason, as: caller, isDependent: isDependent,
                at: transaction.now)
            try transaction.record(.rights(.requestSettled(settlement)))
            if settlement.outcome == .approved {
                try transaction.carryOut(item.request, desk)
            }
            guard let changed = try transaction.guardedCase(request) else {
                throw DeskError(.requestNotFound)
            }
            return try transaction.view(of: changed, for: caller, at: transaction.now)
        }
    }
}

extension WriteTransaction {
    /// Does what an approval gives leave for. Throws `requestOver` for what the desk has gone past
    /// meanwhile.
    fileprivate func carryOut(_ request: GuardedRequest, _ desk: Desk) throws {
        guard try desk.stillMay(request, self) else {
            throw DeskError(.requestOver, ["state": "requester"])
        }
        switch request.act {
        case .void(let id, _, let debts):
            try void(debts, of: id, by: request.requester, reason: request.reason)
        case .person(var person):
            let known = try self.person(unixUser: person.unixUser)
            let isSame = known.map { $0.id == person.id } ?? (person.id == PersonID(0))
            guard try isSame && !hasChanged(person, since: request) else {
                throw DeskError(.requestOver, ["state": "changed"])
            }
            if known == nil { person.id = try nextPersonID() }
            try SavePerson.check(person, desk)
            try record(.personSaved(person))
        case .role(let version):
            let known = try roleVersions().first { $0.role == version.role }?.version ?? 0
            guard version.version == known + 1 else {
                throw DeskError(.requestOver, ["state": "changed"])
            }
            try record(.rights(.roleSaved(version)))
        case .permit: break
        }
    }
}

extension ReadTransaction {
    func view(
        of item: GuardedCase, for caller: Principal, at now: Timestamp
    ) throws -> GuardedView {
        let request = item.request
        let state = item.state(at: now)
        return GuardedView(
            item: item, state: state,
            requesterName: try person(request.requester)?.displayName ?? "",
            settledByName: try item.settlement.flatMap { try person($0.by)?.displayName },
            changes: try changes(of: request.act),
            mayApprove: try state == .open
                && GuardRules.mayApprove(request.act, of: request.requester, as: caller)
                && !isMade(caller.person, by: request.requester, at: now))
    }

    /// What a request would change, against what stands now.
    private func changes(of act: GuardedAct) throws -> [PersonChange] {
        switch act {
        case .void, .permit: return []
        case .person(let person): return person.changes(since: try self.person(person.id))
        case .role(let version):
            let known = try roleVersions().first { $0.role == version.role }?.rights
            return RightsDifference(
                from: known ?? version.role.builtInRights, to: version.rights
            ).changes
        }
    }
}

extension ReadTransaction {
    /// More than anybody's people change in a month.
    private static let longestHistory = 5_000

    /// Whether somebody was let in, or given a role, stores or the way back, by `maker` alone
    /// within the probation.
    func isMade(_ person: PersonID, by maker: PersonID, at now: Timestamp) throws -> Bool {
        let saved = try rightsHistory(
            kinds: ["person-saved"], before: nil, limit: Self.longestHistory)
        var before: Person?
        for record in saved.reversed() {
            guard case .personSaved(let after) = record.event, after.id == person else { continue }
            let isGrant =
                before?.role != after.role || before?.scope != after.scope
                || before?.isActive != after.isActive
            before = after
            if isGrant, record.actor == .person(maker), now - record.at < GuardRules.probation {
                return true
            }
        }
        return false
    }

    /// Whether somebody was saved again after a request about them was made.
    fileprivate func hasChanged(_ person: Person, since request: GuardedRequest) throws -> Bool {
        let saved = try rightsHistory(
            kinds: ["rights-requested", "person-saved"], before: nil, limit: Self.longestHistory)
        for record in saved {
            switch record.event {
            case .rights(.requestMade(let made)) where made.id == request.id: return false
            case .personSaved(let after) where after.unixUser == person.unixUser: return true
            default: continue
            }
        }
        return true
    }
}

extension Desk {
    /// Whether a requester is still there and may do what they asked for.
    fileprivate func stillMay(
        _ request: GuardedRequest, _ transaction: ReadTransaction
    ) throws -> Bool {
        guard let person = try transaction.person(request.requester), person.isActive else {
            return false
        }
        let requester = people.principal(of: person)
        switch request.act {
        case .void(_, let store, _):
            return requester.may(.void) && requester.scope.contains(store)
        case .person: return requester.may(.userAdmin, .all)
        case .role: return requester.may(.roleAdmin, .all)
        case .permit: return true
        }
    }
}

extension RightsDifference {
    /// As changes of a field each, so that one list shows people and roles.
    var changes: [PersonChange] {
        removed.map { PersonChange("right", from: $0, to: "") }
            + added.map { PersonChange("right", from: "", to: $0) }
    }
}

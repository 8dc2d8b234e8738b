import HelpDesk
import Store
import SwiftExtensions

extension Desk {
    /// Carries out an act that needs two people, in one transaction: when an approval gives leave
    /// for it, or when nobody else on the desk could give one, which the record then says. Throws
    /// `secondPerson` with the number of the request otherwise; asking again names the same one.
    func guarded<T: Sendable>(
        _ act: GuardedAct, reason: String, as caller: Principal,
        _ body: @Sendable (WriteTransaction) throws -> T
    ) async throws -> T {
        let outcome = try await self.act(as: caller) { transaction -> GuardOutcome<T> in
            let waiting = try transaction.leave(
                for: act, reason: reason, of: caller.person, people: people)
            if let waiting { return .waits(waiting) }
            return .done(try body(transaction))
        }
        switch outcome {
        case .done(let value): return value
        case .waits(let request): throw DeskError.secondPerson(for: request)
        }
    }
}

private enum GuardOutcome<T: Sendable>: Sendable {
    case done(T)
    case waits(GuardedRequest)
}

extension DeskError {
    static func secondPerson(for request: GuardedRequest) -> DeskError {
        DeskError(
            .secondPerson,
            [
                "request": String(request.id.rawValue), "kind": request.act.kind.rawValue,
                "expires": request.expiresAt.iso8601,
            ])
    }
}

extension WriteTransaction {
    /// Uses up an approval of an act. Nil when the act may be carried out now, in this transaction;
    /// else the request that waits for somebody, a new one or one of before.
    func leave(
        for act: GuardedAct, reason: String, of caller: PersonID, people: PeopleInMemory
    ) throws -> GuardedRequest? {
        let mine = try guardedCases(since: now - GuardRules.lifetime, limit: .max)
            .filter { $0.request.requester == caller && $0.request.act == act }
        if let leave = mine.first(where: { GuardRules.permits($0, act, by: caller, at: now) }) {
            // The approver's name stays with the request; the entry itself says who used it.
            try settle(
                leave.request, .used, by: leave.settlement?.by ?? caller,
                reason: leave.settlement?.reason ?? reason)
            return nil
        }
        if let waiting = mine.first(where: { $0.state(at: now) == .open }) {
            return waiting.request
        }
        let request = GuardedRequest(
            id: try nextGuardedRequestID(), act: act, requester: caller, reason: reason, at: now)
        try record(.rights(.requestMade(request)))
        if try canBeApproved(act, caller, people) { return request }
        try settle(request, .alone, by: caller, reason: reason)
        return nil
    }

    private func canBeApproved(
        _ act: GuardedAct, _ requester: PersonID, _ people: PeopleInMemory
    ) throws -> Bool {
        try self.people().contains {
            try $0.isActive
                && GuardRules.mayApprove(act, of: requester, as: people.principal(of: $0))
                && !isMade($0.id, by: requester, at: now)
        }
    }

    private func settle(
        _ request: GuardedRequest, _ outcome: GuardedSettlement.Outcome, by person: PersonID,
        reason: String
    ) throws {
        try record(
            .rights(
                .requestSettled(
                    GuardedSettlement(
                        request: request.id, outcome: outcome, requester: request.requester,
                        by: person, reason: reason, at: now))))
    }
}

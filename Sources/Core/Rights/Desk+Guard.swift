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
            let since = transaction.now - GuardRules.lifetime
            let mine = try transaction.guardedCases(since: since, limit: .max)
                .filter { $0.request.requester == caller.person && $0.request.act == act }
            if let leave = mine.first(where: {
                GuardRules.permits($0, act, by: caller.person, at: transaction.now)
            }) {
                try transaction.settle(leave.request, .used, by: caller.person, reason: reason)
                return .done(try body(transaction))
            }
            if let waiting = mine.first(where: { $0.state(at: transaction.now) == .open }) {
                return .waits(waiting.request)
            }
            let request = GuardedRequest(
                id: try transaction.nextGuardedRequestID(), act: act, requester: caller.person,
                reason: reason, at: transaction.now)
            try transaction.record(.rights(.requestMade(request)))
            guard try !canBeApproved(act, caller.person, transaction) else {
                return .waits(request)
            }
            try transaction.settle(request, .alone, by: caller.person, reason: reason)
            return .done(try body(transaction))
        }
        switch outcome {
        case .done(let value): return value
        case .waits(let request): throw Self.secondPerson(for: request)
        }
    }

    private func canBeApproved(
        _ act: GuardedAct, _ requester: PersonID, _ transaction: ReadTransaction
    ) throws -> Bool {
        try transaction.people().contains {
            $0.isActive
                && GuardRules.mayApprove(act, of: requester, as: people.principal(of: $0))
        }
    }

    private static func secondPerson(for request: GuardedRequest) -> DeskError {
        DeskError(
            .secondPerson,
            [
                "request": String(request.id.rawValue), "kind": request.act.kind.rawValue,
                "expires": request.expiresAt.iso8601,
            ])
    }
}

private enum GuardOutcome<T: Sendable>: Sendable {
    case done(T)
    case waits(GuardedRequest)
}

extension WriteTransaction {
    func settle(
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

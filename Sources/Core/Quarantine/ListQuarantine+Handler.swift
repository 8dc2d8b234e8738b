package import HelpDesk
import Store
package import Wire

extension ListQuarantine: DeskCall {
    package static let need: Need = .verb(.quarantine)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        try await desk.requireStore(store, for: caller)
        return try await desk.database.read { transaction in
            let mails = try transaction.heldMails(
                scope: caller.scope, store: store, includesReleased: includesReleased,
                offset: max(offset, 0), limit: min(max(limit, 1), 500))
            return Reply(
                mails: try mails.map { try HeldMail($0, transaction).view },
                total: try transaction.heldMailTotal(
                    scope: caller.scope, store: store, includesReleased: includesReleased))
        }
    }
}

extension ShowQuarantine: DeskCall {
    package static let need: Need = .verb(.quarantine)

    package func run(in desk: Desk, as caller: Principal) async throws -> QuarantinedMailDetail {
        try await desk.database.read { transaction in
            try HeldMail(transaction.heldMail(mail, to: caller), transaction).detail
        }
    }
}

extension ReadTransaction {
    /// A mail that is or was set aside, within the caller's scope. Throws `quarantineNotFound`.
    func heldMail(_ id: RawMailID, to caller: Principal) throws -> RawMail {
        guard let mail = try rawMail(id), mail.outcome == .quarantined || mail.releasedAt != nil,
            mail.store.map({ caller.scope.contains($0) }) ?? (caller.scope == .all)
        else { throw DeskError(.quarantineNotFound, ["mail": String(id.rawValue)]) }
        return mail
    }
}

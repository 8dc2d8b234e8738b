import HelpDesk
import Store
import SwiftExtensions

extension Desk {
    /// Brings stores, people and templates of the settings into the record, only where they differ.
    func applySettings() async throws {
        try await act(service: .configuration) { transaction in
            for store in settings.stores where try transaction.store(store.id) != store {
                try transaction.record(.storeConfigured(store))
            }
            for seed in settings.people {
                try transaction.admit(seed)
            }
            for renewal in settings.credentials
            where try transaction.credential(renewal.subject) == nil {
                try transaction.record(.credentialRenewed(renewal))
            }
            try adoptTemplates(transaction)
        }
        keepLimiter(try await database.read { try $0.limiters() })
    }

    /// What was under way when the core stopped: a reply handed to the transport is unknown, never
    /// sent again by itself. Jobs that were running count one attempt more, so that one that brings
    /// the core down does not do so for ever.
    func recoverFromCrash() async throws {
        try await act(service: .recovery) { transaction in
            for lease in try transaction.leases() { try transaction.interrupt(lease) }
            for item in try transaction.outbox(states: [.sending], scope: .all) {
                try transaction.record(
                    .outboxMoved(
                        OutboxMove(
                            item: item.id, from: .sending, to: .unknown, at: transaction.now,
                            evidence: "core-stopped-while-sending")))
            }
            for dispatch in try transaction.dispatches(
                states: [.sending], scope: .all, limit: .max)
            {
                try transaction.move(
                    dispatch, to: .unknown, evidence: "core-stopped-while-sending",
                    problem: .dispatchUnclear)
                try transaction.lookAfter(dispatch)
            }
        }
    }

    /// Replies of stores that send through no mailbox any more go back to people, who would
    /// otherwise wait for them for ever.
    func failUnsendable() async throws {
        try await act(service: .recovery) { transaction in
            for item in try transaction.outbox(states: [.queued], scope: .all)
            where !hasSender(item.store) {
                try transaction.record(
                    .outboxMoved(
                        OutboxMove(
                            item: item.id, from: .queued, to: .failed, at: transaction.now,
                            evidence: "no-sender")))
            }
            for dispatch in try transaction.dispatches(
                states: [.queued], scope: .all, limit: .max)
            where ports.dispatches[dispatch.store] == nil {
                try transaction.move(
                    dispatch, to: .refused, evidence: "no-platform", problem: .dispatchNoPlatform)
                try transaction.finishJob(of: dispatch)
            }
        }
    }

    private func hasSender(_ store: StoreID) -> Bool {
        guard let mailbox = settings.store(store)?.mailbox else { return false }
        return ports.mailboxes[mailbox]?.sender != nil
    }
}

extension WriteTransaction {
    /// Adds somebody whom the settings name; whoever is known already keeps what an admin set.
    fileprivate func admit(_ seed: PersonSeed) throws {
        guard try person(unixUser: seed.unixUser) == nil else { return }
        try record(
            .personSaved(
                Person(
                    id: try nextPersonID(), unixUser: seed.unixUser,
                    displayName: seed.displayName, role: seed.role, scope: seed.scope,
                    languages: seed.languages, timeZone: seed.timeZone)))
    }
}

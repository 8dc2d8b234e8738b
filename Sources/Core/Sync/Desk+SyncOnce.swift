package import HelpDesk
import Store

extension Desk {
    /// One pass over one store or all of them, without services: mails of their mailboxes, then
    /// orders by the plan. What failed is in the summary; nothing is thrown for it.
    /// Throws `storeOutOfScope` for a store that is not configured.
    package func syncOnce(store only: StoreID? = nil) async throws -> SyncSummary {
        if let only, settings.store(only) == nil {
            throw DeskError(.storeOutOfScope, ["store": only.rawValue])
        }
        _ = try await MailIntake(desk: self).settleLeftovers()
        return try await pass(over: settings.stores.filter { (only ?? $0.id) == $0.id })
    }

    /// One pass over these stores, also beside running services: a store's orders wait for the
    /// service's own pass, and mails that its session took in meanwhile are not this pass's.
    func pass(over profiles: [StoreProfile]) async throws -> SyncSummary {
        var entries: [SyncSummary.Store] = []
        var taken: [MailboxName: [SyncSummary.Problem]?] = [:]
        for profile in profiles {
            var entry = SyncSummary.Store(id: profile.id)
            if let mailbox = profile.mailbox, let feed = ports.mailboxes[mailbox]?.feed {
                if let errors = taken[mailbox] {
                    entry.errors = errors
                } else {
                    try await turns.run("mailbox:\(mailbox)") {
                        try await takeIn(mailbox, feed, &entry)
                    }
                    taken[mailbox] = entry.errors
                }
            }
            entries.append(entry)
        }
        let stores = try await pullAll(entries)
        try await flushJournal()
        return SyncSummary(stores: stores)
    }

    /// The orders of all stores side by side, so that a slow platform delays no other.
    private func pullAll(_ entries: [SyncSummary.Store]) async throws -> [SyncSummary.Store] {
        try await withThrowingTaskGroup(of: (Int, SyncSummary.Store).self) { group in
            for (index, entry) in entries.enumerated() {
                guard let platform = ports.orders[entry.id] else { continue }
                group.addTask {
                    var entry = entry
                    try await self.pull(platform, &entry)
                    return (index, entry)
                }
            }
            var stores = entries
            for try await (index, entry) in group { stores[index] = entry }
            return stores
        }
    }

    /// One pass over one mailbox alone. Throws `mailboxUnreachable` with the reason.
    @discardableResult
    package func syncOnce(mailbox: MailboxName) async throws -> IntakeCounts {
        guard let feed = ports.mailboxes[mailbox]?.feed else {
            throw DeskError(.mailboxUnreachable, ["mailbox": mailbox.rawValue])
        }
        let pass = try await IntakeService(desk: self, mailbox: mailbox, feed: feed).runOnce()
        if let failure = pass.failure {
            throw DeskError(
                .mailboxUnreachable, ["mailbox": mailbox.rawValue], detail: failure.message)
        }
        return pass.counts
    }

    /// A mailbox may serve several stores: its mails are counted at the first one asked for, its
    /// trouble is everybody's.
    private func takeIn(
        _ mailbox: MailboxName, _ feed: any MailFeed, _ entry: inout SyncSummary.Store
    ) async throws {
        let service = IntakeService(desk: self, mailbox: mailbox, feed: feed)
        do {
            if let login = ports.mailboxes[mailbox]?.login, let network = ports.network {
                _ = try await login.renew(at: clock.now, by: network)
            }
            let (counts, failure) = try await service.runOnce()
            entry.messages = counts
            if let failure { entry.errors = [SyncSummary.Problem(failure)] }
        } catch let error where !(error is CancellationError) {
            let failure = SyncFailure(
                errorClass: .mailbox, operation: "mailbox", message: "\(error)")
            entry.errors = [SyncSummary.Problem(failure)]
        }
    }

    private func pull(
        _ platform: any OrderPlatform, _ entry: inout SyncSummary.Store
    ) async throws {
        let before = platform.callCounts
        let store = entry.id
        let syncer = OrderSyncer(desk: self, store: store, platform: platform)
        let pass = try await turns.run(OrderSyncer.turn(store)) {
            try await syncer.run(isForced: true)
        }
        let after = platform.callCounts
        entry.orders.pulled = pass.pulled
        entry.orders.created = pass.changes.created
        entry.orders.updated = pass.changes.updated
        entry.orders.pages = pass.pages
        entry.orders.requests = after.requests - before.requests
        entry.orders.throttled = after.throttled - before.throttled
        var failure = pass.failure
        if failure == nil, pass.isHeldBack, pass.pages == 0 {
            // Nothing was asked, so what the platform said last still stands.
            failure = try await database.read { transaction in
                try transaction.syncHealth().first { $0.store == store && $0.kind == .orders }?
                    .failure
            }
        }
        if let failure { entry.orders.errors = [SyncSummary.Problem(failure)] }
        entry.cursor = try await database.read { try $0.cursor("orders:\(store)") }
    }
}

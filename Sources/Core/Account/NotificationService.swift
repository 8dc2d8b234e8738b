package import ChannelAmazon
package import HelpDesk
import Store
import SwiftExtensions

/// Listens to the platform's notifications. They only ring: whatever they are about is asked for as
/// polling would, only sooner, so nothing is lost when they stay away.
struct NotificationService: Sendable {
    let desk: Desk
    let queue: any NotificationSource

    func run() async throws {
        while !Task.isCancelled {
            if let next = try await turn() { try await desk.clock.sleep(until: next) }
        }
    }

    /// Asks the queue once; returns until when to leave it alone after a failure.
    func turn() async throws -> Timestamp? {
        do {
            _ = try await runOnce(waitSeconds: 20)
            return nil
        } catch let failure as SyncFailure {
            let next = desk.clock.now + AccountPlan.pause(after: failure)
            try await note(failure, until: next)
            return next
        }
    }

    /// Trouble is shown in its lane and stands in the sync log, as that of every other call.
    private func note(_ failure: SyncFailure, until next: Timestamp) async throws {
        let now = desk.clock.now
        desk.progress.queueAsked(failure, at: now, next: next)
        try await desk.act(service: .account) { transaction in
            try transaction.putSyncLog([
                SyncLogLine(
                    at: now, store: nil, operation: failure.operation,
                    errorClass: failure.errorClass, requestID: failure.requestID,
                    message: failure.message)
            ])
        }
    }

    /// Takes one batch in; returns how many messages there were. A message is taken away only after
    /// its ring is in the database.
    func runOnce(waitSeconds: Int) async throws -> Int {
        let batch = try await queue.receive(waitSeconds: waitSeconds)
        desk.progress.queueAsked(nil, at: desk.clock.now)
        for message in batch {
            if let notification = message.notification {
                try await desk.act(service: .account) { try ring(for: notification, $0) }
            }
            try await queue.delete(message)
        }
        return batch.count
    }

    private func ring(
        for notification: PlatformNotification, _ transaction: WriteTransaction
    ) throws {
        if let id = notification.id, try !transaction.seeNotification(id) { return }
        let stores = desk.settings.stores.filter { $0.sellerID == notification.sellerID }
            .map(\.id)
        switch notification.subject {
        case .order(let order, _):
            let known = try transaction.store(ofOrder: order, scope: .only(Set(stores)))
            for store in known.map({ [$0] }) ?? stores where desk.ports.orders[store] != nil {
                try transaction.schedule(
                    .orderRefresh, key: JobKind.key(store, order), at: transaction.now)
            }
        case .report(let id, _):
            for store in stores {
                for task in try transaction.accountTasks(of: store) where task.reportID == id {
                    try transaction.pull(task)
                }
            }
        case .accountStatus: try pull([.participation, .health], of: stores, transaction)
        case .stock: try pull([.inventory], of: stores, transaction)
        case .money, .other: break
        }
    }

    private func pull(
        _ topics: [AccountTopic], of stores: [StoreID], _ transaction: WriteTransaction
    ) throws {
        for store in stores {
            for topic in topics {
                guard let task = try transaction.accountTask(store, topic) else { continue }
                try transaction.pull(task)
            }
        }
    }
}

/// Where notifications come from.
package protocol NotificationSource: Sendable {
    func receive(waitSeconds: Int) async throws(SyncFailure) -> [QueuedNotification]
    func delete(_ message: QueuedNotification) async throws(SyncFailure)
}

extension NotificationQueue: NotificationSource {}

extension WriteTransaction {
    /// Has a topic's next turn come now.
    func pull(_ task: AccountTask) throws {
        guard task.nextRun > now else { return }
        var task = task
        task.nextRun = now
        try record(.account(.taskMoved(task)))
    }
}

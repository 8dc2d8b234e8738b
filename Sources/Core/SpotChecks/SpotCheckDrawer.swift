import HelpDesk
import Store
import SwiftExtensions

/// Draws the day's samples for comparing the desk with the platform by hand (helpdesk section 19).
struct SpotCheckDrawer: Sendable {
    let desk: Desk

    /// Samples a day over all stores.
    static let perDay = 10
    /// Samples come from this long before; an hour younger than the first is not over yet for late
    /// mails.
    private static let youngest: Int64 = 3
    private static let oldest: Int64 = 72
    private static let hour: Int64 = 3_600_000

    /// Draws today's samples (UTC) unless that was done; nothing is drawn from before the desk knew
    /// a store's mail.
    func runDue() async throws {
        let now = desk.clock.now
        let today = Timestamp(
            milliseconds: now.milliseconds.floorDivided(by: 24 * Self.hour) * 24 * Self.hour)
        let (drawn, stores) = try await desk.database.read { transaction in
            (
                try transaction.drawnSpotChecks(since: today),
                try known(in: transaction, before: now - .hours(Self.youngest))
            )
        }
        guard drawn == 0, !stores.isEmpty else { return }
        try await desk.act(service: .timers) { transaction in
            try draw(from: stores, at: now, transaction)
        }
    }

    /// Stores that have mail, with the first hour of it.
    private func known(
        in transaction: ReadTransaction, before end: Timestamp
    ) throws -> [(store: StoreID, first: Timestamp)] {
        try desk.settings.stores.filter { $0.mailbox != nil }.compactMap { store in
            guard let first = try transaction.firstArrival(of: store.id), first < end else {
                return nil
            }
            return (store.id, first)
        }
    }

    private func draw(
        from stores: [(store: StoreID, first: Timestamp)], at now: Timestamp,
        _ transaction: WriteTransaction
    ) throws {
        let newest = now.milliseconds.floorDivided(by: Self.hour) - Self.youngest
        var drawn = 0
        // A small desk has fewer (store, hour) pairs than samples; it is asked only so often.
        for _ in 0..<Self.perDay * 8 where drawn < Self.perDay {
            let (store, first) = stores[Int(desk.random.next() % UInt64(stores.count))]
            let back = Int64(desk.random.next() % UInt64(Self.oldest - Self.youngest))
            let start = Timestamp(milliseconds: (newest - back) * Self.hour)
            guard start >= first, try !transaction.isDrawn(store, start) else { continue }
            try transaction.record(
                .spotCheckDrawn(
                    SpotCheckDraw(
                        id: try transaction.nextSpotCheckID(), store: store, start: start,
                        cause: .random)))
            drawn += 1
        }
    }
}

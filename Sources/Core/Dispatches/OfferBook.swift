import HelpDesk
import SwiftExtensions
import Synchronization

/// What the platform offered for orders within the last minute: what it offers may change with
/// every message, so nothing older is shown (amazon.md 1.2).
final class OfferBook: Sendable {
    private struct Key: Hashable {
        var store: StoreID
        var order: OrderID
    }

    private struct Entry {
        var offers: PlatformOffers
        var askedAt: Timestamp
    }

    static let freshness: Duration = .seconds(60)
    private static let most = 500
    private let entries = Mutex<[Key: Entry]>([:])

    /// What was offered, and when; nil when that is too long ago.
    func offers(
        for order: OrderID, of store: StoreID, at now: Timestamp
    ) -> (offers: PlatformOffers, askedAt: Timestamp)? {
        entries.withLock { entries in
            guard let entry = entries[Key(store: store, order: order)],
                now - entry.askedAt < Self.freshness, entry.askedAt <= now
            else { return nil }
            return (entry.offers, entry.askedAt)
        }
    }

    func keep(_ offers: PlatformOffers, for order: OrderID, of store: StoreID, at now: Timestamp) {
        entries.withLock { entries in
            if entries.count >= Self.most {
                entries = entries.filter { now - $0.value.askedAt < Self.freshness }
            }
            entries[Key(store: store, order: order)] = Entry(offers: offers, askedAt: now)
        }
    }

    /// What was sent changes what is offered.
    func forget(_ order: OrderID, of store: StoreID) {
        entries.withLock { $0[Key(store: store, order: order)] = nil }
    }
}

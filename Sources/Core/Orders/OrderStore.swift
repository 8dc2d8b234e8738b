import HelpDesk
import Store
import SwiftExtensions

/// What storing fetched orders changed.
struct OrderChanges: Sendable, Hashable {
    var created = 0
    var updated = 0
}

extension WriteTransaction {
    /// Stores orders; by platform time the newest wins. What is the same as before leaves no trace
    /// in the record, unless its freshness is `worthNoting`.
    func save(
        _ orders: [PulledOrder], worthNoting age: Duration? = nil,
        ending ended: (OrderStatus) -> Set<CaseKind>
    ) throws -> OrderChanges {
        var changes = OrderChanges()
        for fetched in orders {
            let stored = try order(fetched.order.id, store: fetched.order.store)
            let known = stored?.0
            if let known,
                OrderAge.keeps(known.updatedAt, over: fetched.order.updatedAt, at: now)
            {
                continue
            }
            if known != fetched.order {
                try record(.orderSaved(fetched.order))
                if known == nil { changes.created += 1 } else { changes.updated += 1 }
                try endCases(of: fetched.order, ended(fetched.order.status))
            } else if let age, let stored, now - stored.refreshedAt > age {
                try record(.orderSaved(fetched.order))
            }
            try settleDrift(of: fetched.order.id, in: fetched.order.store)
            if let contact = fetched.contact {
                try putOrderContact(fetched.order.id, fetched.order.store, contact)
            }
        }
        return changes
    }

    /// What the platform did with the order may leave nothing to do: a wish to cancel an order that
    /// is cancelled.
    private func endCases(of order: Order, _ kinds: Set<CaseKind>) throws {
        guard !kinds.isEmpty else { return }
        try apply(
            CaseRules.ended(
                by: kinds, among: try cases(order: order.id, store: order.store), at: now,
                proof: .order(order.status)))
    }
}

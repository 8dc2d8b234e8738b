package import SwiftExtensions

/// When a buyer may be asked for a review: from 5 days after the earliest to 30 days after the
/// latest delivery date of the order (amazon reference 4, Solicitations).
package struct ReviewWindow: Hashable, Sendable, Codable {
    package var opens: Timestamp
    package var closes: Timestamp

    /// Nil when the order names no delivery dates: the platform alone then knows.
    package init?(of order: Order) {
        guard let earliest = order.deliverFrom ?? order.deliverBy,
            let latest = order.deliverBy ?? order.deliverFrom
        else { return nil }
        opens = earliest + .days(5)
        closes = max(latest, earliest) + .days(30)
    }

    package func contains(_ instant: Timestamp) -> Bool { (opens...closes).contains(instant) }
}

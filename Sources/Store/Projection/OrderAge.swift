package import SwiftExtensions

/// Which of two pictures of an order is the newer one.
package enum OrderAge {
    /// Whether the known picture stays: by platform time the newest wins. A time far ahead of ours, as
    /// a broken record may bear, says nothing: else the order would stay as it was for ever.
    package static func keeps(
        _ known: Timestamp, over fetched: Timestamp, at now: Timestamp
    ) -> Bool {
        known > fetched && known <= now + .days(1)
    }
}

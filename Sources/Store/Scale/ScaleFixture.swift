package import HelpDesk
import Jobs
package import SwiftExtensions

/// Fills a database with plausible, repeatable work, for benchmarks and plans at scale.
package enum ScaleFixture {
    /// The stores that `fill` configures.
    package static let stores: [StoreID] = ["scale-us", "scale-eu", "scale-uk", "scale-jp"]

    /// The last instant of what `fill` writes, unless told otherwise.
    package static let now = Timestamp(seconds: 1_772_900_000)

    /// Tickets written in one transaction.
    private static let batch = 2_000

    /// Writes `tickets` tickets with messages, debts, orders and contents through `record`, in
    /// large transactions. Instants lie in the 90 days before `now`. The same seed gives the same
    /// rows. The database must be empty.
    package static func fill(
        _ database: DeskDatabase, tickets: Int, seed: UInt64,
        now: Timestamp = ScaleFixture.now
    ) throws {
        var writer = ScaleWriter(random: SeededRandom(seed: seed), now: now)
        try database.writeSync(as: .service("scale"), at: now) { try writer.setUp($0) }
        var written = 0
        while written < tickets {
            let count = min(batch, tickets - written)
            try database.writeSync(as: .service("scale"), at: now) { transaction in
                for _ in 0..<count { try writer.addTicket(transaction) }
            }
            written += count
        }
    }
}

package import HelpDesk
import Store
import SwiftExtensions
package import Wire

extension ListSpotChecks: DeskCall {
    package static let need: Need = .verb(.spotCheck)

    private static let limit = 500

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        let now = desk.clock.now
        let since = now - .days(Int64(min(max(days, 0), 3650)))
        return try await desk.database.read { transaction in
            let open = try transaction.openSpotChecks(limit: Self.limit)
                .filter { caller.scope.contains($0.draw.store) }
            let recorded =
                days > 0
                ? try transaction.recordedSpotChecks(since: since, limit: Self.limit)
                    .filter { caller.scope.contains($0.draw.store) } : []
            return Reply(
                checks: try (open + recorded).map { try transaction.view(of: $0) },
                summary: try summary(waiting: open.count, for: caller, in: transaction))
        }
    }

    private func summary(
        waiting: Int, for caller: Principal, in transaction: ReadTransaction
    ) throws -> SpotCheckSummary {
        var counts: [SpotCheckFinding.Result: Int] = [:]
        for row in try transaction.spotCheckResults() where caller.scope.contains(row.store) {
            counts[row.result, default: 0] += row.count
        }
        let recorded = counts.values.reduce(0, +)
        let missing = counts[.missing, default: 0]
        return SpotCheckSummary(
            waiting: waiting, recorded: recorded, missing: missing,
            extra: counts[.extra, default: 0],
            upperBound: Chance.upperBound(hits: missing, of: recorded))
    }
}

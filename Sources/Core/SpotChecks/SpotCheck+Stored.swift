import HelpDesk
import Store
import SwiftExtensions
import Wire

extension ReadTransaction {
    /// A sample with what the desk has in its hour.
    func view(of check: StoredSpotCheck) throws -> SpotCheck {
        let (draw, end) = (check.draw, check.draw.start + .hours(1))
        let found = try buyerMessages(of: draw.store, from: draw.start, to: end)
        return SpotCheck(
            id: draw.id, store: draw.store, start: draw.start, deskCount: found.count,
            tickets: Array(found.tickets.prefix(50)),
            result: check.result.flatMap { SpotCheck.Result(rawValue: $0.rawValue) },
            platformCount: check.platformCount, note: check.note,
            recordedBy: try check.recordedBy.flatMap { try person($0)?.displayName },
            recordedAt: check.recordedAt)
    }
}

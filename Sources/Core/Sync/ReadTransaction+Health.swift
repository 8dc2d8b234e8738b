import HelpDesk
import Store
import SwiftExtensions
import Wire

extension ReadTransaction {
    /// How every (store, kind) that ever ran is doing, as the record says.
    func health(_ sight: BlindSight, at now: Timestamp) throws -> [SyncHealth] {
        try syncHealth().map { entry in
            SyncHealth(
                store: entry.store, kind: entry.kind, lastSuccess: entry.lastSuccess,
                lastAttempt: entry.lastAttempt, failure: entry.failure,
                blindSince: sight.blindSince(
                    entry.store, entry.kind, seenThrough: entry.seenThrough, at: now))
        }
    }
}

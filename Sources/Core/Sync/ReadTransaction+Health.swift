import HelpDesk
import Store
import Wire

extension ReadTransaction {
    /// How every (store, kind) that ever ran is doing, as the record says.
    func health() throws -> [SyncHealth] {
        try syncHealth().map { entry in
            SyncHealth(
                store: entry.store, kind: entry.kind, lastSuccess: entry.lastSuccess,
                lastAttempt: entry.lastAttempt, failure: entry.failure)
        }
    }
}

import Channels
import HelpDesk
import Store
import SwiftExtensions

extension ReadMail {
    /// A mail that does not say when it was sent may have waited since its store was last known to
    /// be complete: its clock starts there, and is marked as estimated (helpdesk section 19).
    func dated(in transaction: ReadTransaction) throws -> ReadMail {
        guard inbound.isTimeEstimated else { return self }
        let store = addressed ?? (stores.count == 1 ? stores[0].id : nil)
        let seen = try transaction.syncHealth()
            .first { $0.kind == .messages && $0.store == store }?.seenThrough
        guard let seen, seen < inbound.platformTime else { return self }
        var copy = self
        copy.inbound.platformTime = seen
        return copy
    }
}

import HelpDesk
import Store
import SwiftExtensions
import Synchronization

/// What tickets weigh, measured anew every few minutes: it changes slowly and costs a walk over
/// eight weeks of answers.
final class LoadShelf: Sendable {
    private static let lasts: Duration = .minutes(10)
    private let state = Mutex<(at: Timestamp, load: TicketLoad)?>(nil)

    func load(_ transaction: ReadTransaction, at now: Timestamp) throws -> TicketLoad {
        let known = state.withLock { $0 }
        if let known, known.at <= now, now - known.at < Self.lasts { return known.load }
        let load = try TicketLoad.measured(transaction, at: now)
        state.withLock { $0 = (now, load) }
        return load
    }
}

import ChannelAmazon
import HelpDesk
import Store
import SwiftExtensions
import Synchronization

/// Outcomes that could not be written down yet, because the database refused. The next pass tries
/// again; after a crash the dispatch is `unknown`, and either way nothing is sent twice.
final class UnsettledDispatches: Sendable {
    struct Send: Sendable {
        var outcome: SendOutcome
        var at: Timestamp
    }

    private let sends = Mutex<[DispatchID: Send]>([:])

    func remember(_ dispatch: DispatchID, _ send: Send) {
        sends.withLock { $0[dispatch] = send }
    }

    func forget(_ dispatch: DispatchID) { sends.withLock { $0[dispatch] = nil } }

    var all: [(dispatch: DispatchID, send: Send)] {
        sends.withLock { $0.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 } }
    }
}

extension Desk {
    /// Whether a dispatch is not with the platform any more, as far as the record goes.
    func isSettled(_ id: DispatchID) throws -> Bool {
        try database.readSync { try $0.dispatch(id)?.state != .sending }
    }
}

import HelpDesk
import MailKit
import SwiftExtensions
import Synchronization

/// Results of the transport that could not be written down yet, because the database refused. The
/// next pass tries again; after a crash the item is `unknown`, and either way nothing is sent twice.
final class UnsettledSends: Sendable {
    struct Send: Sendable {
        var result: SendResult
        var at: Timestamp
    }

    private let sends = Mutex<[OutboxID: Send]>([:])

    func remember(_ item: OutboxID, _ send: Send) { sends.withLock { $0[item] = send } }
    func forget(_ item: OutboxID) { sends.withLock { $0[item] = nil } }

    var all: [(item: OutboxID, send: Send)] {
        sends.withLock { $0.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 } }
    }
}

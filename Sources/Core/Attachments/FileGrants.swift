import HelpDesk
import SwiftExtensions
import Synchronization

/// Who may read which file right now. A grant is given with the record of an opening, belongs to one
/// person, and ends soon; so no byte of a buyer's file leaves the core without a line in the record.
final class FileGrants: Sendable {
    struct Grant: Sendable {
        var person: PersonID
        var store: StoreID
        var digest: String
        var until: Timestamp
    }

    private struct State {
        var grants: [String: Grant] = [:]
        /// The file that is being read, opened once for all its pieces.
        var loaded: (digest: String, bytes: [UInt8])?
    }

    private static let most = 256
    static let duration = Duration.seconds(600)
    private let state = Mutex(State())

    func give(_ name: String, _ grant: Grant, now: Timestamp) {
        state.withLock { state in
            state.grants = state.grants.filter { $0.value.until > now }
            if state.grants.count >= Self.most,
                let oldest = state.grants.min(by: { $0.value.until < $1.value.until })?.key
            {
                state.grants[oldest] = nil
            }
            state.grants[name] = grant
        }
    }

    /// Throws `fileGrantOver` for a name that is unknown, somebody else's or too old, or for a store
    /// that the caller may not see any more.
    func grant(_ name: String, of caller: Principal, now: Timestamp) throws(DeskError) -> Grant {
        let grant = state.withLock { $0.grants[name] }
        guard let grant, grant.person == caller.person, grant.until > now,
            caller.scope.contains(grant.store)
        else {
            throw DeskError(.fileGrantOver)
        }
        return grant
    }

    func loaded(_ digest: String) -> [UInt8]? {
        state.withLock { $0.loaded?.digest == digest ? $0.loaded?.bytes : nil }
    }

    func load(_ digest: String, _ bytes: [UInt8]) {
        state.withLock { $0.loaded = (digest, bytes) }
    }

    func finish(_ name: String, _ digest: String) {
        state.withLock { state in
            state.grants[name] = nil
            if state.loaded?.digest == digest { state.loaded = nil }
        }
    }
}

import HelpDesk
import Jobs
import SwiftExtensions
import Synchronization

/// Whether each store's platform may be called now. Nothing of it outlives the process: a restart is
/// a good moment to try.
final class StoreGates: Sendable {
    private let gates = Mutex<[StoreID: ConnectionGate]>([:])
    private let random: DeskRandom

    init(random: DeskRandom) {
        self.random = random
    }

    /// Nil lets one call go; an instant says when to ask again.
    func ask(_ store: StoreID, at now: Timestamp) -> Timestamp? {
        gates.withLock { $0[store, default: ConnectionGate()].ask(at: now) }
    }

    func succeeded(_ store: StoreID) {
        gates.withLock { $0[store, default: ConnectionGate()].succeeded() }
    }

    /// A call failed. Returns when the store may be called again, nil when at once.
    @discardableResult
    func failed(_ store: StoreID, _ failure: SyncFailure, at now: Timestamp) -> Timestamp? {
        if failure.isOwnPace {
            gates.withLock { $0[store, default: ConnectionGate()].withdrew(at: now) }
            return nil
        }
        var source = DeskRandomSource(random: random)
        return gates.withLock { gates in
            gates[store, default: ConnectionGate()].failed(
                failure.errorClass.connectionEffect, at: now, using: &source)
        }
    }

    /// The call that `ask` let go never went out.
    func withdrew(_ store: StoreID, at now: Timestamp) {
        gates.withLock { $0[store]?.withdrew(at: now) }
    }

    /// Somebody wants the store tried now.
    func force(_ store: StoreID, at now: Timestamp) {
        gates.withLock { $0[store]?.forced(at: now) }
    }

    func gate(of store: StoreID) -> ConnectionGate {
        gates.withLock { $0[store] ?? ConnectionGate() }
    }
}

extension SyncErrorClass {
    /// What the failure says of the way to the platform.
    var connectionEffect: ConnectionEffect {
        switch effect {
        case .none, .slowed, .capabilityOff: .none
        case .outage: .outage
        case .parked: .parked
        case .restricted: .restricted
        }
    }
}

extension SyncFailure {
    /// What the other side asked us to wait, or nothing.
    var namedWait: Duration { .milliseconds(Int64(min(retryAfterSeconds ?? 0, 86_400) * 1000)) }
}

import HelpDesk
import Synchronization

/// One bell for each store's dispatches, made when it is first asked for.
final class DispatchBells: Sendable {
    private let bells = Mutex<[StoreID: Signal]>([:])

    func bell(of store: StoreID) -> Signal {
        bells.withLock { bells in
            if let known = bells[store] { return known }
            let bell = Signal()
            bells[store] = bell
            return bell
        }
    }

    /// Wakes the services for which a commit holds work.
    func note(_ records: [EventRecord]) {
        for record in records {
            switch record.event {
            case .dispatchAdded(let dispatch): bell(of: dispatch.store).ring()
            case .dispatchMoved(let move) where move.to == .queued: ringAll()
            default: break
            }
        }
    }

    private func ringAll() {
        for bell in bells.withLock({ Array($0.values) }) { bell.ring() }
    }
}

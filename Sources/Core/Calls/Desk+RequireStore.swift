import HelpDesk
import Store

extension Desk {
    /// Throws `storeOutOfScope` for a store that this person cannot see, and for one that never was:
    /// a slip of the finger must not look like an empty list.
    func requireStore(_ store: StoreID?, for caller: Principal) async throws {
        guard let store else { return }
        let refusal = DeskError(.storeOutOfScope, ["store": store.rawValue])
        guard caller.scope.contains(store) else { throw refusal }
        guard settings.store(store) == nil else { return }
        // One that left the configuration still has its tickets.
        guard try await database.read({ try $0.store(store) }) != nil else { throw refusal }
    }
}

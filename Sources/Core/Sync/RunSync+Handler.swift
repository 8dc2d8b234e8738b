package import HelpDesk
package import Wire

extension RunSync: DeskCall {
    package static let need: Need = .verb(.syncRun)

    package func run(in desk: Desk, as caller: Principal) async throws -> Done {
        if let store, !caller.scope.contains(store) || desk.settings.store(store) == nil {
            throw DeskError(.storeOutOfScope, ["store": store.rawValue])
        }
        for profile in desk.settings.stores
        where caller.scope.contains(profile.id) && (store ?? profile.id) == profile.id {
            desk.progress.force(profile.id)
            desk.bells.orders(profile.id)?.ring()
        }
        return Done()
    }
}

package import HelpDesk
package import Wire

extension RunSync: DeskCall {
    package static let need: Need = .verb(.syncRun)

    package func run(in desk: Desk, as caller: Principal) async throws -> Done {
        for store in try desk.stores(store, for: caller) {
            desk.progress.force(store)
            desk.bells.orders(store)?.ring()
        }
        return Done()
    }
}

extension RunSyncPass: DeskCall {
    package static let need: Need = .verb(.syncRun)

    package func run(in desk: Desk, as caller: Principal) async throws -> SyncSummary {
        let stores = Set(try desk.stores(store, for: caller))
        return try await desk.pass(over: desk.settings.stores.filter { stores.contains($0.id) })
    }
}

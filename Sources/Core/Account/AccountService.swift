import HelpDesk
import SwiftExtensions

/// Keeps one store's account up to date until the task is cancelled.
struct AccountService: Sendable {
    let desk: Desk
    let store: StoreID
    let platform: any AccountPlatform

    func run() async throws {
        guard let bell = desk.bells.account(store) else { return }
        let syncer = AccountSyncer(desk: desk, store: store, platform: platform)
        while !Task.isCancelled {
            let next = try await syncer.runDue()
            await bell.wait(until: max(next, desk.clock.now + .seconds(1)), clock: desk.clock)
        }
    }
}

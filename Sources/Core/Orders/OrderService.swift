import HelpDesk
import Store
import SwiftExtensions

/// Keeps one store's orders: look-ups that people wait for first, then the plan. A store that fails
/// delays no other.
struct OrderService: Sendable {
    let desk: Desk
    let store: StoreID
    let platform: any OrderPlatform

    func run() async throws {
        guard let bell = desk.bells.orders(store) else { return }
        let lookup = OrderLookup(desk: desk, store: store, platform: platform)
        let syncer = OrderSyncer(desk: desk, store: store, platform: platform)
        var nextPass = desk.clock.now
        while !Task.isCancelled {
            let nextLookup = try await lookup.runDue()
            let isForced = desk.progress.takeForced(store)
            if isForced || desk.clock.now >= nextPass {
                let pass = try await desk.turns.run(OrderSyncer.turn(store)) {
                    try await syncer.run(isForced: isForced)
                }
                nextPass = pass.next ?? desk.clock.now + .minutes(1)
                desk.progress.setNextRun(nextPass, of: store, .orders)
            }
            let wake = min(nextPass, nextLookup ?? nextPass)
            await bell.wait(
                until: max(wake, desk.clock.now + .milliseconds(200)), clock: desk.clock)
        }
    }
}

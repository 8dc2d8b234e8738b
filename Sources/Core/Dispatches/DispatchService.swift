import HelpDesk
import SwiftExtensions

/// Sends one store's dispatches as they become due; its own service, so that a long sync of orders
/// holds no message back.
struct DispatchService: Sendable {
    let desk: Desk
    let runner: DispatchRunner

    func run() async throws {
        let bell = desk.dispatchBells.bell(of: runner.store)
        while !Task.isCancelled {
            let next = try await runner.runDue()
            let wake = next.map { max($0, desk.clock.now + .milliseconds(200)) }
            await bell.wait(until: wake, clock: desk.clock)
        }
    }
}

extension Desk {
    /// One runner for each store that dispatches can leave from, in a fixed order.
    var dispatchRunners: [DispatchRunner] {
        ports.dispatches.sorted { $0.key < $1.key }.map { store, platform in
            DispatchRunner(
                desk: self, store: store, platform: platform, orders: ports.orders[store])
        }
    }
}

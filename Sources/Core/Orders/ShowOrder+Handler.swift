package import HelpDesk
import Store
import SwiftExtensions
package import Wire

extension ShowOrder: DeskCall {
    package static let need: Need = .verb(.read)

    package func run(in desk: Desk, as caller: Principal) async throws -> OrderView {
        try await desk.requireStore(store, for: caller)
        let known = try await desk.database.read { transaction in
            try store ?? transaction.store(ofOrder: order, scope: caller.scope)
        }
        guard let store = known else { throw notFound }
        var isUnknown = false
        if refresh, let platform = desk.ports.orders[store], mayAsk(of: store, desk) {
            isUnknown = try await isUnknownNow(
                to: OrderLookup(desk: desk, store: store, platform: platform))
        }
        let view = try await desk.database.read { transaction in
            try transaction.view(ofOrder: order, store: store, scope: caller.scope)
        }
        guard let view else {
            let wasUnknown = try await desk.database.read { transaction in
                try !transaction.unknownOrders(among: [order], of: store).isEmpty
            }
            throw isUnknown || wasUnknown ? unknown : notFound
        }
        return try await desk.withDispatches(view)
    }

    /// Each order is asked for now and then only: the platform's patience is everybody's.
    private func mayAsk(of store: StoreID, _ desk: Desk) -> Bool {
        desk.progress.mayAsk(
            for: "show \(JobKind.key(store, order))", at: desk.clock.now, within: .seconds(15))
    }

    private var notFound: DeskError { DeskError(.orderNotFound, ["order": order.rawValue]) }

    private var unknown: DeskError {
        DeskError(.orderNotFound, ["order": order.rawValue, "asked": "platform"])
    }

    /// Whether the platform has just said that the store has no such order. What is known already
    /// is better than any other failure.
    private func isUnknownNow(to lookup: OrderLookup) async throws -> Bool {
        do {
            try await lookup.refresh(order)
            return false
        } catch let failure as SyncFailure {
            return failure.errorClass == .notFound
        }
    }
}

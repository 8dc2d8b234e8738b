import HelpDesk
import Simulator
import Store
import SwiftExtensions

/// Desk and platform, order by order.
struct OrderProof {
    let world: ScenarioDesk

    /// What differs, at most a few lines per store.
    func differences() async throws -> [String] {
        var problems: [String] = []
        for store in world.stores {
            let known = try await known(of: store.id)
            let real = Dictionary(
                uniqueKeysWithValues: world.platform.orders(of: store.sellerID).map {
                    ($0.order.id, $0)
                })
            for id in Set(known.keys).subtracting(real.keys).sorted().prefix(5) {
                problems.append("\(store.id) \(id): the platform has no such order")
            }
            for (id, simulated) in real.sorted(by: { $0.key < $1.key }) {
                problems += differences(simulated, known[id])
            }
        }
        return problems
    }

    private typealias Known = (order: Order, contact: OrderContact?)

    private func known(of store: StoreID) async throws -> [OrderID: Known] {
        try await world.database.read { transaction in
            var orders: [Order] = []
            try transaction.forEachOrder(store: store) { orders.append($0) }
            return Dictionary(
                uniqueKeysWithValues: try orders.map {
                    ($0.id, ($0, try transaction.orderContact($0.id, store)))
                })
        }
    }

    private func differences(_ real: SimulatedOrder, _ known: Known?) -> [String] {
        let id = real.order.id
        guard let known else {
            let age = real.order.updatedAt - Scenario.start
            return [
                "\(id): missing, last changed \(age.wholeMilliseconds / 60_000) min after the start"
            ]
        }
        var problems: [String] = []
        if known.order != real.order {
            let old = known.order.updatedAt < real.order.updatedAt ? "old" : "other"
            problems.append(
                "\(id): \(old), \(known.order.platformStatus) for \(real.order.platformStatus)")
        }
        if known.contact?.buyerName != real.contact.buyerName
            || known.contact?.city != real.contact.city
        {
            problems.append("\(id): other buyer")
        }
        let isMailed = !real.order.isFulfilledByPlatform && real.order.status != .cancelled
        if isMailed, known.contact?.buyerEmail != real.contact.buyerEmail {
            problems.append("\(id): other address of the buyer")
        }
        return problems
    }
}

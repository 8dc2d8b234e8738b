import HelpDesk
import Store
import SwiftExtensions

extension Desk {
    /// Throws why nobody may write to the buyer of an order unasked: `buyerOptedOut` or
    /// `storeRestricted`. What is critical may go out to a buyer who opted out. An order that the
    /// caller cannot see is left to whoever looks it up.
    func checkContact(
        _ id: OrderID, store: StoreID?, isCritical: Bool = false, for caller: Principal
    ) async throws {
        let now = clock.now
        let obstacle = try await database.read { transaction -> DeskError? in
            let home = try store ?? transaction.store(ofOrder: id, scope: caller.scope)
            guard let home, caller.scope.contains(home) else { return nil }
            return try transaction.contactObstacle(
                ofOrder: id, store: home, isCritical: isCritical, at: now)
        }
        if let obstacle { throw obstacle }
    }
}

extension ReadTransaction {
    /// Why nobody may write to the buyer of an order unasked; nil when one may. What is critical may
    /// go out to a buyer who opted out.
    func contactObstacle(
        ofOrder id: OrderID, store: StoreID, isCritical: Bool, at now: Timestamp
    ) throws -> DeskError? {
        // A ticket that knows no buyer says nothing of one that another ticket knows.
        let buyer = try tickets(order: id).filter { $0.store == store }.compactMap(\.buyer).first
        let obstacle = try contactObstacle(store: store, buyer: buyer, order: id, at: now)
        return isCritical && obstacle?.code == .buyerOptedOut ? nil : obstacle
    }
}

import HelpDesk
import Store

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
            let buyer = try transaction.tickets(order: id).first { $0.store == home }?.buyer
            return try transaction.contactObstacle(
                store: home, buyer: buyer, order: id, at: now)
        }
        guard let obstacle else { return }
        if isCritical, obstacle.code == .buyerOptedOut { return }
        throw obstacle
    }
}

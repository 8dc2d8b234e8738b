import HelpDesk
import Store
import Wire

/// The order that something is asked of the platform for.
struct DispatchTarget: Sendable {
    var order: Order
    var marketplace: MarketplaceCode
    var marketplaceID: String
    var platform: any DispatchPlatform
}

extension Desk {
    /// Finds the order within the caller's scope and the platform behind it. Throws
    /// `orderNotFound`, also for orders of stores out of scope, `storeOutOfScope` for a store that
    /// was named and cannot be seen, and `dispatchNoPlatform`.
    func dispatchTarget(
        _ id: OrderID, store: StoreID?, for caller: Principal
    ) async throws -> DispatchTarget {
        try await requireStore(store, for: caller)
        let found = try await database.read { transaction -> Order? in
            let home = try store ?? transaction.store(ofOrder: id, scope: caller.scope)
            guard let home, caller.scope.contains(home) else { return nil }
            return try transaction.order(id, store: home)?.order
        }
        guard let order = found else {
            throw DeskError(.orderNotFound, ["order": id.rawValue])
        }
        guard let platform = ports.dispatches[order.store], let marketplace = order.marketplace,
            let marketplaceID = platform.marketplaceID(of: marketplace)
        else { throw DeskError(.dispatchNoPlatform, ["store": order.store.rawValue]) }
        return DispatchTarget(
            order: order, marketplace: marketplace, marketplaceID: marketplaceID,
            platform: platform)
    }
}

extension ReadTransaction {
    /// The conversation that a dispatch is made from: the caller's to see, and of the order's store.
    func dispatchTicket(
        _ id: TicketID?, of order: Order, for caller: Principal
    ) throws -> TicketID? {
        guard let id else { return nil }
        let ticket = try visibleTicket(id, to: caller)
        guard ticket.store == order.store else {
            throw DeskError(.ticketNotFound, ["ticket": String(id.rawValue)])
        }
        return ticket.id
    }

    func view(of dispatch: Dispatch) throws -> DispatchView {
        let key = JobKind.key(dispatch.store, dispatch.id)
        let job =
            dispatch.state == .queued
            ? try unfinishedJob(kind: JobKind.dispatch.rawValue, key: key) : nil
        return DispatchView(
            dispatch: dispatch, authorName: try person(dispatch.author)?.displayName ?? "",
            text: try dispatchText(dispatch.id), fileNames: try dispatchFileNames(dispatch.id),
            waitingFor: job?.lastError)
    }
}

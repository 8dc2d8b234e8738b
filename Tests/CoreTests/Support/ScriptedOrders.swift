import ChannelAmazon
import Core
import HelpDesk
import SwiftExtensions
import Synchronization

/// A platform that holds a few orders and fails on demand.
final class ScriptedOrders: OrderPlatform {
    private struct State {
        var orders: [OrderID: PulledOrder] = [:]
        var unread: [UnreadOrder] = []
        var failures: [SyncFailure] = []
        var searches: [OrderSearch] = []
        var lookups: [OrderID] = []
        var pageSize = 2
    }

    let marketplaceIDs = ["A1PA6795UKMFR9"]
    private let state = Mutex(State())

    func put(_ orders: Order...) {
        state.withLock { state in
            for order in orders {
                state.orders[order.id] = PulledOrder(order: order)
            }
        }
    }

    func put(_ record: UnreadOrder) { state.withLock { $0.unread.append(record) } }
    func fail(_ failures: SyncFailure...) { state.withLock { $0.failures = failures } }
    var searches: [OrderSearch] { state.withLock { $0.searches } }
    var lookups: [OrderID] { state.withLock { $0.lookups } }
    var callCounts: (requests: Int, throttled: Int) { (searches.count + lookups.count, 0) }

    func searchOrders(_ search: OrderSearch) async throws(SyncFailure) -> PulledPage {
        let result = state.withLock { state -> Result<PulledPage, SyncFailure> in
            state.searches.append(search)
            if !state.failures.isEmpty { return .failure(state.failures.removeFirst()) }
            return .success(page(search, state))
        }
        return try result.get()
    }

    private func page(_ search: OrderSearch, _ state: State) -> PulledPage {
        let found = state.orders.values
            .filter { $0.order.updatedAt >= search.after }
            .filter { order in search.before.map { order.order.updatedAt < $0 } ?? true }
            .sorted { $0.order.id < $1.order.id }
        let start = search.pageToken.flatMap { Int($0) } ?? 0
        let end = min(start + state.pageSize, found.count)
        return PulledPage(
            orders: Array(found[min(start, end)..<end]),
            unread: start == 0 ? state.unread : [],
            nextToken: end < found.count ? String(end) : nil)
    }

    func order(_ id: OrderID) async throws(SyncFailure) -> PulledAnswer {
        let result = state.withLock { state -> Result<PulledAnswer, SyncFailure> in
            state.lookups.append(id)
            if !state.failures.isEmpty { return .failure(state.failures.removeFirst()) }
            guard let order = state.orders[id] else {
                return .failure(
                    SyncFailure(errorClass: .notFound, operation: "getOrder", message: "no such"))
            }
            return .success(.found(order))
        }
        return try result.get()
    }
}

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
        var refusesTokens = false
        var circle: Int?
        var handedOut: [String] = []
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

    func put(_ pulled: PulledOrder) {
        state.withLock { $0.orders[pulled.order.id] = pulled }
    }

    /// Whether every page token is refused, though they are handed out.
    var refusesTokens: Bool {
        get { state.withLock { $0.refusesTokens } }
        set { state.withLock { $0.refusesTokens = newValue } }
    }

    /// After how many tokens the first one comes again: 1 for a page that leads to itself.
    var circle: Int? {
        get { state.withLock { $0.circle } }
        set { state.withLock { $0.circle = newValue } }
    }

    /// What could not be read can be read now.
    func takeBackUnread() { state.withLock { $0.unread = [] } }

    func put(_ record: UnreadOrder) { state.withLock { $0.unread.append(record) } }
    func fail(_ failures: SyncFailure...) { state.withLock { $0.failures = failures } }
    var all: [Order] { state.withLock { $0.orders.values.map(\.order) } }
    var searches: [OrderSearch] { state.withLock { $0.searches } }
    var lookups: [OrderID] { state.withLock { $0.lookups } }
    var callCounts: (requests: Int, throttled: Int) { (searches.count + lookups.count, 0) }

    func searchOrders(_ search: OrderSearch) async throws(SyncFailure) -> PulledPage {
        let result = state.withLock { state -> Result<PulledPage, SyncFailure> in
            state.searches.append(search)
            if !state.failures.isEmpty { return .failure(state.failures.removeFirst()) }
            if state.refusesTokens, search.pageToken != nil {
                return .failure(
                    SyncFailure(
                        errorClass: .badRequest, operation: "searchOrders",
                        message: "Invalid paginationToken."))
            }
            return .success(page(search, &state))
        }
        return try result.get()
    }

    private func page(_ search: OrderSearch, _ state: inout State) -> PulledPage {
        let found = state.orders.values
            .filter { $0.order.updatedAt >= search.after }
            .filter { order in search.before.map { order.order.updatedAt < $0 } ?? true }
            .sorted { $0.order.id < $1.order.id }
            .filter { order in search.pageToken.map { order.order.id.rawValue > $0 } ?? true }
        let page = Array(found.prefix(state.pageSize))
        if search.pageToken == nil { state.handedOut = [] }
        if let circle = state.circle, let token = search.pageToken,
            let place = state.handedOut.firstIndex(of: token), state.handedOut.count >= circle
        {
            return PulledPage(
                orders: page, unread: [], nextToken: state.handedOut[(place + 1) % circle])
        }
        if page.count < found.count, let last = page.last {
            state.handedOut.append(last.order.id.rawValue)
        }
        return PulledPage(
            orders: page, unread: search.pageToken == nil ? state.unread : [],
            nextToken: page.count < found.count ? page.last?.order.id.rawValue : nil)
    }

    func order(_ id: OrderID) async throws(SyncFailure) -> PulledAnswer {
        let result = state.withLock { state -> Result<PulledAnswer, SyncFailure> in
            state.lookups.append(id)
            if !state.failures.isEmpty { return .failure(state.failures.removeFirst()) }
            guard let order = state.orders[id] else {
                return .failure(
                    SyncFailure(
                        errorClass: .notFound, operation: "getOrder", message: "no such",
                        code: "NotFound"))
            }
            return .success(.found(order))
        }
        return try result.get()
    }
}

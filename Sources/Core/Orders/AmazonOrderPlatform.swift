package import ChannelAmazon
package import HelpDesk
import Synchronization

/// One store's orders from the Selling Partner API.
package struct AmazonOrderPlatform: OrderPlatform {
    private let client: SellingPartnerClient
    private let account: SellingPartnerAccount
    private let counter: CallCounter
    package let marketplaceIDs: [String]

    /// `counter` must be the one that the client's observer fills.
    package init(
        client: SellingPartnerClient, account: SellingPartnerAccount, marketplaceIDs: [String],
        counter: CallCounter
    ) {
        self.client = client
        self.account = account
        self.marketplaceIDs = marketplaceIDs
        self.counter = counter
    }

    package func searchOrders(_ search: OrderSearch) async throws(SyncFailure) -> PulledPage {
        let page = try await client.searchOrders(search, for: account)
        return PulledPage(
            orders: page.orders.map(PulledOrder.init),
            unread: page.quarantined.map(UnreadOrder.init),
            nextToken: page.nextToken, coveredUpTo: page.coveredUpTo,
            unknownFields: page.unknownFields)
    }

    package func order(_ id: OrderID) async throws(SyncFailure) -> PulledAnswer {
        switch try await client.getOrder(id, for: account) {
        case .found(let fetched, _): .found(PulledOrder(fetched))
        case .quarantined(let record): .unread(UnreadOrder(record))
        }
    }

    package var callCounts: (requests: Int, throttled: Int) { counter.counts(of: account.store) }

    package var searchInterval: Duration {
        client.limiter.interval(account.budget(OrderSearch.operation), at: client.now)
    }

    package var clockOffset: Duration { client.clocks.offset(of: account.store) }
}

extension PulledOrder {
    init(_ fetched: FetchedOrder) {
        self.init(order: fetched.order, contact: fetched.contact)
    }
}

extension UnreadOrder {
    init(_ record: QuarantinedRecord) {
        self.init(
            recordID: record.recordID, problem: record.problem, raw: record.raw,
            path: record.path, expected: record.expected, found: record.found,
            shape: record.shape)
    }
}

/// Counts the platform calls of every store.
package final class CallCounter: Sendable {
    private struct Counts {
        var requests = 0
        var throttled = 0
    }

    private let counts = Mutex<[StoreID: Counts]>([:])

    package init() {}

    /// Give this to the client as its observer.
    package func note(_ call: CallRecord) {
        counts.withLock { counts in
            counts[call.store, default: Counts()].requests += 1
            let isThrottled = call.errorClass == .throttled
            if isThrottled { counts[call.store, default: Counts()].throttled += 1 }
        }
    }

    package func counts(of store: StoreID) -> (requests: Int, throttled: Int) {
        counts.withLock { counts in
            let store = counts[store] ?? Counts()
            return (store.requests, store.throttled)
        }
    }
}
